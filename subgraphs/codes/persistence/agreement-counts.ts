import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { AgreementCounts, ColorCount } from '../domain/agreement/dry-run.ts';

/**
 * Anonymous counts in PostgreSQL: of codes by a function that gives numbers of any region, none
 * below five. Verdicts are not counted yet, so that none are known.
 */
export function agreementCounts(tx: Transaction): AgreementCounts {
  return {
    async codes(issuer) {
      const em = await tx();
      return rowsOfQuery<ColorCount>(em, 'select * from codes.standing_counts($1)', [issuer]);
    },
    verdicts: () => Promise.resolve([]),
  };
}
