import { isProcessSubject } from '../kit/identity.ts';
import { openOrm } from '../kit/orm.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { PUBLISHER } from '../kit/scope/row-policies.ts';
import { NATION } from '../kit/standards/gbt2260.ts';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import { accountEntry } from './domain/account-entry.ts';
import type { Account } from './domain/account.ts';
import type { Agency } from './domain/agency.ts';
import { accountStore, enteredAccounts } from './persistence/account.store.ts';
import { agencyStore } from './persistence/agency.store.ts';
import { divisionStore } from './persistence/division.store.ts';
import { storage } from './persistence/storage.ts';

export type { Account } from './domain/account.ts';
export type { Agency } from './domain/agency.ts';
export { rightsOf, type Role } from './domain/roles.ts';

/** Writes what is the same for everyone, and accounts; for the command line. Can be repeated. */
export interface ResidentsPublisher {
  /** Loads the code book of divisions. */
  divisions(): Promise<void>;
  /** Makes divisions regions that register residents. */
  openRegistration(codes: readonly string[]): Promise<void>;
  agency(agency: Agency): Promise<void>;
  account(account: Account): Promise<void>;
  /**
   * Enters the first administrator of the country, with an entry of the audit log; the same one
   * again changes nothing, which is false.
   * @throws {DomainError} BAD_USER_INPUT, CONFLICT, AUDIT_UNAVAILABLE
   */
  administrator(subject: string, name: string | null): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens publishing into residents, as its application role. */
export async function residentsPublisher(databaseUrl: string): Promise<ResidentsPublisher> {
  const orm = await openOrm(storage, databaseUrl, 2);
  const scope = { regions: [], residents: [], subject: PUBLISHER };
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
    administrator: (subject, name) =>
      inScope(orm, { regions: [NATION], residents: '*', subject: PUBLISHER }, (tx, audit) =>
        accountEntry(enteredAccounts(tx), audit).administrator(subject, name),
      ),
    close: () => orm.close(),
  };
}
