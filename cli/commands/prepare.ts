import { Command } from 'commander';
import { z } from 'zod';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { OperatorError } from '../../subgraphs/kit/operator-error.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { prepareDatabase, roleUrls } from '../embedded/database.ts';
import { keptPasswords, writeUrls } from '../embedded/env-file.ts';
import { StartError } from '../start-error.ts';

const settings = z.object({ TONGMA_SUPERUSER_URL: postgresUrl });

async function prepare(file: string): Promise<void> {
  const { TONGMA_SUPERUSER_URL: url } = readConfig(settings, process.env);
  const passwords = keptPasswords(file);
  try {
    // Before the roles have them: passwords that stand nowhere would shut everybody out.
    writeUrls(file, roleUrls(url, passwords));
    await prepareDatabase(url, passwords, { alone: false });
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    throw new StartError(`The database server cannot be prepared (${why}).`, { cause });
  }
  process.stdout.write(`Roles and database are made; their URLs stand in ${file}.\n`);
}

/** `tongma prepare`: makes roles and database on an external PostgreSQL. */
export function prepareCommand(): Command {
  return new Command('prepare')
    .description('Make roles and database on the PostgreSQL of TONGMA_SUPERUSER_URL.')
    .argument('<file>', 'sealed file that is given their URLs, as variables; kept when run again')
    .action(prepare);
}
