import { openAgreementWithdrawal } from '../recognition/agreement-withdrawal.ts';
import {
  mergeSigned,
  readAgreement,
  writeSigned,
  type AgreementBytesFault,
  type SignedAgreement,
} from '../recognition/signed-agreement.ts';
import { readSign1 } from '../token/cose-sign1.ts';
import type { Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import type { AgreementStore, Pair, StoredAgreement } from './agreement-store.ts';
import { agreementId, keyOfAgreement, type AgreementKey } from './terms.ts';

/** What became of bytes that came from elsewhere. */
export type TakenIn =
  | { readonly taken: 'NEW' | 'MERGED' | 'KNOWN'; readonly key: AgreementKey }
  | { readonly fault: AgreementBytesFault | 'NOT_SIGNED' | 'DIFFERENT_TERMS' | 'CHANGED' }
  | { readonly fault: 'TOO_MANY'; readonly key: AgreementKey };

/**
 * Most versions of a pair that one side alone has signed, or, of a pair of which neither side is here,
 * most versions at all; and most withdrawals by one side of versions that are not kept. Officials of a
 * side sign some in a year; what others can make without a region of this stack must not fill the table.
 */
export const ALONE_MAX = 100;
/**
 * How far above the highest version that is kept one may be that a side alone has signed. A stack that
 * begins takes versions in whichever order they come; no number makes those after it impossible.
 */
export const ABOVE_MAX = 1_000;

/** What taking in needs. */
export interface TakeInPorts {
  readonly store: Pick<
    AgreementStore,
    'ofPairs' | 'withdrawalsOf' | 'add' | 'replace' | 'withdraw'
  >;
  readonly trust: TrustIndex;
  readonly verify: Verify;
  /** Whether one side of a pair is of this stack. Default: yes. */
  readonly isOwn?: (pair: Pair) => boolean;
}

/** The version that a statement is about; null when no version is called so. */
function keyOf({ receiver, issuer, version }: AgreementKey): AgreementKey | null {
  return receiver === issuer ? null : keyOfAgreement(agreementId({ receiver, issuer, version }));
}

/** The side that alone signed a version; null where both did, or nobody whose key still holds. */
function aloneOf({ signedBy, wasSignedBy }: SignedAgreement): 'receiver' | 'issuer' | null {
  if (signedBy.receiver && !wasSignedBy.issuer) return 'receiver';
  return signedBy.issuer && !wasSignedBy.receiver ? 'issuer' : null;
}

/** Whether a new version is one more than a side may have signed alone. */
async function isTooMuch(
  read: SignedAgreement,
  pair: readonly StoredAgreement[],
  { trust, verify, isOwn = () => true }: TakeInPorts,
): Promise<boolean> {
  if (!isOwn(read.agreement) && pair.length >= ALONE_MAX) return true;
  const side = aloneOf(read);
  if (side === null) return false;
  const highest = Math.max(0, ...pair.map(({ version }) => version));
  if (read.agreement.version > highest + ABOVE_MAX) return true;
  if (pair.length < ALONE_MAX) return false;
  const known = await Promise.all(pair.map(({ signed }) => readAgreement(signed, trust, verify)));
  const alone = known.filter((one) => !('fault' in one) && aloneOf(one) === side);
  return alone.length >= ALONE_MAX;
}

/** A new withdrawal counts only by a key that may still sign. */
async function takeInWithdrawal(
  bytes: Uint8Array,
  { store, trust, verify }: TakeInPorts,
): Promise<TakenIn> {
  const opened = await openAgreementWithdrawal(bytes, trust, verify);
  if (!opened || trust.key(opened.kid)?.state !== 'ACTIVE') return { fault: 'NOT_SIGNED' };
  const key = keyOf(opened);
  if (!key) return { fault: 'MALFORMED' };
  const kept = await store.ofPairs([key]);
  const isKept = ({ version }: AgreementKey) => kept.some((one) => one.version === version);
  if (!isKept(key)) {
    const own = (await store.withdrawalsOf([key])).filter(({ side }) => side === opened.by);
    if (own.some(({ version }) => version === key.version)) return { taken: 'KNOWN', key };
    const early = own.filter((one) => !isKept(one));
    if (early.length >= ALONE_MAX) return { fault: 'TOO_MANY', key };
  }
  const isNew = await store.withdraw({ ...key, side: opened.by, signed: bytes });
  return { taken: isNew ? 'NEW' : 'KNOWN', key };
}

/**
 * Takes in an agreement, half or wholly signed, or a withdrawal, as another stack has it: keeps what
 * a side signed, and puts signatures over the same terms together. Other terms under the same pair
 * and version are refused, and so is more than one side may have signed alone. Source: RULES.md §8.7, §8.10.
 */
export async function takeInAgreement(bytes: Uint8Array, ports: TakeInPorts): Promise<TakenIn> {
  if (readSign1(bytes)) return takeInWithdrawal(bytes, ports);
  const { store, trust, verify } = ports;
  const read = await readAgreement(bytes, trust, verify);
  if ('fault' in read) return read;
  const { agreement, signed } = read;
  const key = keyOf(agreement);
  if (!key) return { fault: 'MALFORMED' };
  if (!read.signedBy.receiver && !read.signedBy.issuer) return { fault: 'NOT_SIGNED' };
  const pair = await store.ofPairs([key]);
  const stored = pair.find(({ version }) => version === key.version);
  if (!stored) {
    if (await isTooMuch(read, pair, ports)) return { fault: 'TOO_MANY', key };
    const isNew = await store.add(key, writeSigned(read));
    return isNew ? { taken: 'NEW', key } : { fault: 'CHANGED' };
  }
  const known = await readAgreement(stored.signed, trust, verify);
  if ('fault' in known) return { fault: 'DIFFERENT_TERMS' };
  const merged = mergeSigned(known, read);
  if (!merged) return { fault: 'DIFFERENT_TERMS' };
  const has = new Set(known.signed.signatures.map(({ kid }) => kid));
  if (signed.signatures.every(({ kid }) => has.has(kid))) return { taken: 'KNOWN', key };
  const isMerged = await store.replace(key, stored.signed, merged);
  return isMerged ? { taken: 'MERGED', key } : { fault: 'CHANGED' };
}
