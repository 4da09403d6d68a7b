import { statSync } from 'node:fs';
import { publishedReader, type ReferenceData } from '../../subgraphs/codes/published.ts';
import { KEY_USES } from '../../subgraphs/codes/publish.ts';
import type { TrustedKey } from '../../subgraphs/codes/trust.ts';
import { OperatorError } from '../../subgraphs/kit/operator-error.ts';
import { readRoots, withDatabases, type Place } from '../trust/place.ts';
import { lifeOf, listChecks, right, ruleChecks, soon, wrong, type Check } from './region-checks.ts';
import { ownRegionOf, regionPaths, type OwnRegion } from './region-folder.ts';
import { publicEntry, readKeyEntries } from './region-keys.ts';

function sealed(check: string, path: string): Check {
  try {
    const open = (statSync(path).mode & 0o077) !== 0;
    return open ? wrong(check, `others may read ${path}: chmod 600 it`) : right(check, path);
  } catch {
    return wrong(check, `${path} is not there: \`tongma region init\``);
  }
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
