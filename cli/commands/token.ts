import { Command } from 'commander';
import { accessToken, accountToken, partnerAccess } from '../partner-client.ts';
import { dataOption, SIGNS_IN } from './sign-in-options.ts';

interface Options {
  readonly as?: string;
  readonly data: string;
}

async function printToken({ as, data }: Options): Promise<void> {
  const token =
    as === undefined
      ? await accessToken(await partnerAccess(process.env, data))
      : await accountToken(data, as);
  process.stdout.write(`${token}\n`);
}

/** `tongma token`: an access token, to try the graph with curl or in GraphiQL. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('Print an access token, of a partner or of an account of the demo.')
    .option('--as <username>', 'account of demo.json, such as laboratory-330100')
    .addOption(dataOption())
    .addHelpText('after', SIGNS_IN)
    .action(printToken);
}
