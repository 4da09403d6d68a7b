import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { codesConfig } from '../../subgraphs/codes/config.ts';
import { createCodes } from '../../subgraphs/codes/subgraph.ts';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { residentsConfig } from '../../subgraphs/residents/config.ts';
import { createResidents } from '../../subgraphs/residents/subgraph.ts';
import type { ReachedDatabase } from '../all-in-one/reach-database.ts';
import {
  actInFolder,
  askingAs,
  type Acting,
  type ActingSettings,
  type AskAs,
} from '../bulletin/act-as.ts';
import { checkpointSigner } from '../embedded/checkpoint-key.ts';
import { pathsIn } from '../embedded/data-folder.ts';
import { refuseHalf } from '../external-database.ts';
import type { Place } from '../trust/place.ts';

/** A database in which accounts act in codes, and administrators enter others. */
export interface ActingInCodes extends Acting {
  /** Asks about residents and accounts, where `ask` asks codes. */
  readonly askResidents: AskAs;
}

/** Composes who may do what, and codes without its workers. */
async function openActing({ env, keyWrapper }: ActingSettings): Promise<ActingInCodes> {
  const residents = await createResidents({
    ...readConfig(residentsConfig, env),
    ...(keyWrapper && { keyWrapper }),
  });
  const codes = await createCodes(readConfig(codesConfig, env), { works: false });
  return {
    ask: askingAs(residents, codes),
    askResidents: askingAs(residents, residents),
    async close() {
      await Promise.all([residents.close(), codes.close()]);
    },
  };
}

/** Settings of codes on a data folder. */
function codesOf(env: NodeJS.ProcessEnv, place: Place, { folder, urls }: ReachedDatabase) {
  checkpointSigner(folder); // makes its key when the folder has none yet
  return {
    ...{ LOG_LEVEL: 'error', ...env, CODES_DATABASE_URL: urls.tongma_codes },
    ...{ CODES_RECOGNIZE_URL: urls.tongma_recognize, CODES_KEYS_FILE: place.keysFile },
    CODES_TRUST_ROOTS_FILE: place.rootsFile,
    CODES_TRUST_FLOOR_FILE: place.floorFile ?? pathsIn(place.root).trustFloorFile,
    AUDIT_PUBLIC_KEY: readFileSync(folder.checkpointPublicKeyFile, 'utf8'),
  };
}

const external = z.object({
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
  CODES_DATABASE_URL: postgresUrl.optional(),
});

/**
 * Lets accounts act in codes: on the databases of the environment, else on a data folder.
 * @throws {StartError} when the environment names one of the two alone
 */
export async function openAgreeing(env: NodeJS.ProcessEnv, place: Place): Promise<ActingInCodes> {
  refuseHalf(env, ['RESIDENTS_DATABASE_URL', 'CODES_DATABASE_URL']);
  const { RESIDENTS_DATABASE_URL, CODES_DATABASE_URL } = readConfig(external, env);
  if (RESIDENTS_DATABASE_URL === undefined || CODES_DATABASE_URL === undefined) {
    return actInFolder(place.root, (reached) => codesOf(env, place, reached), openActing);
  }
  return openActing({ env });
}
