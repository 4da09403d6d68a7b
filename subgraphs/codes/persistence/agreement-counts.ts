import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { AgreementCounts, ColorCount, OutcomeCount } from '../domain/agreement/dry-run.ts';
import { SMALL } from '../domain/statistics/statistics.ts';
import { verificationTotalsStore } from './verification-count.store.ts';

/**
 * Anonymous counts in PostgreSQL: of codes by a function that gives numbers of any region, none
 * below five; of verdicts as the receiver's statistics show them, so that an issuer, who does not
 * see them, gets none.
 */
export function agreementCounts(tx: Transaction): AgreementCounts {
  return {
    async codes(issuer) {
      const em = await tx();
      return rowsOfQuery<ColorCount>(em, 'select * from codes.standing_counts($1)', [issuer]);
    },
    async verdicts(receiver, issuer, since): Promise<readonly OutcomeCount[]> {
      const totals = await verificationTotalsStore(tx).totals(receiver, since, SMALL);
      return totals
        .filter((one) => one.issuer === issuer)
        .map(({ outcome, count }) => ({ outcome, count }));
    },
  };
}
