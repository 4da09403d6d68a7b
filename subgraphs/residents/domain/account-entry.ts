import type { AuditAction, AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { isAccountName } from '../../kit/identity.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { Account } from './account.ts';

/** Accounts, to enter one that no administrator enters. */
export interface EnteredAccounts {
  /** False when the subject is taken, in whatever region. Atomic. */
  add(account: Account): Promise<boolean>;
}

/** Notes what was done with an account: which, and what it may do now. */
export function noteAccount(
  audit: AuditTrail,
  action: AuditAction,
  { region, subject, role, withheld, grants }: Account,
): void {
  const detail = { role, withheld: withheld.join(','), grants: grants.join(',') };
  audit.note({ region, action, objectId: subject, detail });
}

/** What an account is that nobody has decided anything of yet. */
export const UNDECIDED = {
  ...{ name: null, scopes: [], purposes: [], agency: null, withheld: [] },
  ...{ disabledAt: null, version: 1 },
} as const;

/** An account that registers itself: what it may do follows from its registrations. */
function residentOf(subject: string): Account {
  return { ...UNDECIDED, subject, role: 'RESIDENT', region: NATION, grants: [] };
}

/** Enters an account, which the log keeps. @throws {DomainError} CONFLICT when it has a role */
export async function enterAccount(
  store: EnteredAccounts,
  audit: AuditTrail,
  account: Account,
): Promise<Account> {
  if (!(await store.add(account))) {
    throw new DomainError('CONFLICT', 'This account has a role already.');
  }
  noteAccount(audit, 'ACCOUNT_ADDED', account);
  return account;
}

/** Enters the accounts of people who sign in. RULES.md §3. */
export function accountEntry(store: EnteredAccounts, audit: AuditTrail) {
  return {
    /**
     * The account of a person who has signed in for the first time. RULES.md §3.11.
     * @throws {DomainError} FORBIDDEN for what is no account's name, CONFLICT when it has a role
     */
    async resident(subject: string): Promise<Account> {
      if (!isAccountName(subject)) {
        throw new DomainError('FORBIDDEN', 'This account has no access.');
      }
      return enterAccount(store, audit, residentOf(subject));
    },
  };
}
