import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { SMALL } from '../domain/statistics/statistics.ts';
import { verificationTotalsStore } from './verification-count.store.ts';
import type { AgreementCounts, ColorCount } from '../domain/agreement/dry-run.ts';

/**
 * Anonymous counts in PostgreSQL: of codes by a function that gives numbers of any region, none
 * below five; of verdicts from the receiver's own counters, which nobody else reads.
 */
export function agreementCounts(tx: Transaction): AgreementCounts {
  return {
    async codes(issuer) {
      const em = await tx();
      return rowsOfQuery<ColorCount>(em, 'select * from codes.standing_counts($1)', [issuer]);
    },
    async verdicts(receiver, issuer, since) {
      const totals = await verificationTotalsStore(tx).totals(receiver, since, SMALL);
      return totals
        .filter((total) => total.issuer === issuer)
        .map(({ outcome, count }) => ({ outcome, count }));
    },
  };
}
