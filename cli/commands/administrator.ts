import { Command } from 'commander';
import { z } from 'zod';
import {
  isAccountName,
  residentsPublisher,
  type FirstAdministrator,
} from '../../subgraphs/residents/publish.ts';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { reachDatabase } from '../all-in-one/reach-database.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { StartError } from '../start-error.ts';

const external = z.object({ RESIDENTS_DATABASE_URL: postgresUrl.optional() });

interface Options {
  readonly name?: string;
  readonly data?: string;
}

async function withResidents<T>(data: string | undefined, run: (url: string) => Promise<T>) {
  const { RESIDENTS_DATABASE_URL: url } = readConfig(external, process.env);
  if (url !== undefined) return run(url);
  const { urls, leave } = await reachDatabase(data ?? readConfig(allInOneConfig, process.env).data);
  try {
    return await run(urls.tongma_residents);
  } finally {
    await leave();
  }
}

/** What is said of an account; the last two are refusals. */
const SAID: Readonly<Record<FirstAdministrator, string>> = {
  ENTERED: 'is administrator of the country, and enters all others.',
  IS_ALREADY: 'is administrator of the country already.',
  THERE_IS_ONE: 'is not entered: there is an administrator of the country, who enters others.',
  OTHER_ACCOUNT: 'is not entered: there is an account of this name already.',
};

async function enter(subject: string, { name, data }: Options): Promise<void> {
  if (!isAccountName(subject)) throw new StartError(`${subject} can be no account's name.`);
  const outcome = await withResidents(data, async (url) => {
    const publisher = await residentsPublisher(url);
    try {
      return await publisher.firstAdministrator(subject, name ?? null);
    } finally {
      await publisher.close();
    }
  });
  const sentence = `${subject} ${SAID[outcome]}`;
  if (outcome !== 'ENTERED' && outcome !== 'IS_ALREADY') throw new StartError(sentence);
  process.stdout.write(`${sentence}\n`);
}

/** `tongma administrator`: the first account of a Tongma whose sign-in provider is its own. */
export function administratorCommand(): Command {
  return new Command('administrator')
    .description('Enter the first administrator: an account of your sign-in provider.')
    .argument('<user>', 'its `sub` at the sign-in provider')
    .option('--name <text>', 'name that colleagues read')
    .option('--data <folder>', 'data folder. Default: TONGMA_DATA')
    .addHelpText(
      'after',
      '\nIn the database of RESIDENTS_DATABASE_URL, or in the data folder. Once there is one, accounts are' +
        '\nentered in the console, or by `tongma region official`.',
    )
    .action(enter);
}
