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

const OFFICIAL_ROLES: readonly Role[] = [
  'REVIEWER',
  'CASE_OFFICER',
  'DESK',
  'LABORATORY',
  'VERIFIER',
];

/** Plainly invented names, one a role, as in the pictures of the console. */
const OFFICIAL_NAMES: Readonly<Partial<Record<Role, string>>> = {
  REVIEWER: '陈样审',
  CASE_OFFICER: '顾样案',
  DESK: '沈样窗',
  LABORATORY: '甲检验所',
  VERIFIER: '卫样验',
};

/** People of the demo who sign in: their stories give a code of each look. */
export const DEMO_PEOPLE = {
  'resident-green': 'GREEN',
  'resident-yellow': 'SYMPTOM',
  'resident-red': 'DETECTED',
  'resident-suspended': 'CHECK_INS_LAPSED',
} as const;
/** Where they live: registered by the city. */
export const DEMO_PEOPLE_REGION = '330100';
/** Official at the national hub, who looks into every region. */
const HUB_REVIEWER = 'reviewer-000000';

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
  const none = { name: null, scopes: [], purposes: [], agency: null, disabledAt: null };
  return { subject, role, region, grants: [region], ...none, ...more };
}

function withSecret(given: Account, accessTokenSeconds = 600): DemoAccount {
  const secret = randomBytes(24).toString('base64url');
  const { subject: clientId, role } = given;
  const scopes = [...ROLE_SCOPES[role], ...given.scopes];
  return { account: given, client: { clientId, secret, scopes, accessTokenSeconds } };
}

/** People who have just applied and wait for an official; they do not sign in. */
export const DEMO_APPLICANTS = 40;

/** Subject of an applicant's account. */
export function applicantSubject(index: number): string {
  return `applicant-${String(index).padStart(2, '0')}`;
}

/** Accounts of the demo's applicants. */
export function applicantAccounts(): Account[] {
  return Array.from({ length: DEMO_APPLICANTS }, (_, index) =>
    account(applicantSubject(index), 'RESIDENT', '000000', { grants: [] }),
  );
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
      const name = OFFICIAL_NAMES[role] ?? null;
      return withSecret(account(officialSubject(role, region), role, region, { agency, name }));
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
    ...[DEMO_RESIDENT, ...Object.keys(DEMO_PEOPLE)].map((subject) =>
      withSecret(account(subject, 'RESIDENT', '000000', { grants: [] })),
    ),
    withSecret(
      account(HUB_REVIEWER, 'REVIEWER', '000000', { name: '孟样枢', agency: 'national-hub' }),
    ),
    withSecret(account('administrator-000000', 'ADMINISTRATOR', '000000')),
    ...officials,
  ];
}
