import { insertNew } from '../../kit/insert-new.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { LIFE_MS } from '../domain/code/issued-token.ts';
import type { KeyWithdrawals } from '../domain/trust/key-withdrawal.ts';
import { CodeTokenRow } from './code-token.entity.ts';
import { KeyWithdrawalRow } from './key-withdrawal.entity.ts';

/** Which texts a key of a use signs; others sign no code. */
const KINDS = { dynamic: 'DYNAMIC', paper: 'PAPER' } as const;

/** Withdrawn keys in PostgreSQL, within one request's transaction. */
export function keyWithdrawals(tx: Transaction, now: () => Date): KeyWithdrawals {
  return {
    async withdraw(withdrawal) {
      return insertNew(await tx(), KeyWithdrawalRow, withdrawal);
    },
    async countLive(region, use, since) {
      if (use !== 'dynamic' && use !== 'paper') return 0;
      const kind = KINDS[use];
      const at = now();
      // What was issued before has expired: of a key's half year only the last days are read.
      const oldest = new Date(Math.max(since.getTime(), at.getTime() - LIFE_MS[kind]));
      return (await tx()).count(CodeTokenRow, {
        ...{ region, kind, withdrawnAt: null },
        ...{ issuedAt: { $gte: oldest }, expiresAt: { $gt: at } },
      });
    },
  };
}
