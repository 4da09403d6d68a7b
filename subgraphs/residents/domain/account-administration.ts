import { refuseIf } from '../../kit/allowed-action.ts';
import type { AuditAction, AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import {
  isAccountName,
  requireFreshSignIn,
  requireRegion,
  type Identity,
} from '../../kit/identity.ts';
import type { Page, Rows } from '../../kit/page.ts';
import type { DivisionBook } from '../../kit/standards/gbt2260.ts';
import type { Account } from './account.ts';
import { checkAccount, type AccountDraft } from './account-draft.ts';
import { noteAccount } from './account-entry.ts';
import type { AgencyStore } from './agency.ts';
import type { Role } from './roles.ts';
import { ASSIGNABLE_ROLES } from './roles.ts';

/** Which accounts a list holds; null = all. */
export interface AccountFilter {
  readonly region: string | null;
  readonly role: Role | null;
  /** True = only disabled ones, false = only others. */
  readonly disabled: boolean | null;
}

/** Officials' accounts, as an administrator sees them: only those of the scope's regions. */
export interface AdministeredAccounts {
  find(subject: string): Promise<Account | null>;
  /** By subject. */
  list(filter: AccountFilter, page: Page): Promise<Rows<Account>>;
  /** False when the subject is taken, here or in another region. Atomic. */
  add(account: Account): Promise<boolean>;
  /** Writes the account unless its version has moved on; false then. Atomic. */
  change(account: Account, version: number): Promise<boolean>;
}

/** What the use cases need besides the store. */
export interface AdministrationPorts {
  readonly store: AdministeredAccounts;
  readonly agencies: AgencyStore;
  readonly divisions: DivisionBook;
  readonly audit: AuditTrail;
  readonly now: () => Date;
}

/** What stands against changing an account. Nobody gives rights to oneself. RULES.md §3.6. */
export function againstChanging({ subject, role }: Account, by: Identity): DomainError | null {
  if (!by.scopes.includes('account:manage')) {
    return new DomainError('SCOPE_MISSING', 'You may not manage accounts.');
  }
  if (subject === by.subject) {
    return new DomainError('SELF_APPROVAL', 'Another administrator changes your account.');
  }
  if (!ASSIGNABLE_ROLES.includes(role)) {
    return new DomainError('FORBIDDEN', 'No region changes accounts of this role.');
  }
  return null;
}

/** What stands against disabling an account. */
export function againstDisabling(account: Account, by: Identity): DomainError | null {
  const obstacle = againstChanging(account, by);
  if (obstacle || !account.disabledAt) return obstacle;
  return new DomainError('ILLEGAL_TRANSITION', 'This account is disabled; it can be enabled.');
}

/** What stands against enabling an account. */
export function againstEnabling(account: Account, by: Identity): DomainError | null {
  const obstacle = againstChanging(account, by);
  if (obstacle || account.disabledAt) return obstacle;
  return new DomainError('ILLEGAL_TRANSITION', 'This account is enabled; it can be disabled.');
}

/** Use cases of a region's administrator. Source: SECURITY.md, Roles; RULES.md §3. */
export function accountAdministration(ports: AdministrationPorts) {
  const { store, agencies, divisions, audit, now } = ports;

  async function found(subject: string): Promise<Account> {
    const account = await store.find(subject);
    if (!account) {
      throw new DomainError('NOT_FOUND', 'No such account.', { fields: ['id'] });
    }
    return account;
  }

  async function checked(draft: AccountDraft, by: Identity): Promise<AccountDraft> {
    const checkedDraft = checkAccount(draft, by, divisions);
    const { agency } = checkedDraft;
    if (agency !== null && !(await agencies.find(agency))) {
      throw new DomainError('BAD_USER_INPUT', 'There is no such agency.', {
        fields: ['input.agency'],
      });
    }
    return checkedDraft;
  }

  async function written(account: Account, version: number, action: AuditAction) {
    if (!(await store.change(account, version))) {
      throw new DomainError('STALE_VERSION', 'Somebody else changed this account meanwhile.');
    }
    noteAccount(audit, action, account);
    return { ...account, version: version + 1 };
  }

  return {
    /**
     * Gives an account at the sign-in provider a role here.
     * @throws {DomainError} STEP_UP_REQUIRED, BAD_USER_INPUT, REGION_OUT_OF_SCOPE, CONFLICT
     */
    async add(region: string, subject: string, draft: AccountDraft, by: Identity) {
      requireFreshSignIn(by, now());
      requireRegion(by, region);
      if (!isAccountName(subject)) {
        throw new DomainError('BAD_USER_INPUT', 'This is no account of a sign-in provider.', {
          fields: ['input.id'],
        });
      }
      const state = { disabledAt: null, version: 1 };
      const account: Account = { region, subject, ...(await checked(draft, by)), ...state };
      if (!(await store.add(account))) {
        throw new DomainError('CONFLICT', 'This account has a role already.');
      }
      noteAccount(audit, 'ACCOUNT_ADDED', account);
      return account;
    },

    /**
     * Changes what an account may do; it holds from the next request on.
     * @throws {DomainError} STEP_UP_REQUIRED, NOT_FOUND, SELF_APPROVAL, FORBIDDEN, BAD_USER_INPUT,
     *   STALE_VERSION
     */
    async change(subject: string, version: number, draft: AccountDraft, by: Identity) {
      requireFreshSignIn(by, now());
      const account = await found(subject);
      refuseIf(againstChanging(account, by));
      return written({ ...account, ...(await checked(draft, by)) }, version, 'ACCOUNT_CHANGED');
    },

    /**
     * Takes all access away; the account's very next request is refused.
     * @throws {DomainError} STEP_UP_REQUIRED, NOT_FOUND, SELF_APPROVAL, FORBIDDEN,
     *   ILLEGAL_TRANSITION, STALE_VERSION
     */
    async disable(subject: string, version: number, by: Identity) {
      requireFreshSignIn(by, now());
      const account = await found(subject);
      refuseIf(againstDisabling(account, by));
      return written({ ...account, disabledAt: now() }, version, 'ACCOUNT_DISABLED');
    },

    /** Gives access back. @throws {DomainError} as {@link disable} */
    async enable(subject: string, version: number, by: Identity) {
      requireFreshSignIn(by, now());
      const account = await found(subject);
      refuseIf(againstEnabling(account, by));
      return written({ ...account, disabledAt: null }, version, 'ACCOUNT_ENABLED');
    },
  };
}
