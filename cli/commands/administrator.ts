import { Command, Option } from 'commander';
import { enterWhereSaid } from '../enter-at-country.ts';

interface Options {
  readonly name?: string;
  readonly beside?: true;
  readonly insteadOf?: string;
  readonly data?: string;
}

/** `tongma administrator`: accounts before which nobody enters others. */
export function administratorCommand(): Command {
  return new Command('administrator')
    .description('Enter an administrator of the country, who enters other accounts.')
    .argument('<user>', 'account at the sign-in provider: what its tokens have as sub')
    .option('--name <text>', 'name that colleagues read')
    .addOption(
      new Option('--beside', 'although others stand; three at most').conflicts('insteadOf'),
    )
    .option('--instead-of <user>', 'administrator of the country that has no access from then on')
    .option('--data <folder>', 'data folder. Default: TONGMA_DATA')
    .addHelpText(
      'after',
      '\nWith RESIDENTS_DATABASE_URL in that database; its checkpoints are being written. It stands in' +
        '\nthe audit log. Once there is one, administrators enter accounts of regions: in the console,' +
        '\nor by `tongma region official`.',
    )
    .action(async (subject: string, { name, beside, insteadOf, data }: Options) => {
      const how = { beside: beside ?? false, insteadOf: insteadOf ?? null };
      await enterWhereSaid({ role: 'ADMINISTRATOR', subject, name: name ?? null, ...how }, data);
    });
}
