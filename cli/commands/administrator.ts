import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { reachForWriting } from '../all-in-one/reach-database.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { pathsIn } from '../embedded/data-folder.ts';
import { enterAdministrator } from '../first-administrator.ts';
import { StartError } from '../start-error.ts';

const external = z.object({ RESIDENTS_DATABASE_URL: postgresUrl.optional() });

interface Options {
  readonly name?: string;
  readonly data?: string;
}

/** Enters it in the database of a data folder, whether or not its Tongma runs. */
async function inFolder(data: string, subject: string, name: string | null): Promise<boolean> {
  const { root, postgres } = pathsIn(data);
  if (!existsSync(postgres)) {
    throw new StartError(`There is no database in ${root}, and no RESIDENTS_DATABASE_URL.`);
  }
  const { urls, leave } = await reachForWriting(data);
  try {
    return await enterAdministrator(urls.tongma_residents, subject, name);
  } finally {
    await leave();
  }
}

async function enter(subject: string, { name: given, data }: Options): Promise<void> {
  const name = given ?? null;
  const { RESIDENTS_DATABASE_URL: url } = readConfig(external, process.env);
  const isNew =
    url === undefined
      ? await inFolder(data ?? readConfig(allInOneConfig, process.env).data, subject, name)
      : await enterAdministrator(url, subject, name);
  process.stdout.write(
    isNew
      ? `${subject} is ADMINISTRATOR of the country.\n`
      : `${subject} is ADMINISTRATOR of the country already; nothing was changed.\n`,
  );
}

/** `tongma administrator`: the account before which nobody enters others. */
export function administratorCommand(): Command {
  return new Command('administrator')
    .description('Enter the first administrator of the country, who enters other accounts.')
    .argument('<user>', 'account at the sign-in provider: what its tokens have as sub')
    .option('--name <text>', 'name that colleagues read')
    .option('--data <folder>', 'data folder. Default: TONGMA_DATA')
    .addHelpText(
      'after',
      '\nWith RESIDENTS_DATABASE_URL in that database; its checkpoints are being written. Once there' +
        '\nis one, administrators enter accounts: in the console, or by `tongma region official`.',
    )
    .action(enter);
}
