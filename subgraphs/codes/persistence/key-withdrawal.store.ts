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
      const em = await tx();
      const { region, kid } = withdrawal;
      if ((await em.count(KeyWithdrawalRow, { region, kid })) > 0) return false;
      await em.insert(KeyWithdrawalRow, withdrawal);
      return true;
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
