import { DomainError } from '../../kit/domain-error.ts';
import type { Identity } from '../../kit/identity.ts';
import type { DivisionBook } from '../../kit/standards/gbt2260.ts';
import type { Right } from './rights.ts';
import { purposesOf, rightsOf, type Role } from './roles.ts';

/** An account at the sign-in provider, with what it may do here. */
export interface Account {
  /** Subject or client id at the provider. */
  readonly subject: string;
  readonly role: Role;
  /** Name that colleagues and residents read; null for people and clients. */
  readonly name: string | null;
  /** Division the account belongs to. */
  readonly region: string;
  /** Divisions granted, with everything below them. */
  readonly grants: readonly string[];
  /** A partner's granted scopes; empty for other roles. */
  readonly scopes: readonly string[];
  /** A partner's granted purposes; empty for other roles. */
  readonly purposes: readonly string[];
  readonly agency: string | null;
  /** Rights of the role that were taken away from this account. */
  readonly withheld: readonly Right[];
  readonly disabledAt: Date | null;
  /** Counts changes; a change names the version it is made to. */
  readonly version: number;
}

/** A registration that an account may act for: its own or a ward's. */
export interface ActsFor {
  readonly region: string;
  readonly residentId: string;
}

/** Accounts, kept. */
export interface AccountStore {
  find(subject: string): Promise<Account | null>;
  /**
   * The account's own registrations and those of its wards, while it is their guardian; rejected
   * ones left out.
   */
  actsFor(subject: string, at: Date): Promise<readonly ActsFor[]>;
  /** Writes an account as it is given, in place of an earlier one. For the command line. */
  put(account: Account): Promise<void>;
}

function kindOf(role: Role): Identity['kind'] {
  if (role === 'RESIDENT') return 'RESIDENT';
  return role === 'PARTNER' || role === 'VERIFIER' ? 'PARTNER' : 'OFFICIAL';
}

/** Scopes and rights that an account holds: its role's but those taken away, or a partner's own. */
export function scopesOf({ role, withheld, scopes }: Account): string[] {
  const kept: readonly string[] = rightsOf(role).filter((right) => !withheld.includes(right));
  return [...kept, ...scopes];
}

/** Use cases of accounts. `registrars` = the regions that register residents. */
export function accountUseCases(
  store: AccountStore,
  divisions: DivisionBook,
  registrars: () => Promise<readonly string[]>,
  now: () => Date,
) {
  async function regionsOf(grants: readonly string[]): Promise<string[]> {
    const all = await registrars();
    return all.filter((region) => grants.some((root) => divisions.covers(root, region)));
  }

  return {
    /** The account behind a request, for itself. @throws {DomainError} FORBIDDEN */
    async viewer(subject: string): Promise<Account> {
      const account = await store.find(subject);
      if (!account) throw new DomainError('FORBIDDEN', 'This account has no access.');
      return account;
    },

    /**
     * What an account may do now, as the gateway signs it into the identity.
     * @throws {DomainError} FORBIDDEN for an account that is unknown or disabled
     */
    async grantsOf(subject: string): Promise<Identity> {
      const account = await store.find(subject);
      if (!account || account.disabledAt) {
        throw new DomainError('FORBIDDEN', 'This account has no access.');
      }
      const { role, grants, agency } = account;
      const kind = kindOf(role);
      const actsFor = kind === 'RESIDENT' ? await store.actsFor(subject, now()) : null;
      return {
        kind,
        subject,
        grants,
        agency,
        scopes: scopesOf(account),
        purposes: [...purposesOf(role), ...account.purposes],
        regions: actsFor
          ? [...new Set(actsFor.map(({ region }) => region))]
          : await regionsOf(grants),
        residents: actsFor ? actsFor.map(({ residentId }) => residentId) : '*',
      };
    },
  };
}
