import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { AccountStore } from '../domain/account.ts';
import { AccountRow } from './account.entity.ts';
import { ResidentRow } from './resident.entity.ts';

/** Accounts in PostgreSQL, within one request's transaction. */
export function accountStore(tx: Transaction): AccountStore {
  return {
    async find(subject) {
      const row = await (await tx()).findOne(AccountRow, { subject });
      if (!row) return null;
      const { name, agency, disabledAt } = row;
      const optional = { name: name ?? null, agency: agency ?? null };
      return { ...row, ...optional, disabledAt: disabledAt ?? null };
    },
    async actsFor(subject) {
      const em = await tx();
      const own = { account: subject, state: { $ne: 'REJECTED' as const } };
      const rows = await em.find(ResidentRow, own, { fields: ['region', 'id'] });
      return rows.map(({ region, id }) => ({ region, residentId: id }));
    },
    async add(account) {
      const { grants, scopes, purposes, ...rest } = account;
      const lists = { grants: [...grants], scopes: [...scopes], purposes: [...purposes] };
      await (await tx()).upsert(AccountRow, { ...rest, ...lists });
    },
  };
}
