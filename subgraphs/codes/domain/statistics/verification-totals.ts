import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import type { RecognitionOutcome } from '../recognition/verdict.ts';
import { SMALL } from './statistics.ts';

/** How many verdicts of one kind a region gave on the codes of another. */
export interface VerificationTotal {
  /** Null where no signature said who issued the code. */
  readonly issuer: string | null;
  readonly outcome: RecognitionOutcome;
  readonly count: number;
}

/** Counters of verifications, read. */
export interface VerificationTotalsStore {
  /**
   * Sums over the hours from `since` on; an hour counts only where its own counter has at least
   * `least`, so that no two answers differ by less.
   */
  totals(region: string, since: Date, least: number): Promise<readonly VerificationTotal[]>;
}

/** What the use case needs. */
export interface VerificationTotalsPorts {
  readonly store: VerificationTotalsStore;
  readonly now: () => Date;
}

/** Days that can be looked back. */
export const LOOK_BACK_DAYS = 92;

const DAY_MS = 86_400_000;

/** Verifications of a region in numbers. */
export function verificationTotals({ store, now }: VerificationTotalsPorts) {
  /**
   * How many verdicts a region gave, by issuer and outcome. Hours with fewer than five of a kind
   * are left out of it. Source: DESIGN.md §6, Traces; RULES.md §7.
   * @throws {DomainError} REGION_OUT_OF_SCOPE, BAD_USER_INPUT
   */
  return async (
    region: string,
    since: Date,
    by: Identity,
  ): Promise<readonly VerificationTotal[]> => {
    requireRegion(by, region);
    const age = now().getTime() - since.getTime();
    if (age < 0 || age > LOOK_BACK_DAYS * DAY_MS) {
      throw new DomainError(
        'BAD_USER_INPUT',
        `"since" is within the last ${LOOK_BACK_DAYS} days.`,
        {
          fields: ['since'],
        },
      );
    }
    return store.totals(region, since, SMALL);
  };
}
