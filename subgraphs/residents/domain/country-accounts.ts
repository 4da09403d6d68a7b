import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { isAccountName } from '../../kit/identity.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import { keptName } from './account-draft.ts';
import { enterAccount, noteAccount, UNDECIDED, type EnteredAccounts } from './account-entry.ts';
import { scopesOf, type Account } from './account.ts';
import type { Right } from './rights.ts';

/** Roles at the country that the operator gives, with the right without which one does not stand. */
const OPERATOR_ROLES = {
  ADMINISTRATOR: 'account:manage',
  OVERSIGHT: 'audit:read',
} as const satisfies Readonly<Record<string, Right>>;
/** One role at the country that the operator gives. */
export type CountryRole = keyof typeof OPERATOR_ROLES;

/** Most administrators of the country at a time: one, a deputy, and who takes over from either. */
const ADMINISTRATORS_MAX = 3;

/** What the operator decides of an account of the country. */
export interface CountryEntry {
  readonly role: CountryRole;
  readonly subject: string;
  readonly name: string | null;
  /** An administrator is to stand beside those who do. */
  readonly beside: boolean;
  /** Account of that role that is to have no access from then on; null: none. */
  readonly insteadOf: string | null;
}

/** What entering an account of the country came to. */
export interface CountryEntered {
  /** False when it stood already. */
  readonly isNew: boolean;
  /** Account that lost its access; null when none did. */
  readonly left: string | null;
  /** Others of that role that stand at the country. */
  readonly others: readonly string[];
}

/** Accounts of the country, kept. */
export interface CountryAccounts extends EnteredAccounts {
  /** Those of a role; whoever asks at the same time waits for this end. */
  ofRole(role: CountryRole): Promise<readonly Account[]>;
  /** Writes the account unless its version has moved on; false then. Atomic. */
  change(account: Account, version: number): Promise<boolean>;
}

function countryAccount({ role, subject }: CountryEntry, name: string | null): Account {
  return { ...UNDECIDED, role, subject, name, region: NATION, grants: [NATION] };
}

/** What stands against one more administrator; null when nothing does. */
function againstAnother(standing: number, { beside, insteadOf }: CountryEntry): DomainError | null {
  if (standing > 0 && !beside && insteadOf === null) {
    return new DomainError('CONFLICT', 'The country has an administrator, who enters others.');
  }
  if (standing - (insteadOf === null ? 0 : 1) < ADMINISTRATORS_MAX) return null;
  return new DomainError('CONFLICT', `The country has ${ADMINISTRATORS_MAX} administrators.`);
}

/** Accounts of the country, which the operator enters: no administrator does. RULES.md §3.10, §3.14, §3.15. */
export function countryAccounts(store: CountryAccounts, audit: AuditTrail, now: () => Date) {
  /** Whether an account has what its role is for, in every region. */
  async function standing(role: CountryRole): Promise<readonly Account[]> {
    return (await store.ofRole(role)).filter(
      (account) =>
        account.disabledAt === null &&
        account.grants.includes(NATION) &&
        scopesOf(account).includes(OPERATOR_ROLES[role]),
    );
  }

  async function disable(account: Account): Promise<void> {
    const disabled = { ...account, disabledAt: now() };
    if (!(await store.change(disabled, account.version))) {
      throw new DomainError('STALE_VERSION', 'Somebody else changed this account meanwhile.');
    }
    noteAccount(audit, 'ACCOUNT_DISABLED', disabled);
  }

  return {
    /** Accounts of a role that stand at the country. */
    async standing(role: CountryRole): Promise<readonly string[]> {
      return (await standing(role)).map(({ subject }) => subject);
    },

    /**
     * Enters an account; the same one again changes nothing.
     * @throws {DomainError} BAD_USER_INPUT; NOT_FOUND when nobody stands whom it is to follow;
     *   CONFLICT when others stand and it is not said to be beside or instead of one, or it has a role
     */
    async enter(entry: CountryEntry): Promise<CountryEntered> {
      const { role, subject, insteadOf } = entry;
      if (!isAccountName(subject) || subject === insteadOf) {
        throw new DomainError('BAD_USER_INPUT', 'This is no account of a sign-in provider.');
      }
      const name = keptName(entry.name);
      const before = await standing(role);
      const isNew = before.every((one) => one.subject !== subject);
      const leaving = before.find((one) => one.subject === insteadOf);
      if (isNew) {
        if (insteadOf !== null && !leaving) {
          throw new DomainError('NOT_FOUND', 'Nobody of this name stands there.');
        }
        const obstacle = role === 'ADMINISTRATOR' ? againstAnother(before.length, entry) : null;
        if (obstacle) throw obstacle;
        await enterAccount(store, audit, countryAccount(entry, name));
      }
      if (leaving) await disable(leaving);
      const gone = [subject, insteadOf];
      const others = before.map((one) => one.subject).filter((one) => !gone.includes(one));
      return { isNew, left: leaving?.subject ?? null, others };
    },
  };
}
