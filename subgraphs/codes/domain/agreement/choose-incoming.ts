import { readUnverifiedWithdrawal } from '../recognition/agreement-withdrawal.ts';
import { readUnverified, saysNoMore } from '../recognition/signed-agreement.ts';
import { sameBytes } from '../token/bytes.ts';
import type { Pair, StoredAgreement, StoredWithdrawal } from './agreement-store.ts';
import { agreementId, type AgreementKey } from './terms.ts';

/**
 * Most agreements and withdrawals of one answer that are looked at closely. What is kept here already
 * does not count, so that the rest of an honest stack comes with its next answers.
 */
export const INCOMING_MAX = 300;

/** An agreement or withdrawal as it came, and what it says it is about: nothing is verified yet. */
export interface Incoming extends AgreementKey {
  readonly bytes: Uint8Array;
  readonly isWithdrawal: boolean;
}

function readIncoming(bytes: Uint8Array): Incoming | null {
  const withdrawal = readUnverifiedWithdrawal(bytes);
  const about = withdrawal ?? readUnverified(bytes);
  if (!about) return null;
  const { receiver, issuer, version } = about;
  return { receiver, issuer, version, bytes, isWithdrawal: withdrawal !== null };
}

/** What came of the pairs that concern us. */
export function incomingOf(
  all: readonly Uint8Array[],
  isOurs: (pair: Pair) => boolean,
): readonly Incoming[] {
  return all.map(readIncoming).filter((one): one is Incoming => one !== null && isOurs(one));
}

/** The pairs of what came, each once. */
export function pairsOf(all: readonly Pair[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { receiver, issuer } of all) pairs.set(`${receiver} ${issuer}`, { receiver, issuer });
  return [...pairs.values()];
}

/**
 * What of it is to be taken in now: withdrawals of what is kept here first, since they make less count,
 * then agreements, the newest versions first, then other withdrawals.
 */
export function chooseIncoming(
  all: readonly Incoming[],
  kept: readonly StoredAgreement[],
  withdrawals: readonly StoredWithdrawal[],
): readonly Incoming[] {
  const versions = new Map(kept.map((one) => [agreementId(one), one.signed]));
  const taken = Map.groupBy(withdrawals, agreementId);
  const isKnown = (one: Incoming) => {
    if (one.isWithdrawal) {
      return taken.get(agreementId(one))?.some(({ signed }) => sameBytes(signed, one.bytes));
    }
    const signed = versions.get(agreementId(one));
    return signed !== undefined && saysNoMore(one.bytes, signed);
  };
  const rank = (one: Incoming) => {
    if (!one.isWithdrawal) return 1;
    return versions.has(agreementId(one)) ? 0 : 2;
  };
  return all
    .filter((one) => !isKnown(one))
    .toSorted((a, b) => rank(a) - rank(b) || b.version - a.version)
    .slice(0, INCOMING_MAX);
}
