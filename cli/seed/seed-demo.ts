import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { basePolicy, codesPublisher } from '../../subgraphs/codes/publish.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { DIVISIONS, divisionBook } from '../../subgraphs/kit/standards/gbt2260-data.ts';
import { shanghaiDay } from '../../subgraphs/kit/standards/shanghai-day.ts';
import { residentsPublisher } from '../../subgraphs/residents/publish.ts';
import type { Ask } from '../all-in-one/ask.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import type { DatabaseUrls } from '../embedded/database.ts';
import type { ProviderSettings } from '../embedded/openid-settings.ts';
import { readSealed, writeSealed } from '../embedded/sealed-file.ts';
import {
  applicantAccounts,
  DEMO_APPLICANTS,
  demoAgencies,
  makeDemoAccounts,
} from './demo-accounts.ts';
import { demoKeys, publishDemoTrust, type DemoKeys } from './demo-keys.ts';
import { DEMO_AGREEMENTS, DEMO_REGIONS, ISSUING_REGIONS } from './demo-regions.ts';
import { playApplicants, playStories, type PlayedResident } from './play.ts';
import { syntheticResidents, type SyntheticResident } from './synthetic-residents.ts';

/** People of the demo and the seed they are invented from. */
const PEOPLE = { seed: 20_200_211, count: 300 } as const;
const DAY_MS = 86_400_000;

const seeded = z.array(
  z.object({
    id: z.string(),
    region: z.string(),
    story: z.enum([
      'GREEN',
      'SYMPTOM',
      'DETECTED',
      'ISOLATION_HOME',
      'ISOLATION_CENTRAL',
      'CHECK_INS_LAPSED',
      'RECOVERED',
    ]),
    kind: z.enum(['LOCAL', 'ELSEWHERE', 'FOREIGNER', 'CHILD', 'ELDER_PAPER']),
  }),
);

function files({ root }: DataFolder) {
  return { done: join(root, 'seeded.json'), begun: join(root, 'seeding') };
}

/** The people of a seeded demo; null when it has not been seeded. */
export function seededPeople(folder: DataFolder): PlayedResident[] | null {
  return readSealed(files(folder).done, seeded);
}

/** Takes away a demo that was killed while it was being seeded: there is nothing else in it yet. */
export function dropHalfSeeded(folder: DataFolder): boolean {
  const { begun, done } = files(folder);
  if (!existsSync(begun) || existsSync(done)) return false;
  const { postgres, providerFile, checkpointFile, trustFloorFile } = folder;
  for (const left of [postgres, providerFile, checkpointFile, trustFloorFile]) {
    rmSync(left, { recursive: true, force: true });
  }
  return true;
}

/** Publishes a fresh trust list of the demo. */
export async function renewDemoTrust(
  folder: DataFolder,
  urls: Pick<DatabaseUrls, 'tongma_codes'>,
  now: Date,
) {
  const publisher = await codesPublisher(urls.tongma_codes);
  try {
    await publishDemoTrust(publisher, demoKeys(folder, now), now);
  } finally {
    await publisher.close();
  }
}

async function publishRules(
  urls: Pick<DatabaseUrls, 'tongma_codes'>,
  { regionKeys }: DemoKeys,
  now: Date,
) {
  const publisher = await codesPublisher(urls.tongma_codes);
  const policyKey = (region: string) => {
    const entry = regionKeys.find((key) => key.region === region && key.use === 'policy');
    if (!entry) throw new Error('A region of the demo has no policy key.');
    return pemSigner(entry.privateKey, 'ES256');
  };
  try {
    await publisher.regions(DEMO_REGIONS);
    for (const { id } of DEMO_REGIONS) await publisher.policy(basePolicy(id, 1, now));
    const term = { version: 1, validFrom: now, validTo: new Date(now.getTime() + 365 * DAY_MS) };
    for (const terms of DEMO_AGREEMENTS) {
      const signers = [policyKey(terms.receiver), policyKey(terms.issuer)];
      await publisher.agreement({ ...terms, ...term }, signers);
    }
  } finally {
    await publisher.close();
  }
}

/**
 * First half of the seed, before anything serves: regions, keys, policies, agreements, accounts.
 * @returns the sign-in provider's settings with the demo's clients
 */
export async function seedReference(
  folder: DataFolder,
  urls: Pick<DatabaseUrls, 'tongma_residents' | 'tongma_codes'>,
  provider: ProviderSettings,
  now: Date,
): Promise<ProviderSettings> {
  writeFileSync(files(folder).begun, '');
  const keys = demoKeys(folder, now);
  await publishRules(urls, keys, new Date(Math.floor(now.getTime() / 1_000) * 1_000 - 1_000));
  const accounts = await makeDemoAccounts(folder);
  const publisher = await residentsPublisher(urls.tongma_residents);
  try {
    await publisher.openRegistration(ISSUING_REGIONS);
    for (const agency of demoAgencies()) await publisher.agency(agency);
    for (const { account } of accounts) await publisher.account(account);
    for (const account of applicantAccounts()) await publisher.account(account);
  } finally {
    await publisher.close();
  }
  return { ...provider, clients: accounts.map(({ client }) => client) };
}

/** Everybody whom the demo invents: those who are played, then those who have just applied. */
export function demoPeople(now: Date, count: number = PEOPLE.count): SyntheticResident[] {
  return syntheticResidents({
    seed: PEOPLE.seed,
    count: count + DEMO_APPLICANTS,
    divisions: DIVISIONS,
    book: divisionBook,
    regions: ISSUING_REGIONS,
    today: shanghaiDay(now),
  });
}

/** Second half: `count` invented people, through the graph; at least 80 for a code of each look. */
export async function seedPeople(
  folder: DataFolder,
  ask: Ask,
  now: Date,
  onProgress: (done: number, all: number) => void,
  count: number = PEOPLE.count,
): Promise<PlayedResident[]> {
  const people = demoPeople(now, count);
  const options = { ask, now, onProgress };
  const played = await playStories(people.slice(0, count), options);
  await playApplicants(people.slice(count), options);
  writeSealed(files(folder).done, JSON.stringify(played));
  rmSync(files(folder).begun, { force: true });
  return played;
}
