import type { Agreement } from '../recognition/agreement.ts';
import type { SignedBy } from '../recognition/signed-agreement.ts';
import { LEAD_HOURS } from './terms.ts';

/** Where a version stands at an instant. Source: RULES.md §8. */
export const AGREEMENT_STATES = [
  'OFFERED',
  'LAPSED',
  'SCHEDULED',
  'IN_FORCE',
  'SUPERSEDED',
  'ENDED',
  'REFUSED',
  'WITHDRAWN',
  'VOID',
] as const;
/** One of them. */
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** A version with what of its signatures holds here, and who took it back. */
export interface KnownAgreement {
  readonly agreement: Agreement;
  readonly signedBy: SignedBy;
  /** The same, with signatures of keys that are withdrawn. */
  readonly wasSignedBy: SignedBy;
  /** The side that withdrew it, or refused the offer; null when none did. */
  readonly withdrawnBy: string | null;
}

const HOUR_MS = 3_600_000;

const isSigned = ({ signedBy }: KnownAgreement) => signedBy.receiver && signedBy.issuer;

/** Whether both have signed it once: it then stays what replaced those before. */
const wasSigned = ({ wasSignedBy }: KnownAgreement) => wasSignedBy.receiver && wasSignedBy.issuer;

const isWithdrawn = ({ agreement: { withdrawnAt } }: KnownAgreement, now: Date) =>
  withdrawnAt != null && withdrawnAt <= now;

const isAfter = (a: KnownAgreement, b: KnownAgreement) => a.agreement.version > b.agreement.version;

/** A version that both signed and that begins or has begun, as long as nothing has ended it. */
function stateOfSigned(one: KnownAgreement, pair: readonly KnownAgreement[], now: Date) {
  const { validFrom, validTo } = one.agreement;
  // A newer one that has begun replaces it for good, even if it has ended since.
  const isReplaced = pair.some(
    (other) => wasSigned(other) && isAfter(other, one) && other.agreement.validFrom <= now,
  );
  if (isReplaced) return 'SUPERSEDED';
  if (validTo <= now) return 'ENDED';
  return validFrom > now ? 'SCHEDULED' : 'IN_FORCE';
}

/**
 * Whether something of a pair is in force or to come, so that another version is a change of which
 * people are to be told beforehand. Source: RULES.md §8.3.
 */
export function needsLead(pair: readonly KnownAgreement[], now: Date): boolean {
  return pair
    .filter((one) => isSigned(one) && !isWithdrawn(one, now))
    .some((one) => ['IN_FORCE', 'SCHEDULED'].includes(stateOfSigned(one, pair, now)));
}

function stateOfOffer(one: KnownAgreement, pair: readonly KnownAgreement[], now: Date) {
  const { validFrom, validTo } = one.agreement;
  if (pair.some((other) => isAfter(other, one))) return 'SUPERSEDED';
  const isLate = validFrom.getTime() < now.getTime() + LEAD_HOURS * HOUR_MS && needsLead(pair, now);
  return isLate || validTo <= now ? 'LAPSED' : 'OFFERED';
}

/** Where a version stands among those of its pair. */
export function agreementState(
  one: KnownAgreement,
  pair: readonly KnownAgreement[],
  now: Date,
): AgreementState {
  if (isWithdrawn(one, now)) {
    const isRefused = one.withdrawnBy === one.agreement.issuer && !one.signedBy.issuer;
    return isRefused ? 'REFUSED' : 'WITHDRAWN';
  }
  // Keys are withdrawn, too: without the receiver's signature it is nothing at all.
  if (!one.signedBy.receiver) return 'VOID';
  return isSigned(one) ? stateOfSigned(one, pair, now) : stateOfOffer(one, pair, now);
}

/** Agreements that recognition may go by: those that both sides signed, void ones among them. */
export function bothSigned(pair: readonly KnownAgreement[]): readonly Agreement[] {
  return pair
    .filter(wasSigned)
    .map((one) => (isSigned(one) ? one.agreement : { ...one.agreement, isVoid: true }));
}

/** The number that the next version of a pair has. */
export function nextVersion(pair: readonly KnownAgreement[]): number {
  return Math.max(0, ...pair.map(({ agreement }) => agreement.version)) + 1;
}
