import { randomBytes } from 'node:crypto';
import { writeSealed } from '../embedded/sealed-file.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import { createKeyPair, type ProviderClient } from '../embedded/openid-settings.ts';
import { ROLE_SCOPES, type Account, type Role } from '../../subgraphs/residents/publish.ts';
import { ISSUING_REGIONS } from './demo-regions.ts';

/** An account of the demo with the client that signs in as it. */
export interface DemoAccount {
  readonly account: Account;
  readonly client: ProviderClient;
}

/** Partner of the demo: signs in with a key. */
export const DEMO_PARTNER = 'demo-partner';
/** Client behind the `curl` line that `npm start` prints: it can only verify, in Sichuan. */
export const DEMO_VERIFIER = 'demo-verifier';
/** A person of the demo without a registration yet. */
export const DEMO_RESIDENT = 'demo-resident';

const DAY_S = 86_400;

const OFFICIAL_ROLES: readonly Role[] = ['REVIEWER', 'CASE_OFFICER', 'DESK', 'LABORATORY'];

/** Subject of the demo's official of a role in a region. */
export function officialSubject(role: Role, region: string): string {
  return `${role.toLowerCase().replace('_', '-')}-${region}`;
}

function account(
  subject: string,
  role: Role,
  region: string,
  more: Partial<Account> = {},
): Account {
  const none = { scopes: [], purposes: [], agency: null, disabledAt: null };
  return { subject, role, region, grants: [region], ...none, ...more };
}

function withSecret(given: Account, accessTokenSeconds = 600): DemoAccount {
  const secret = randomBytes(24).toString('base64url');
  const { subject: clientId, role } = given;
  const scopes = [...ROLE_SCOPES[role], ...given.scopes];
  return { account: given, client: { clientId, secret, scopes, accessTokenSeconds } };
}

/** Makes the demo's accounts with fresh secrets, and the partner's key file. */
export async function makeDemoAccounts(folder: DataFolder): Promise<DemoAccount[]> {
  const { publicJwk, privatePem } = await createKeyPair();
  writeSealed(folder.partnerKeyFile, privatePem);
  const partner = account(DEMO_PARTNER, 'PARTNER', '000000', {
    scopes: ['code:verify'],
    purposes: ['ENTRY', 'TRANSPORT', 'WORK', 'CARE'],
    agency: 'demo-railway',
  });
  const officials = ISSUING_REGIONS.flatMap((region) =>
    OFFICIAL_ROLES.map((role) => {
      const agency = `${role === 'LABORATORY' ? 'laboratory' : 'health-commission'}-${region}`;
      return withSecret(account(officialSubject(role, region), role, region, { agency }));
    }),
  );
  return [
    {
      account: partner,
      client: {
        ...{ clientId: DEMO_PARTNER, scopes: ['code:verify'], accessTokenSeconds: 600 },
        publicKey: { ...publicJwk },
      },
    },
    withSecret(account(DEMO_VERIFIER, 'VERIFIER', '510000'), DAY_S),
    withSecret(account(DEMO_RESIDENT, 'RESIDENT', '000000', { grants: [] })),
    withSecret(account('administrator-000000', 'ADMINISTRATOR', '000000')),
    ...officials,
  ];
}
