import { setTimeout as sleep } from 'node:timers/promises';
import { GRANTS_LEASE_MS, isProcessSubject } from '../kit/identity.ts';
import { openOrm } from '../kit/orm.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { PUBLISHER } from '../kit/scope/row-policies.ts';
import { NATION } from '../kit/standards/gbt2260.ts';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import type { Account } from './domain/account.ts';
import type { Agency } from './domain/agency.ts';
import {
  countryAccounts,
  type CountryEntered,
  type CountryEntry,
  type CountryRole,
} from './domain/country-accounts.ts';
import { accountStore, enteredAccounts } from './persistence/account.store.ts';
import { agencyStore } from './persistence/agency.store.ts';
import { divisionStore } from './persistence/division.store.ts';
import { storage } from './persistence/storage.ts';

export type { Account } from './domain/account.ts';
export type { Agency } from './domain/agency.ts';
export type { CountryEntered, CountryEntry, CountryRole } from './domain/country-accounts.ts';
export { rightsOf, type Role } from './domain/roles.ts';

/** Writes what is the same for everyone, and accounts; for the command line. Can be repeated. */
export interface ResidentsPublisher {
  /** Loads the code book of divisions. */
  divisions(): Promise<void>;
  /** Makes divisions regions that register residents. */
  openRegistration(codes: readonly string[]): Promise<void>;
  agency(agency: Agency): Promise<void>;
  account(account: Account): Promise<void>;
  /** Accounts of a role that stand at the country. */
  standingAtCountry(role: CountryRole): Promise<readonly string[]>;
  /**
   * Enters an account of the country, with an entry of the audit log; the same one again changes
   * nothing. Whoever lost its access is refused from then on.
   * @throws {DomainError} BAD_USER_INPUT, NOT_FOUND, CONFLICT, AUDIT_UNAVAILABLE
   */
  enterAtCountry(entry: CountryEntry): Promise<CountryEntered>;
  close(): Promise<void>;
}

/** Opens publishing into residents, as its application role. */
export async function residentsPublisher(databaseUrl: string): Promise<ResidentsPublisher> {
  const orm = await openOrm(storage, databaseUrl, 2);
  const scope = { regions: [], residents: [], subject: PUBLISHER };
  const atCountry = <T>(work: (accounts: ReturnType<typeof countryAccounts>) => Promise<T>) =>
    inScope(orm, { regions: [NATION], residents: '*', subject: PUBLISHER }, (tx, audit) =>
      work(countryAccounts(enteredAccounts(tx), audit, () => new Date())),
    );
  return {
    divisions: () => inScope(orm, scope, (tx) => divisionStore(tx).load(DIVISIONS)),
    openRegistration: (codes) =>
      inScope(orm, scope, (tx) => divisionStore(tx).openRegistration(codes)),
    agency: (agency) =>
      inScope(orm, { regions: [agency.region], residents: '*', subject: PUBLISHER }, (tx) =>
        agencyStore(tx).put(agency),
      ),
    account: (account) => {
      if (isProcessSubject(account.subject)) throw new Error('A process has this name.');
      return inScope(orm, { regions: [account.region], residents: '*', subject: PUBLISHER }, (tx) =>
        accountStore(tx).put(account),
      );
    },
    standingAtCountry: (role) => atCountry((accounts) => accounts.standing(role)),
    async enterAtCountry(entry) {
      const entered = await atCountry((accounts) => accounts.enter(entry));
      // Until then a gateway may hold what it had.
      if (entered.left !== null) await sleep(GRANTS_LEASE_MS);
      return entered;
    },
    close: () => orm.close(),
  };
}
