import type { InferEntity } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { Account, AccountStore } from '../domain/account.ts';
import type { EnteredAccounts } from '../domain/account-entry.ts';
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

/** Writes a new account; false when its subject is taken, here or in another region. Atomic. */
export async function addAccount(tx: Transaction, account: Account): Promise<boolean> {
  const em = await tx();
  const [taken] = await em.execute<{ taken: boolean }[]>(
    'select "residents"."subject_taken"(?) as taken',
    [account.subject],
  );
  if (taken?.taken !== false) return false;
  await em.insert(AccountRow, toAccountRow(account));
  return true;
}

/** Accounts in PostgreSQL, to enter one that no administrator enters. */
export function enteredAccounts(tx: Transaction): EnteredAccounts {
  return {
    async administrators() {
      const em = await tx();
      await em.execute(`select pg_advisory_xact_lock(hashtext('residents.account ${NATION}'))`);
      const rows = await em.find(AccountRow, { region: NATION, role: 'ADMINISTRATOR' });
      return rows.map(toAccount);
    },
    add: (account) => addAccount(tx, account),
  };
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
