import { setTimeout as sleep } from 'node:timers/promises';
import {
  codesPublisher,
  NATIONAL_EDITIONS,
  nationalPolicy,
} from '../../subgraphs/codes/publish.ts';
import { publishedReader, type ReferenceData } from '../../subgraphs/codes/published.ts';
import { stepOf, type Step } from '../../subgraphs/codes/rehearsal/steps.ts';
import { residentsPublisher } from '../../subgraphs/residents/publish.ts';
import { openAgreeing } from '../agreement/act-in-codes.ts';
import { offerAgreement, type Officials, type OfferedMode } from '../agreement/agree.ts';
import { StartError } from '../start-error.ts';
import { readRoots, withDatabases, type Place, type PlaceDatabases } from '../trust/place.ts';
import { ownRegionOf, regionPaths, type OwnRegion } from './region-folder.ts';

/** How a region joins. */
export interface JoinOptions {
  /** Id of the national edition that it begins with, unless it has a policy. */
  readonly policy: string;
  /** How long a trust list that carries the region is waited for, in milliseconds. */
  readonly wait: number;
  /** Offers that are made to other regions; null: none. */
  readonly agree: JoinOffers | null;
}

/** Which regions are offered that their codes are taken here, and by whom. */
export interface JoinOffers {
  readonly issuers: readonly string[];
  readonly mode: OfferedMode;
  readonly officials: Officials;
}

/** How often is looked whether the list is there, in milliseconds. */
const LOOK_MS = 2_000;

async function listed(read: () => Promise<ReferenceData>, region: string, wait: number) {
  const until = Date.now() + wait;
  for (;;) {
    const reference = await read();
    const carried = reference.trust?.region(region);
    if (carried?.state === 'ACTIVE' || Date.now() >= until) return { reference, carried };
    await sleep(LOOK_MS);
  }
}

async function publishPolicy(
  { codes }: PlaceDatabases,
  { region, names }: OwnRegion,
  reference: ReferenceData,
  edition: string,
): Promise<string> {
  const chosen = NATIONAL_EDITIONS.find(({ id }) => id === edition);
  if (!chosen) {
    throw new StartError(`Editions are ${NATIONAL_EDITIONS.map(({ id }) => id).join(', ')}.`);
  }
  const publisher = await codesPublisher(codes);
  try {
    await publisher.regions([{ id: region, names }]);
    if (reference.policies.some((policy) => policy.region === region)) return 'the region has one';
    await publisher.policy(nationalPolicy(chosen, region, 1, new Date()));
    return `${chosen.id}, as version 1`;
  } finally {
    await publisher.close();
  }
}

async function openRegistration({ residents }: PlaceDatabases, region: string) {
  if (residents === null) return { notDone: 'set RESIDENTS_DATABASE_URL and join again' };
  const publisher = await residentsPublisher(residents);
  try {
    await publisher.openRegistration([region]);
  } finally {
    await publisher.close();
  }
  return 'residents of the region can register';
}

/** Offers to every region with which nothing stands, and says what came of it. */
async function offers(
  env: NodeJS.ProcessEnv,
  place: Place,
  receiver: string,
  { issuers, mode, officials }: JoinOffers,
): Promise<string> {
  const { ask, close } = await openAgreeing(env, place);
  try {
    const made: string[] = [];
    for (const issuer of issuers) {
      const offer = { receiver, issuer, mode };
      made.push(`${issuer} ${await offerAgreement(ask, offer, officials, new Date())}`);
    }
    return made.join(', ');
  } finally {
    await close();
  }
}

function agreementsOf({ trust, agreements }: ReferenceData, region: string) {
  const others = (trust?.list.regions ?? []).filter((one) => one.region !== region);
  const missing = others.filter(
    (other) => !agreements.some((one) => one.receiver === region && one.issuer === other.region),
  );
  if (missing.length === 0) return `with all ${others.length} regions of the list`;
  const names = missing.map(({ region: id }) => id).join(', ');
  return {
    notDone: `propose them by --agree-with or in the console; none takes codes of ${names} here`,
  };
}

const REST = ['POLICY', 'REGISTRATION', 'AGREEMENTS'];

/**
 * Joins: waits until the trust list carries the region, publishes its name and the policy it begins
 * with, opens registration, and says which agreements are missing. Run again it goes on.
 */
export async function joinRegion(
  env: NodeJS.ProcessEnv,
  place: Place,
  region: string,
  { policy, wait, agree }: JoinOptions,
): Promise<Step[]> {
  const paths = regionPaths(place, region);
  const own = ownRegionOf(paths, region);
  const roots = await readRoots(place.rootsFile);
  return withDatabases(env, place.root, async (urls) => {
    const reader = await publishedReader(urls.codes, roots);
    try {
      const { reference, carried } = await listed(reader.read, region, wait);
      const version = reference.trust?.list.version ?? 0;
      const why = `give the authority ${paths.uploadFile}, and publish the list it signs`;
      const inList = await stepOf('LISTED', () =>
        carried?.state === 'ACTIVE' ? `in list ${version}` : { notDone: why },
      );
      if (inList.state !== 'PASSED') {
        const rest = REST.map((step) => stepOf(step, () => ({ notDone: 'not in the list yet' })));
        return [inList, ...(await Promise.all(rest))];
      }
      return [
        inList,
        await stepOf('POLICY', () => publishPolicy(urls, own, reference, policy)),
        await stepOf('REGISTRATION', () => openRegistration(urls, region)),
        await stepOf('AGREEMENTS', () =>
          agree ? offers(env, place, region, agree) : agreementsOf(reference, region),
        ),
      ];
    } finally {
      await reader.close();
    }
  });
}
