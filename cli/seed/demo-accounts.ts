import { randomBytes } from 'node:crypto';
import { writeSealed } from '../embedded/sealed-file.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import { createKeyPair, type ProviderClient } from '../embedded/openid-settings.ts';
import {
  rightsOf,
  type Account,
  type Agency,
  type Role,
} from '../../subgraphs/residents/publish.ts';
import { ISSUING_REGIONS } from './demo-regions.ts';

/** An account of the demo with the client that signs in as it. */
export interface DemoAccount {
  readonly account: Account;
  readonly client: ProviderClient;
}

/** Partner of the demo: signs in with a key. */
export const DEMO_PARTNER = 'demo-partner';
/** Client of the demo's sandbox: it has codes of every verdict, and sees no code of a person. */
export const DEMO_SANDBOX = 'demo-sandbox';
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
  'ADMINISTRATOR',
  'CUSTOMER_SERVICE',
  'PRIVACY_OFFICER',
  'AGREEMENT_OFFICER',
  'POLICY_AUTHOR',
  'POLICY_APPROVER',
  'AUDITOR',
];

/** Officials at the national hub: a second agency for every region. */
const HUB_ROLES: readonly Role[] = [
  'REVIEWER',
  'PRIVACY_OFFICER',
  'AGREEMENT_OFFICER',
  'POLICY_AUTHOR',
  'POLICY_APPROVER',
  'AUDITOR',
  'OVERSIGHT',
];

/** Plainly invented names, one a role, as in the pictures of the console. */
const OFFICIAL_NAMES: Readonly<Partial<Record<Role, string>>> = {
  REVIEWER: '陈样审',
  CASE_OFFICER: '顾样案',
  DESK: '沈样窗',
  LABORATORY: '甲检验所',
  VERIFIER: '卫样验',
  ADMINISTRATOR: '管样理',
  CUSTOMER_SERVICE: '柯样服',
  PRIVACY_OFFICER: '尹样私',
  AGREEMENT_OFFICER: '谢样议',
  POLICY_AUTHOR: '策样拟',
  POLICY_APPROVER: '策样批',
  AUDITOR: '申样计',
  OVERSIGHT: '鉴样察',
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
const HUB = { region: '000000', id: 'national-hub', name: '国家互认枢纽' };
const RAILWAY = { region: '000000', id: 'demo-railway', name: '样例铁路' };

function agencyOf(role: Role, region: string): string {
  return `${role === 'LABORATORY' ? 'laboratory' : 'health-commission'}-${region}`;
}

/** Agencies of the demo: in each region an authority and a laboratory, above them the hub. */
export function demoAgencies(): Agency[] {
  return [
    ...[HUB, RAILWAY],
    ...ISSUING_REGIONS.flatMap((region) => [
      { region, id: `health-commission-${region}`, name: '卫生健康委员会' },
      { region, id: `laboratory-${region}`, name: '甲检验所' },
    ]),
  ];
}

/** Subject of the demo's official of a role in a region. */
export function officialSubject(role: Role, region: string): string {
  return `${role.toLowerCase().replaceAll('_', '-')}-${region}`;
}

function account(
  subject: string,
  role: Role,
  region: string,
  more: Partial<Account> = {},
): Account {
  const none = { name: null, scopes: [], purposes: [], agency: null, withheld: [] };
  const fresh = { disabledAt: null, version: 1 };
  return { subject, role, region, grants: [region], ...none, ...fresh, ...more };
}

function withSecret(given: Account, accessTokenSeconds = 600): DemoAccount {
  const secret = randomBytes(24).toString('base64url');
  const { subject: clientId, role } = given;
  const scopes = [...rightsOf(role), ...given.scopes];
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
      const agency = agencyOf(role, region);
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
    withSecret(
      account(DEMO_SANDBOX, 'PARTNER', '000000', {
        scopes: ['sandbox:verify'],
        purposes: ['ENTRY', 'TRANSPORT', 'WORK', 'CARE'],
        agency: 'demo-railway',
      }),
    ),
    withSecret(account(DEMO_VERIFIER, 'VERIFIER', '510000'), DAY_S),
    ...[DEMO_RESIDENT, ...Object.keys(DEMO_PEOPLE)].map((subject) =>
      withSecret(account(subject, 'RESIDENT', '000000', { grants: [] })),
    ),
    ...HUB_ROLES.map((role) => {
      const name = role === 'REVIEWER' ? '孟样枢' : (OFFICIAL_NAMES[role] ?? null);
      const subject = officialSubject(role, HUB.region);
      return withSecret(account(subject, role, HUB.region, { name, agency: HUB.id }));
    }),
    withSecret(account('administrator-000000', 'ADMINISTRATOR', '000000')),
    ...officials,
  ];
}
