import { openAgreementWithdrawal } from '../recognition/agreement-withdrawal.ts';
import {
  mergeSigned,
  readAgreement,
  writeSigned,
  type AgreementBytesFault,
} from '../recognition/signed-agreement.ts';
import { readSign1 } from '../token/cose-sign1.ts';
import type { Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import type { AgreementStore } from './agreement-store.ts';
import { agreementId, keyOfAgreement, type AgreementKey } from './terms.ts';

/** What became of bytes that came from elsewhere. */
export type TakenIn =
  | { readonly taken: 'NEW' | 'MERGED' | 'KNOWN'; readonly key: AgreementKey }
  | { readonly fault: AgreementBytesFault | 'NOT_SIGNED' | 'DIFFERENT_TERMS' | 'CHANGED' };

/** What taking in needs. */
export interface TakeInPorts {
  readonly store: Pick<AgreementStore, 'ofPairs' | 'add' | 'replace' | 'withdraw'>;
  readonly trust: TrustIndex;
  readonly verify: Verify;
}

/** The version that a statement is about; null when no version is called so. */
function keyOf({ receiver, issuer, version }: AgreementKey): AgreementKey | null {
  return receiver === issuer ? null : keyOfAgreement(agreementId({ receiver, issuer, version }));
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
  const isNew = await store.withdraw({ ...key, side: opened.by, signed: bytes });
  return { taken: isNew ? 'NEW' : 'KNOWN', key };
}

/**
 * Takes in an agreement, half or wholly signed, or a withdrawal, as another stack has it: keeps what
 * a side signed, and puts signatures over the same terms together. Other terms under the same pair
 * and version are refused. Source: RULES.md §8.7.
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
