import type { InferEntity } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Account, AccountStore } from '../domain/account.ts';
import { isRight } from '../domain/rights.ts';
import { AccountRow } from './account.entity.ts';
import { ofAccount } from './of-account.ts';
import { ResidentRow } from './resident.entity.ts';

/** An account as the domain knows it. A right that is no longer one withholds nothing. */
export function toAccount(row: InferEntity<typeof AccountRow>): Account {
  const { name, agency, disabledAt, withheld } = row;
  return {
    ...row,
    ...{ name: name ?? null, agency: agency ?? null, disabledAt: disabledAt ?? null },
    withheld: withheld.filter(isRight),
  };
}

/** An account as its row has it. */
export function toAccountRow({ grants, scopes, purposes, withheld, ...rest }: Account) {
  const lists = { grants: [...grants], scopes: [...scopes], purposes: [...purposes] };
  return { ...rest, ...lists, withheld: [...withheld] };
}

/** Accounts in PostgreSQL, within one request's transaction. */
export function accountStore(tx: Transaction): AccountStore {
  return {
    async find(subject) {
      const row = await (await tx()).findOne(AccountRow, { subject });
      return row && toAccount(row);
    },
    async actsFor(subject, at) {
      const em = await tx();
      const own = { $and: [ofAccount(subject, at), { state: { $ne: 'REJECTED' as const } }] };
      const rows = await em.find(ResidentRow, own, { fields: ['region', 'id'] });
      return rows.map(({ region, id }) => ({ region, residentId: id }));
    },
    async put(account) {
      await (await tx()).upsert(AccountRow, toAccountRow(account));
    },
  };
}
