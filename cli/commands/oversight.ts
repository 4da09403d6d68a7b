import { Command } from 'commander';
import { enterWhereSaid } from '../enter-at-country.ts';

interface Options {
  readonly name?: string;
  readonly insteadOf?: string;
  readonly data?: string;
}

/** `tongma oversight`: accounts that read the audit log of every region, and depend on none. */
export function oversightCommand(): Command {
  return new Command('oversight')
    .description(
      'Enter an account of oversight, which reads only; no administrator gives or ends it.',
    )
    .argument('<user>', 'account at the sign-in provider: what its tokens have as sub')
    .option('--name <text>', 'name that colleagues read')
    .option('--instead-of <user>', 'account of oversight that has no access from then on')
    .option('--data <folder>', 'data folder. Default: TONGMA_DATA')
    .addHelpText(
      'after',
      '\nWith RESIDENTS_DATABASE_URL in that database; its checkpoints are being written. It stands in' +
        '\nthe audit log of the country.',
    )
    .action(async (subject: string, { name, insteadOf, data }: Options) => {
      const how = { beside: true, insteadOf: insteadOf ?? null };
      await enterWhereSaid({ role: 'OVERSIGHT', subject, name: name ?? null, ...how }, data);
    });
}
