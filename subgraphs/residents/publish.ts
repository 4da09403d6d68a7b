import { isProcessSubject } from '../kit/identity.ts';
import { openOrm } from '../kit/orm.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { PUBLISHER } from '../kit/scope/row-policies.ts';
import { NATION } from '../kit/standards/gbt2260.ts';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import type { Account } from './domain/account.ts';
import type { Agency } from './domain/agency.ts';
import { AccountRow } from './persistence/account.entity.ts';
import { accountStore, toAccount } from './persistence/account.store.ts';
import { agencyStore } from './persistence/agency.store.ts';
import { divisionStore } from './persistence/division.store.ts';
import { storage } from './persistence/storage.ts';

export { isAccountName, type Account } from './domain/account.ts';
export type { Agency } from './domain/agency.ts';
export { rightsOf, type Role } from './domain/roles.ts';

/** What entering the first administrator came to. */
export type FirstAdministrator = 'ENTERED' | 'IS_ALREADY' | 'THERE_IS_ONE' | 'OTHER_ACCOUNT';

/** An administrator of the country: enters all others. */
export function countryAdministrator(subject: string, name: string | null): Account {
  return {
    ...{ subject, name, role: 'ADMINISTRATOR', region: NATION, grants: [NATION] },
    ...{ scopes: [], purposes: [], agency: null, withheld: [], disabledAt: null, version: 1 },
  };
}

function isCountryAdministrator({ role, region, disabledAt }: Account): boolean {
  return role === 'ADMINISTRATOR' && region === NATION && disabledAt === null;
}

/** Writes what is the same for everyone, and accounts; for the command line. Can be repeated. */
export interface ResidentsPublisher {
  /** Loads the code book of divisions. */
  divisions(): Promise<void>;
  /** Makes divisions regions that register residents. */
  openRegistration(codes: readonly string[]): Promise<void>;
  agency(agency: Agency): Promise<void>;
  account(account: Account): Promise<void>;
  /**
   * Enters the first administrator of the country, noted in the audit log. Every later account is
   * entered by an administrator.
   */
  firstAdministrator(subject: string, name: string | null): Promise<FirstAdministrator>;
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
      const within = { regions: [account.region], residents: '*' as const, subject: PUBLISHER };
      return inScope(orm, within, (tx) => accountStore(tx, within).put(account));
    },
    firstAdministrator: (subject, name) => {
      const region = NATION;
      const within = { regions: [region], residents: '*' as const, subject: PUBLISHER };
      return inScope(orm, within, async (tx, audit) => {
        const known = await accountStore(tx, within).find(subject);
        if (known) return isCountryAdministrator(known) ? 'IS_ALREADY' : 'OTHER_ACCOUNT';
        const rows = await (await tx()).find(AccountRow, { region, role: 'ADMINISTRATOR' });
        if (rows.map(toAccount).some(isCountryAdministrator)) return 'THERE_IS_ONE';
        const account = countryAdministrator(subject, name);
        await accountStore(tx, within).put(account);
        const detail = { role: account.role, withheld: '', grants: account.grants.join(',') };
        audit.note({ region, action: 'ACCOUNT_ADDED', objectId: subject, detail });
        return 'ENTERED';
      });
    },
    close: () => orm.close(),
  };
}
