import type { Color } from '../color/color.ts';
import { groupedOnce } from '../grouped-once.ts';
import type { RecognitionMode } from './recognition-mode.ts';

export { RECOGNITION_MODES, type RecognitionMode } from './recognition-mode.ts';

/** What a color must meet besides; closed list. */
export interface AgreementCondition {
  readonly id: string;
  readonly kind: 'NOT_DETECTED_WITHIN';
  readonly hours: number;
  /** Issued colors that it is asked of. */
  readonly colors: readonly Color[];
}

/**
 * One-way: the receiver accepts the issuer's codes. Nothing is inherited up or down.
 * Source: DESIGN.md §6, Where and Modes.
 */
export interface Agreement {
  readonly receiver: string;
  readonly issuer: string;
  readonly version: number;
  readonly mode: RecognitionMode;
  /** Issuer's color, which may be none of our three, to ours; one not in it is looked at by hand. */
  readonly colorMap: Readonly<Partial<Record<string, Color>>>;
  readonly conditions: readonly AgreementCondition[];
  readonly validFrom: Date;
  /** Exclusive. */
  readonly validTo: Date;
  /** When one side withdrew it: a statement of its own, either side may, at once. Default: never. */
  readonly withdrawnAt?: Date | null;
  /**
   * Whether it counts for nothing because a key that signed it for a side is withdrawn; it stays the
   * version that replaced those before it. Default: no.
   */
  readonly isVoid?: boolean;
}

const ofPair = groupedOnce<Agreement>(({ receiver, issuer }) => `${receiver} ${issuer}`);

/**
 * The agreement of exactly this pair that is in force. The newest version that has begun replaces
 * those before it for good: when it ends, is withdrawn or void, none of them comes back.
 */
export function agreementFor(
  agreements: readonly Agreement[],
  receiver: string,
  issuer: string,
  now: Date,
): Agreement | null {
  const newest = ofPair(agreements, `${receiver} ${issuer}`)
    .filter(({ validFrom }) => validFrom <= now)
    .reduce<Agreement | null>((a, b) => (a && a.version > b.version ? a : b), null);
  if (!newest || newest.isVoid || now >= newest.validTo) return null;
  return newest.withdrawnAt && newest.withdrawnAt <= now ? null : newest;
}

/**
 * Whether something of exactly this pair was in force at an instant, or has come to be since, or will. A void
 * version may be signed anew; what has ended, is withdrawn or replaced never counts again.
 */
export function countsSince(
  agreements: readonly Agreement[],
  receiver: string,
  issuer: string,
  since: Date,
): boolean {
  const pair = ofPair(agreements, `${receiver} ${issuer}`);
  const begun = pair.filter(({ validFrom }) => validFrom <= since);
  const newest = Math.max(0, ...begun.map(({ version }) => version));
  return pair.some(
    ({ version, validTo, withdrawnAt }) =>
      version >= newest && validTo > since && !(withdrawnAt && withdrawnAt <= since),
  );
}
