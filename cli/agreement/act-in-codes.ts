import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { codesConfig } from '../../subgraphs/codes/config.ts';
import { createCodes } from '../../subgraphs/codes/subgraph.ts';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { residentsConfig } from '../../subgraphs/residents/config.ts';
import { createResidents } from '../../subgraphs/residents/subgraph.ts';
import { reachDatabase } from '../all-in-one/reach-database.ts';
import { askingAs, type Acting, type ActingSettings, type AskAs } from '../bulletin/act-as.ts';
import { checkpointSigner, openCheckpointer } from '../embedded/checkpoint-key.ts';
import { pathsIn } from '../embedded/data-folder.ts';
import { folderWrapper, readSecrets } from '../embedded/secrets.ts';
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

async function actInFolder(env: NodeJS.ProcessEnv, place: Place): Promise<ActingInCodes> {
  const { folder, urls, opened, leave } = await reachDatabase(place.root);
  try {
    const { secretsFile } = folder;
    const { fieldKey, indexKey } = readSecrets(secretsFile);
    checkpointSigner(folder); // makes its key when the folder has none yet
    // Nothing is written for long without checkpoints; a running Tongma signs them.
    const checkpointer =
      opened && (await openCheckpointer(opened, urls, createLog('cli', 'error')));
    const given = {
      LOG_LEVEL: 'error',
      ...env,
      ...{ RESIDENTS_DATABASE_URL: urls.tongma_residents, FIELD_KEY: fieldKey },
      ...{ CODES_DATABASE_URL: urls.tongma_codes, INDEX_KEY: indexKey },
      ...{ CODES_RECOGNIZE_URL: urls.tongma_recognize, CODES_KEYS_FILE: place.keysFile },
      CODES_TRUST_ROOTS_FILE: place.rootsFile,
      CODES_TRUST_FLOOR_FILE: place.floorFile ?? pathsIn(place.root).trustFloorFile,
      AUDIT_PUBLIC_KEY: readFileSync(folder.checkpointPublicKeyFile, 'utf8'),
    };
    const acting = await openActing({ env: given, keyWrapper: folderWrapper(secretsFile) });
    return {
      ...acting,
      async close() {
        await acting.close();
        await checkpointer?.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

const external = z.object({
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
  CODES_DATABASE_URL: postgresUrl.optional(),
});

/** Lets accounts act in codes: on the databases of the environment, else on a data folder. */
export function openAgreeing(env: NodeJS.ProcessEnv, place: Place): Promise<ActingInCodes> {
  const { RESIDENTS_DATABASE_URL, CODES_DATABASE_URL } = readConfig(external, env);
  if (RESIDENTS_DATABASE_URL === undefined || CODES_DATABASE_URL === undefined) {
    return actInFolder(env, place);
  }
  return openActing({ env });
}
