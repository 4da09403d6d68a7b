import { existsSync } from 'node:fs';
import { z } from 'zod';
import { postgresUrl } from '../subgraphs/kit/config-fields.ts';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import {
  residentsPublisher,
  type CountryEntered,
  type CountryEntry,
  type ResidentsPublisher,
} from '../subgraphs/residents/publish.ts';
import { reachForWriting } from './all-in-one/reach-database.ts';
import { allInOneConfig } from './all-in-one/settings.ts';
import { pathsIn } from './embedded/data-folder.ts';
import { StartError } from './start-error.ts';

const external = z.object({ RESIDENTS_DATABASE_URL: postgresUrl.optional() });

/** What the operator is told beside why it was refused. */
async function moreOf(
  { code }: DomainError,
  publisher: ResidentsPublisher,
  { role }: CountryEntry,
): Promise<string> {
  if (code === 'AUDIT_UNAVAILABLE') return ' Does the process of the checkpoints run?';
  if (code !== 'CONFLICT' && code !== 'NOT_FOUND') return '';
  const standing = await publisher.standingAtCountry(role);
  return standing.length === 0 ? '' : ` Standing now: ${standing.join(', ')}.`;
}

/**
 * Enters an account of the country in the database of residents.
 * @throws {StartError} a sentence that says who stands there, where that is in the way
 */
export async function enterAtCountry(
  databaseUrl: string,
  entry: CountryEntry,
): Promise<CountryEntered> {
  const publisher = await residentsPublisher(databaseUrl);
  try {
    return await publisher.enterAtCountry(entry);
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    const more = await moreOf(cause, publisher, entry);
    throw new StartError(`${cause.message}${more}`, { cause });
  } finally {
    await publisher.close();
  }
}

/** Enters it in the database of a data folder, whether or not its Tongma runs. */
async function inFolder(data: string, entry: CountryEntry): Promise<CountryEntered> {
  const { root, postgres } = pathsIn(data);
  if (!existsSync(postgres)) {
    throw new StartError(`There is no database in ${root}, and no RESIDENTS_DATABASE_URL.`);
  }
  const { urls, leave } = await reachForWriting(data);
  try {
    return await enterAtCountry(urls.tongma_residents, entry);
  } finally {
    await leave();
  }
}

/** What was done, as the operator reads it. */
function sentences({ role, subject }: CountryEntry, { isNew, left, others }: CountryEntered) {
  const is = `${subject} is ${role} of the country`;
  const nothing = !isNew && left === null;
  return [
    isNew ? `${is}.` : `${is} already${nothing ? '; nothing was changed' : ''}.`,
    ...(left === null ? [] : [`${left} has no access any more.`]),
    ...(others.length === 0 ? [] : [`Beside it: ${others.join(', ')}.`]),
  ];
}

/**
 * Enters an account where the environment says, or else in a data folder, and says who stands there.
 * @throws {StartError}
 */
export async function enterWhereSaid(entry: CountryEntry, data?: string): Promise<void> {
  const { RESIDENTS_DATABASE_URL: url } = readConfig(external, process.env);
  const entered =
    url === undefined
      ? await inFolder(data ?? readConfig(allInOneConfig, process.env).data, entry)
      : await enterAtCountry(url, entry);
  process.stdout.write(`${sentences(entry, entered).join('\n')}\n`);
}
