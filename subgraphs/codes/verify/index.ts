import {
  openLists,
  type HeldLists,
  type ListBundle,
  type RefusedList,
} from '../domain/lists/held-lists.ts';
import { offlineRecognizer } from '../domain/lists/offline-recognizer.ts';
import type { Verdict } from '../domain/recognition/verdict.ts';
import { replayWatch } from '../domain/recognition/replay.ts';
import { hexOf } from '../domain/token/bytes.ts';
import type { Verify } from '../domain/token/keys.ts';
import { webSha256, webTag, webVerify, webVerifyHolder } from './web-crypto.ts';

export type { HeldLists, ListBundle, RefusedList } from '../domain/lists/held-lists.ts';
export type { Verdict } from '../domain/recognition/verdict.ts';
export type { Verify } from '../domain/token/keys.ts';
export { heldDigests } from '../domain/lists/held-digests.ts';
export { listAges, type ListAge, type ListAges } from '../domain/lists/list-ages.ts';
export { reasonText } from '../domain/recognition/reason-texts.ts';

/** Whom a verifier trusts. Comes with the verifier, never with the lists. */
export interface VerifierOptions {
  /** Root keys: SubjectPublicKeyInfo, DER, with the first 8 bytes of its SHA-256, hexadecimal. */
  readonly roots: readonly { readonly kid: string; readonly spki: Uint8Array }[];
  /** How many roots must have signed a trust list. */
  readonly threshold: number;
  /** A verifier of production refuses lists of a demo, and the other way round. */
  readonly environment: 'production' | 'demo';
  /** Default: the clock of the device. */
  readonly now?: () => Date;
  /**
   * Checks ES256 signatures. Default: WebCrypto, which runs everywhere; in Node, `nodeVerify()` of
   * `../verify-in-node.ts` takes less time for each.
   */
  readonly verify?: Verify;
  /** Is told of every internal fault; the verdict is CROSS_CHECK then. Default: nobody is. */
  readonly onFault?: (error: unknown) => void;
}

/** A root key as {@link VerifierOptions} takes it, from its SubjectPublicKeyInfo (DER). */
export async function rootKey(spki: Uint8Array): Promise<VerifierOptions['roots'][number]> {
  const digest = await webSha256(spki);
  return { kid: hexOf(digest.subarray(0, 8)), spki };
}

/** Recognizes codes with no network, from signed lists. Keeps nothing about anybody. */
export interface Verifier {
  /**
   * Verifies lists and takes over what holds; what does not is named and leaves what was held. Give
   * all that is held, or only what is new. One call after the other.
   */
  load(bundle: ListBundle): Promise<readonly RefusedList[]>;
  /** The verdict of a region (GB/T 2260 code) on a text as scanned. Never rejects. */
  recognize(text: string, presentedIn: string): Promise<Verdict>;
  /** What is held; null before the first trust list. */
  lists(): HeldLists | null;
}

/**
 * Makes a verifier that needs nothing but signed lists: no gateway, no database, no network. Runs in
 * browsers and in Node. Source: DESIGN.md §6.
 */
export function createVerifier({
  roots,
  threshold,
  environment,
  now = () => new Date(),
  verify = webVerify(),
  onFault = () => undefined,
}: VerifierOptions): Verifier {
  let held: HeldLists | null = null;
  let loading: Promise<unknown> = Promise.resolve();
  const recognize = offlineRecognizer({
    ...{ lists: () => held, verify, verifyHolder: webVerifyHolder(), now, onFault },
    replayed: replayWatch({
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      tag: webTag,
    }),
  });

  async function take(bundle: ListBundle): Promise<readonly RefusedList[]> {
    const rules = { roots, threshold, environment, verify, sha256: webSha256, now: now() };
    const { lists, refused } = await openLists(bundle, held, rules);
    held = lists;
    return refused;
  }

  return {
    load(bundle) {
      const taken = loading.then(() => take(bundle));
      loading = taken.catch(() => undefined);
      return taken;
    },
    recognize,
    lists: () => held,
  };
}
