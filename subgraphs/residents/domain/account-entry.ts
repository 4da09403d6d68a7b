import type { AuditAction, AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import { keptName } from './account-draft.ts';
import { isAccountName, scopesOf, type Account } from './account.ts';

/** Accounts, to enter one that no administrator enters. */
export interface EnteredAccounts {
  /** Administrators that stand at the country; whoever asks at the same time waits for this end. */
  administrators(): Promise<readonly Account[]>;
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

const NOTHING = { name: null, scopes: [], purposes: [], agency: null, withheld: [] } as const;
const FRESH = { disabledAt: null, version: 1 } as const;

/** An account that registers itself: what it may do follows from its registrations. */
function residentOf(subject: string): Account {
  return { subject, role: 'RESIDENT', region: NATION, grants: [], ...NOTHING, ...FRESH };
}

function administratorOf(subject: string, name: string | null): Account {
  const everywhere = { region: NATION, grants: [NATION] };
  return { subject, role: 'ADMINISTRATOR', ...everywhere, ...NOTHING, ...FRESH, name };
}

/** Whether an account enters others in every region. */
function administers(account: Account): boolean {
  return (
    account.disabledAt === null &&
    account.grants.includes(NATION) &&
    scopesOf(account).includes('account:manage')
  );
}

/** Enters accounts that no administrator can: those before whom there is none. RULES.md §3. */
export function accountEntry(store: EnteredAccounts, audit: AuditTrail) {
  async function entered(account: Account): Promise<Account> {
    if (!(await store.add(account))) {
      throw new DomainError('CONFLICT', 'This account has a role already.');
    }
    noteAccount(audit, 'ACCOUNT_ADDED', account);
    return account;
  }

  return {
    /**
     * The account of a person who has signed in for the first time. RULES.md §3.11.
     * @throws {DomainError} FORBIDDEN for what is no account's name, CONFLICT when it has a role
     */
    async resident(subject: string): Promise<Account> {
      if (!isAccountName(subject)) {
        throw new DomainError('FORBIDDEN', 'This account has no access.');
      }
      return entered(residentOf(subject));
    },

    /**
     * The first administrator of the country; the same one again changes nothing. RULES.md §3.10.
     * @returns false when it stands already
     * @throws {DomainError} BAD_USER_INPUT; CONFLICT when another one stands, or it has a role
     */
    async administrator(subject: string, givenName: string | null): Promise<boolean> {
      if (!isAccountName(subject)) {
        throw new DomainError('BAD_USER_INPUT', 'This is no account of a sign-in provider.');
      }
      const name = keptName(givenName);
      const standing = (await store.administrators()).filter(administers);
      if (standing.some((one) => one.subject === subject)) return false;
      if (standing.length > 0) {
        throw new DomainError('CONFLICT', 'The country has an administrator, who enters others.');
      }
      await entered(administratorOf(subject, name));
      return true;
    },
  };
}
