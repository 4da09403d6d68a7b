import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { trustFloor, type TrustFloor } from '../../subgraphs/codes/publish.ts';
import { trustRoots, type TrustRoots } from '../../subgraphs/codes/trust.ts';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { reachDatabase } from '../all-in-one/reach-database.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { pathsIn } from '../embedded/data-folder.ts';
import { refuseHalf } from '../external-database.ts';
import { StartError } from '../start-error.ts';

const settings = z.object({
  CODES_DATABASE_URL: postgresUrl.optional(),
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
  CODES_KEYS_FILE: z.string().min(1).optional(),
  CODES_TRUST_ROOTS_FILE: z.string().min(1).optional(),
  CODES_TRUST_FLOOR_FILE: z.string().min(1).optional(),
});

/** Files of the Tongma that a command works on: as its codes processes are told, or its folder. */
export interface Place {
  readonly root: string;
  readonly keysFile: string;
  readonly rootsFile: string;
  readonly floorFile: string | undefined;
}

/** Databases of that Tongma, while a command uses them. */
export interface PlaceDatabases {
  readonly codes: string;
  /** Null when it was not given. */
  readonly residents: string | null;
}

/** Where a command works; the data folder is TONGMA_DATA. */
export function placeOf(env: NodeJS.ProcessEnv, data?: string): Place {
  const given = readConfig(settings, env);
  const folder = pathsIn(data ?? readConfig(allInOneConfig, env).data);
  return {
    root: folder.root,
    keysFile: given.CODES_KEYS_FILE ?? folder.keysFile,
    rootsFile: given.CODES_TRUST_ROOTS_FILE ?? folder.trustRootsFile,
    floorFile:
      given.CODES_TRUST_FLOOR_FILE ??
      (given.CODES_DATABASE_URL === undefined ? folder.trustFloorFile : undefined),
  };
}

/** Runs something on the databases: those of the environment, or that of the data folder. */
export async function withDatabases<T>(
  env: NodeJS.ProcessEnv,
  data: string,
  run: (urls: PlaceDatabases) => Promise<T>,
): Promise<T> {
  refuseHalf(env, ['RESIDENTS_DATABASE_URL'], ['CODES_DATABASE_URL']);
  const { CODES_DATABASE_URL: codes, RESIDENTS_DATABASE_URL } = readConfig(settings, env);
  if (codes !== undefined) return run({ codes, residents: RESIDENTS_DATABASE_URL ?? null });
  if (!existsSync(data))
    throw new StartError(`There is no data folder ${data}, and no CODES_DATABASE_URL.`);
  const { urls, leave } = await reachDatabase(data);
  try {
    return await run({ codes: urls.tongma_codes, residents: urls.tongma_residents });
  } finally {
    await leave();
  }
}

/** Reads the root keys that lists are verified with. @throws {StartError} */
export async function readRoots(path: string): Promise<TrustRoots> {
  try {
    return trustRoots.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new StartError(
      `The root keys ${path} cannot be read; take trust-roots.json from the trust authority.`,
      { cause },
    );
  }
}

/** The floor of a place. */
export function floorOf({ floorFile }: Place): TrustFloor {
  return trustFloor(floorFile);
}
