import { Command } from 'commander';
import { z } from 'zod';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { openDatabase } from '../all-in-one/open-database.ts';
import { openDataFolder } from '../embedded/data-folder.ts';
import { refuseHalf } from '../external-database.ts';
import { readSecrets } from '../embedded/secrets.ts';
import { migrateAll } from '../migrate-all.ts';
import { loadDivisions } from '../seed/load-divisions.ts';

const external = z.object({
  TONGMA_OWNER_URL: postgresUrl.optional(),
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
});

async function migrateEmbedded(): Promise<void> {
  const { data } = readConfig(allInOneConfig, process.env);
  const folder = openDataFolder(data);
  try {
    const { postgres } = await openDatabase(folder, readSecrets(folder.secretsFile));
    await postgres.stop();
  } finally {
    folder.unlock();
  }
}

async function migrate(): Promise<void> {
  refuseHalf(process.env, ['RESIDENTS_DATABASE_URL'], ['TONGMA_OWNER_URL']);
  const urls = readConfig(external, process.env);
  if (urls.TONGMA_OWNER_URL === undefined) {
    await migrateEmbedded();
    process.stdout.write('The database of the data folder is up to date.\n');
    return;
  }
  const ran = await migrateAll(urls.TONGMA_OWNER_URL);
  process.stdout.write(ran.length > 0 ? `${ran.join('\n')}\n` : 'Up to date.\n');
  if (urls.RESIDENTS_DATABASE_URL === undefined) return;
  await loadDivisions({ tongma_residents: urls.RESIDENTS_DATABASE_URL });
  process.stdout.write('The code book of divisions is loaded.\n');
}

/** `tongma migrate`: brings the schemas of a database up to date. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the schemas up to date: of the data folder, or of TONGMA_OWNER_URL.')
    .addHelpText(
      'after',
      '\nWith RESIDENTS_DATABASE_URL beside it the code book of divisions is loaded too.',
    )
    .action(migrate);
}
