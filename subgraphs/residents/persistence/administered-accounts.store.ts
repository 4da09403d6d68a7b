import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { rowsOf } from '../../kit/keyset.ts';
import type { AdministeredAccounts } from '../domain/account-administration.ts';
import { AccountRow } from './account.entity.ts';
import { addAccount, changeAccount, toAccount } from './account.store.ts';

/** Officials' accounts as administrators see them, within one request's transaction. */
export function administeredAccounts(
  tx: Transaction,
  regions: readonly string[],
): AdministeredAccounts {
  // Beside those of the scope, row security shows everybody their own account.
  const inRegions = { region: { $in: [...regions] }, role: { $ne: 'RESIDENT' as const } };

  return {
    async find(subject) {
      const row = await (await tx()).findOne(AccountRow, { subject, ...inRegions });
      return row && toAccount(row);
    },
    async list({ region, role, disabled }, { first, after }) {
      const em = await tx();
      const where = {
        $and: [
          inRegions,
          ...(region === null ? [] : [{ region }]),
          ...(role === null ? [] : [{ role }]),
          ...(disabled === null ? [] : [{ disabledAt: disabled ? { $ne: null } : null }]),
        ],
      };
      const subject = after?.[0];
      const beyond = subject === undefined ? {} : { subject: { $gt: subject } };
      const rows = await em.find(
        AccountRow,
        { $and: [where, beyond] },
        { orderBy: { subject: 'asc' }, limit: first + 1 },
      );
      return rowsOf(rows.map(toAccount), () => em.count(AccountRow, where));
    },
    add: (account) => addAccount(tx, account),
    change: (account, version) => changeAccount(tx, account, version),
  };
}
