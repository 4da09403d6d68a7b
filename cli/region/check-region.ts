import { statSync } from 'node:fs';
import { policyFor, publishedReader, type ReferenceData } from '../../subgraphs/codes/published.ts';
import { KEY_USES, type KeyUse } from '../../subgraphs/codes/publish.ts';
import type { TrustedKey, TrustedRegion } from '../../subgraphs/codes/trust.ts';
import { OperatorError } from '../../subgraphs/kit/operator-error.ts';
import { readRoots, withDatabases, type Place } from '../trust/place.ts';
import { ownRegionOf, regionPaths, type OwnRegion } from './region-folder.ts';
import { publicEntry, readKeyEntries } from './region-keys.ts';

/** One thing that was looked at. */
export interface Check {
  readonly check: string;
  readonly state: 'RIGHT' | 'SOON' | 'WRONG';
  /** What there is; where it is not right, what to do. */
  readonly note: string;
}

const DAY_MS = 86_400_000;
/** When a key that ends is spoken of, in days before: the overlap. */
const KEY_SOON_DAYS = 30;
const LIST_SOON_DAYS = 2;
const CLOCK_TOLERANCE_MS = 120_000;

function right(check: string, note = ''): Check {
  return { check, state: 'RIGHT', note };
}

function soon(check: string, note: string): Check {
  return { check, state: 'SOON', note };
}

function wrong(check: string, note: string): Check {
  return { check, state: 'WRONG', note };
}

function sealed(check: string, path: string): Check {
  try {
    const open = (statSync(path).mode & 0o077) !== 0;
    return open ? wrong(check, `others may read ${path}: chmod 600 it`) : right(check, path);
  } catch {
    return wrong(check, `${path} is not there: \`tongma region init\``);
  }
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function lifeOf(use: KeyUse, keys: readonly TrustedKey[], now: Date): Check {
  const check = `key ${use}`;
  const last = keys
    .filter((key) => key.use === use)
    .toSorted((a, b) => +b.notAfter - +a.notAfter)[0];
  if (!last) return wrong(check, 'there is none: `tongma region init`');
  const days = (last.notAfter.getTime() - now.getTime()) / DAY_MS;
  if (days <= 0) return wrong(check, 'it is over: `tongma region rotate-keys --begins 0`');
  if (days < KEY_SOON_DAYS)
    return soon(check, `ends ${day(last.notAfter)}: \`tongma region rotate-keys\``);
  return right(check, `to ${day(last.notAfter)}`);
}

/** Whether what signs here is what the list carries. */
function listedKey(
  use: KeyUse,
  held: readonly TrustedKey[],
  listed: TrustedRegion,
  now: Date,
): Check {
  const check = `listed ${use}`;
  const own = held.filter((key) => key.use === use);
  const carried = listed.keys.filter(({ kid }) => own.some((key) => key.kid === kid));
  const gone = carried.find(({ state }) => state === 'TERMINATED');
  if (gone) {
    return wrong(
      check,
      `${gone.kid} is withdrawn: \`tongma region rotate-keys --withdraw ${gone.kid}\``,
    );
  }
  const inForce = carried.some(({ notBefore, notAfter }) => notBefore <= now && now < notAfter);
  if (!inForce)
    return wrong(check, 'the list carries no key in force: give the authority upload.cbor');
  const waiting = own.find(({ kid }) => !carried.some((key) => key.kid === kid));
  if (!waiting) return right(check);
  const late = waiting.notBefore.getTime() - now.getTime() < 7 * DAY_MS;
  const note = `${waiting.kid} begins ${day(waiting.notBefore)} and is not listed: upload.cbor`;
  return late ? wrong(check, note) : soon(check, note);
}

function listChecks(
  reference: ReferenceData,
  own: OwnRegion,
  held: readonly TrustedKey[],
  now: Date,
): Check[] {
  const list = reference.trust?.list;
  if (!list) {
    return [
      wrong(
        'trust list',
        'none holds here: `tongma trust publish` the newest, with the right roots',
      ),
    ];
  }
  const days = (list.expiresAt.getTime() - now.getTime()) / DAY_MS;
  const until = `list ${list.version} holds until ${list.expiresAt.toISOString()}`;
  const ends = days <= 0 ? wrong : days < LIST_SOON_DAYS ? soon : right;
  const behind = list.issuedAt.getTime() - now.getTime() > CLOCK_TOLERANCE_MS;
  const head = [
    ends('trust list', until),
    behind
      ? wrong('clock', 'it is behind the trust list: set it')
      : right('clock', 'not behind the trust list'),
  ];
  const listed = list.regions.find(({ region }) => region === own.region);
  if (!listed) {
    return [
      ...head,
      wrong('in the list', 'it does not carry this region: give the authority upload.cbor'),
    ];
  }
  const same = (listed.endpoint ?? null) === own.endpoint && listed.state === own.state;
  return [
    ...head,
    same
      ? right('in the list', [listed.state, listed.endpoint].filter(Boolean).join(' '))
      : soon('in the list', 'address or state differ from here: give the authority upload.cbor'),
    ...KEY_USES.map((use) => listedKey(use, held, listed, now)),
  ];
}

function ruleChecks(
  { policies, agreements, regions }: ReferenceData,
  region: string,
  now: Date,
): Check[] {
  const policy = policyFor(policies, region, now);
  const accepts = agreements.filter(({ receiver }) => receiver === region).length;
  const accepted = agreements.filter(({ issuer }) => issuer === region).length;
  return [
    regions.has(region)
      ? right('name')
      : wrong('name', 'it is not published: `tongma region join`'),
    policy
      ? right('policy', `version ${policy.version}`)
      : wrong('policy', 'none is in force: `tongma region join`'),
    accepts > 0
      ? right('agreements: codes taken here', String(accepts))
      : soon('agreements: codes taken here', 'none: agree with other regions'),
    accepted > 0
      ? right('agreements: codes taken elsewhere', String(accepted))
      : soon('agreements: codes taken elsewhere', 'none: agree with other regions'),
  ];
}

async function endpointCheck({ endpoint }: OwnRegion): Promise<Check> {
  if (endpoint === null) {
    return soon(
      'endpoint',
      'none is said, so others cannot pull our lists: `region init --endpoint`',
    );
  }
  try {
    const { status } = await fetch(new URL('/health', endpoint), {
      signal: AbortSignal.timeout(5_000),
    });
    return status === 200
      ? right('endpoint', endpoint)
      : wrong('endpoint', `${endpoint} answers ${status}`);
  } catch {
    return wrong('endpoint', `${endpoint} does not answer`);
  }
}

async function published(
  env: NodeJS.ProcessEnv,
  place: Place,
  run: (reference: ReferenceData) => Check[],
) {
  const roots = await readRoots(place.rootsFile);
  return withDatabases(env, place.root, async ({ codes }) => {
    const reader = await publishedReader(codes, roots);
    try {
      return [right('database'), ...run(await reader.read())];
    } finally {
      await reader.close();
    }
  });
}

/** A check that could not be done is wrong, with the sentence that says why. */
async function orWhy(check: string, run: () => Promise<Check[]> | Check[]): Promise<Check[]> {
  try {
    return await run();
  } catch (error) {
    const why = error instanceof OperatorError ? error.message : 'it cannot be used';
    return [wrong(check, why)];
  }
}

/** Looks at everything that would go wrong later. Nothing is written. */
export async function checkRegion(
  env: NodeJS.ProcessEnv,
  place: Place,
  region: string,
  now: Date,
): Promise<Check[]> {
  const paths = regionPaths(place, region);
  const own = ownRegionOf(paths, region);
  const files = [sealed('upload key', paths.uploadKeyFile), sealed('key file', place.keysFile)];
  let held: TrustedKey[] = [];
  const lives = await orWhy('keys', () => {
    held = readKeyEntries(place.keysFile)
      .filter((entry) => entry.region === region)
      .map(publicEntry);
    return KEY_USES.map((use) => lifeOf(use, held, now));
  });
  const there = await orWhy('database', () =>
    published(env, place, (reference) => [
      ...listChecks(reference, own, held, now),
      ...ruleChecks(reference, region, now),
    ]),
  );
  return [...files, ...lives, ...there, await endpointCheck(own)];
}
