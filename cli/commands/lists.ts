import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { again } from '../lists/again.ts';
import { fetchLists } from '../lists/fetch-lists.ts';
import { wholeNumber } from '../number-argument.ts';
import { partnerAccess } from '../partner-client.ts';
import { dataOption, SIGNS_IN } from './sign-in-options.ts';

function complain(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The lists were not fetched: ${message}\n`);
}

const DAY_S = 86_400;

interface Options {
  readonly region: string;
  readonly every?: number;
  readonly data: string;
}

async function lists(folder: string, { region, every, data }: Options): Promise<void> {
  const access = await partnerAccess(process.env, data);
  const fetchOnce = async () => {
    const { fresh, all } = await fetchLists(access, folder, region, new Date());
    process.stdout.write(`${fresh} of ${all} lists were new.\n`);
  };
  if (every === undefined) await fetchOnce();
  else await again(fetchOnce, { pause: () => sleep(every * 1_000), complain });
}

/** `tongma lists`: fetches what recognizing codes with no network needs. */
export function listsCommand(): Command {
  return new Command('lists')
    .description('Fetch the signed lists that `tongma recognize --offline` works with.')
    .argument('<folder>', 'where they are kept; its first fetch says which roots it trusts')
    .requiredOption('--region <code>', 'where codes are presented: GB/T 2260 division')
    .addOption(
      new Option('--every <seconds>', 'fetch again and again; lists live 15 minutes').argParser(
        wholeNumber(1, DAY_S),
      ),
    )
    .addOption(dataOption())
    .addHelpText('after', SIGNS_IN)
    .action(lists);
}
