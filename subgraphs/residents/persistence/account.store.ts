import type { InferEntity } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { Account, AccountStore } from '../domain/account.ts';
import type { CountryAccounts } from '../domain/country-accounts.ts';
import { isRight } from '../domain/rights.ts';
import { AccountRow } from './account.entity.ts';
import { ofAccount } from './of-account.ts';
import { ResidentRow } from './resident.entity.ts';

const ORDERED = { orderBy: { subject: 'asc' } } as const;

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

/** Writes an account unless its version has moved on; false then. Atomic. */
export async function changeAccount(
  tx: Transaction,
  account: Account,
  version: number,
): Promise<boolean> {
  const { region, subject, ...row } = toAccountRow(account);
  const where = { region, subject, version };
  const changed = (await tx()).nativeUpdate(AccountRow, where, { ...row, version: version + 1 });
  return (await changed) > 0;
}

/** Accounts in PostgreSQL, to enter one that no administrator enters. */
export function enteredAccounts(tx: Transaction): CountryAccounts {
  return {
    async ofRole(role) {
      const em = await tx();
      await em.execute(`select pg_advisory_xact_lock(hashtext('residents.account ${NATION}'))`);
      const rows = await em.find(AccountRow, { region: NATION, role }, ORDERED);
      return rows.map(toAccount);
    },
    add: (account) => addAccount(tx, account),
    change: (account, version) => changeAccount(tx, account, version),
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
