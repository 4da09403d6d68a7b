import { Command } from 'commander';
import { z } from 'zod';
import { key32, postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import type { KeyWrapper } from '../../subgraphs/kit/keys/key-wrapper.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { rewrapEvidence } from '../../subgraphs/health-records/keys.ts';
import {
  keyWrapperConfig,
  openKeyRotation,
  type KeyRotation,
} from '../../subgraphs/residents/keys.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { reachDatabase } from '../all-in-one/reach-database.ts';
import { beginFieldKey, endFieldKey, folderWrapper, readSecrets } from '../embedded/secrets.ts';
import { refuseHalf } from '../external-database.ts';
import { StartError } from '../start-error.ts';

const external = z.object({
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
  HEALTH_RECORDS_DATABASE_URL: postgresUrl.optional(),
  INDEX_KEY: key32.optional(),
});

/** Variables that `rotate kek` cannot do without on an external database. */
const replaced = z.object({
  FIELD_KEY_OLD: key32.optional(),
  FIELD_KEY_FILE: z.string().optional(),
});

/** Where keys are replaced. */
interface Place {
  readonly wrapper: KeyWrapper;
  /** Of health-records, where evidence waits; null when it was not given. */
  readonly healthUrl: string | null;
  /** Holds the keys of the data folder; null for an external database. */
  readonly secretsFile: string | null;
}

/** Replaces keys. */
type Rotate = (rotation: KeyRotation, place: Place) => Promise<void>;

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function inFolder(rotate: Rotate): Promise<void> {
  const { data } = readConfig(allInOneConfig, process.env);
  const { folder, urls, leave } = await reachDatabase(data);
  try {
    const { secretsFile } = folder;
    const { indexKey } = readSecrets(secretsFile);
    const wrapper = folderWrapper(secretsFile);
    const rotation = await openKeyRotation({
      ...{ databaseUrl: urls.tongma_residents, say, wrapper },
      firstIndexKey: Buffer.from(indexKey, 'base64url'),
    });
    try {
      await rotate(rotation, { wrapper, healthUrl: urls.tongma_health, secretsFile });
    } finally {
      await rotation.close();
    }
  } finally {
    await leave();
  }
}

async function withKeys(rotate: Rotate): Promise<void> {
  refuseHalf(process.env, ['HEALTH_RECORDS_DATABASE_URL'], ['RESIDENTS_DATABASE_URL']);
  const env = readConfig(external, process.env);
  const { RESIDENTS_DATABASE_URL: databaseUrl, INDEX_KEY } = env;
  if (databaseUrl === undefined) return inFolder(rotate);
  const wrapper = readConfig(keyWrapperConfig, process.env);
  const firstIndexKey = INDEX_KEY ?? null;
  const rotation = await openKeyRotation({ databaseUrl, wrapper, firstIndexKey, say });
  try {
    const healthUrl = env.HEALTH_RECORDS_DATABASE_URL ?? null;
    await rotate(rotation, { wrapper, healthUrl, secretsFile: null });
  } finally {
    await rotation.close();
  }
}

function checkOldGiven(): void {
  const { FIELD_KEY_OLD, FIELD_KEY_FILE } = readConfig(replaced, process.env);
  if (FIELD_KEY_OLD !== undefined || FIELD_KEY_FILE !== undefined) return;
  throw new StartError(
    'FIELD_KEY_OLD is not set: give the new key as FIELD_KEY and the present one as FIELD_KEY_OLD.',
  );
}

async function rotateKek(
  rotation: KeyRotation,
  { wrapper, healthUrl, secretsFile }: Place,
): Promise<void> {
  if (healthUrl === null) {
    throw new StartError(
      'HEALTH_RECORDS_DATABASE_URL is not set: evidence that waits there is sealed too.',
    );
  }
  if (secretsFile === null) checkOldGiven();
  else beginFieldKey(secretsFile);
  const count = (await rotation.kek()) + (await rewrapEvidence(healthUrl, wrapper));
  if (secretsFile !== null) endFieldKey(secretsFile);
  say(
    `${count} keys were wrapped anew. ` +
      (secretsFile === null
        ? 'Nothing needs the old key any more; take it away from all processes.'
        : 'The data folder has a new key, and no longer the old one.'),
  );
}

const EXTERNAL =
  '\nOn the data folder, also while Tongma runs there; or on RESIDENTS_DATABASE_URL (for kek also\n' +
  'HEALTH_RECORDS_DATABASE_URL), with the same FIELD_KEY or FIELD_KEY_FILE as the residents processes. One that was ended is gone on with.';

function rotateCommand(name: string, description: string): Command {
  return new Command(name).description(description).addHelpText('after', EXTERNAL);
}

/** `tongma keys rotate data | kek | index`: replaces keys while writers run. */
export function keysCommand(): Command {
  const rotate = new Command('rotate')
    .description('Replace a key while everything runs.')
    .addCommand(
      rotateCommand('data', 'Seal the fields of a region, or of all, under new keys.')
        .option('--region <code>', 'this region alone')
        .action(({ region }: { readonly region?: string }) =>
          withKeys((rotation) => rotation.data(region)),
        ),
    )
    .addCommand(
      rotateCommand(
        'kek',
        'Wrap all keys under a new key: FIELD_KEY, with FIELD_KEY_OLD beside it.',
      ).action(() => withKeys(rotateKek)),
    )
    .addCommand(
      rotateCommand('index', 'Find documents by a new key.').action(() =>
        withKeys((rotation) => rotation.index()),
      ),
    );
  return new Command('keys').description('Keys of what is kept sealed.').addCommand(rotate);
}
