import { Command } from 'commander';
import { z } from 'zod';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { openTongma } from '../all-in-one/tongma.ts';
import { openDataFolder } from '../embedded/data-folder.ts';
import { refuseHalf } from '../external-database.ts';
import { seedExternal } from '../seed/seed-external.ts';

const external = z.object({
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
  CODES_DATABASE_URL: postgresUrl.optional(),
});

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function seed(): Promise<void> {
  const settings = readConfig(allInOneConfig, process.env);
  refuseHalf(process.env, ['RESIDENTS_DATABASE_URL', 'CODES_DATABASE_URL']);
  const { RESIDENTS_DATABASE_URL, CODES_DATABASE_URL } = readConfig(external, process.env);
  if (RESIDENTS_DATABASE_URL !== undefined && CODES_DATABASE_URL !== undefined) {
    const folder = openDataFolder(settings.data);
    const urls = { tongma_residents: RESIDENTS_DATABASE_URL, tongma_codes: CODES_DATABASE_URL };
    await seedExternal(folder, urls, new Date());
    folder.unlock();
    say(`Regions, policies, trust list and accounts are published; keys stand in ${folder.root}.`);
    return;
  }
  const tongma = await openTongma({ ...settings, port: 0, seed: true, say });
  await tongma.close();
  say(
    `The demo stands in ${tongma.folder.root}: ${tongma.people?.length ?? 0} invented residents.`,
  );
}

/** `tongma seed`: fills a data folder with the demo and ends. */
export function seedCommand(): Command {
  return new Command('seed')
    .description('Fill a data folder with the demo, unless it is filled, and end.')
    .addHelpText(
      'after',
      '\nWith RESIDENTS_DATABASE_URL and CODES_DATABASE_URL, both, the demo without its people is' +
        '\npublished there. Its trust list holds for seven days; run it again to renew it.',
    )
    .action(seed);
}
