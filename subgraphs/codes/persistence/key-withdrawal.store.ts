import { insertNew } from '../../kit/insert-new.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
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
      const em = await tx();
      return em.count(CodeTokenRow, {
        ...{ region, kind: KINDS[use], withdrawnAt: null },
        ...{ issuedAt: { $gte: since }, expiresAt: { $gt: now() } },
      });
    },
  };
}
