import { insertNew } from '../../kit/insert-new.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { DYNAMIC_HOURS, PAPER_DAYS } from '../domain/code/issued-token.ts';
import type { KeyWithdrawals } from '../domain/trust/key-withdrawal.ts';
import { CodeTokenRow } from './code-token.entity.ts';
import { KeyWithdrawalRow } from './key-withdrawal.entity.ts';

const HOUR_MS = 3_600_000;
/** Which texts a key of a use signs, and how long they live at most; others sign no code. */
const TEXTS = {
  dynamic: { kind: 'DYNAMIC', lifeMs: DYNAMIC_HOURS * HOUR_MS },
  paper: { kind: 'PAPER', lifeMs: PAPER_DAYS.most * 24 * HOUR_MS },
} as const;

/** Withdrawn keys in PostgreSQL, within one request's transaction. */
export function keyWithdrawals(tx: Transaction, now: () => Date): KeyWithdrawals {
  return {
    async withdraw(withdrawal) {
      return insertNew(await tx(), KeyWithdrawalRow, withdrawal);
    },
    async countLive(region, use, since) {
      if (use !== 'dynamic' && use !== 'paper') return 0;
      const { kind, lifeMs } = TEXTS[use];
      const at = now();
      // What was issued before has expired: of a key's half year only the last days are read.
      const oldest = new Date(Math.max(since.getTime(), at.getTime() - lifeMs));
      return (await tx()).count(CodeTokenRow, {
        ...{ region, kind, withdrawnAt: null },
        ...{ issuedAt: { $gte: oldest }, expiresAt: { $gt: at } },
      });
    },
  };
}
