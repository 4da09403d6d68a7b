import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { grantsFrom } from '../../gateway/auth/grants.ts';
import { inProcessClient } from '../../gateway/sources/in-process-client.ts';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { residentsConfig } from '../../subgraphs/residents/config.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { createResidents } from '../../subgraphs/residents/subgraph.ts';
import { travelHistoryConfig } from '../../subgraphs/travel-history/config.ts';
import { createTravelHistory } from '../../subgraphs/travel-history/subgraph.ts';
import { reachForWriting, type ReachedDatabase } from '../all-in-one/reach-database.ts';
import { folderWrapper, readSecrets } from '../embedded/secrets.ts';
import { refuseHalf } from '../external-database.ts';
import { StartError } from '../start-error.ts';

/** Asks a subgraph something as an account. @throws {StartError} with the code of the refusal */
export type AskAs = (
  subject: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;

/** A database in which accounts act from the command line. */
export interface Acting {
  readonly ask: AskAs;
  close(): Promise<void>;
}

/** Settings of the two subgraphs that this takes. */
export interface ActingSettings {
  readonly env: NodeJS.ProcessEnv;
  /** Opens keys, when they stand in a data folder. */
  readonly keyWrapper?: ReturnType<typeof folderWrapper>;
}

/** Asks one subgraph as accounts that the other knows. */
export function askingAs(residents: Subgraph, asked: Subgraph): AskAs {
  const grantsOf = grantsFrom(inProcessClient(residents));
  const client = inProcessClient(asked);
  return async (subject, query, variables) => {
    const requestId = randomUUID();
    const granted = await grantsOf(subject, requestId).catch((cause: unknown) => {
      throw new StartError(`The account ${subject} has no access.`, { cause });
    });
    const identity = { ...granted, authenticatedAt: new Date().toISOString() };
    const { data, errors } = await client.execute({ query, variables, requestId }, identity);
    const error = errors?.[0];
    if (!error && data) return data;
    const code = String(error?.extensions?.['code']);
    throw new StartError(error ? `${code}: ${error.message}` : 'There is no answer.');
  };
}

/**
 * Composes who may do what, and travel-history. Whoever runs this holds the database's own keys:
 * that is a fresher proof than any sign-in.
 */
export async function openActing({ env, keyWrapper }: ActingSettings): Promise<Acting> {
  const residents = await createResidents({
    ...readConfig(residentsConfig, env),
    ...(keyWrapper && { keyWrapper }),
  });
  const travel = await createTravelHistory(readConfig(travelHistoryConfig, env), { works: false });
  return {
    ask: askingAs(residents, travel),
    async close() {
      await Promise.all([residents.close(), travel.close()]);
    },
  };
}

const external = z.object({
  RESIDENTS_DATABASE_URL: postgresUrl.optional(),
  TRAVEL_HISTORY_DATABASE_URL: postgresUrl.optional(),
});

/**
 * Acts on a data folder, whether or not its Tongma runs: `open` is given the settings of the folder and
 * of residents in it, and what else `settingsOf` says.
 */
export async function actInFolder<A extends Acting>(
  data: string,
  settingsOf: (reached: ReachedDatabase) => NodeJS.ProcessEnv,
  open: (settings: ActingSettings) => Promise<A>,
): Promise<A> {
  const reached = await reachForWriting(data);
  const { folder, urls, leave } = reached;
  try {
    const { secretsFile } = folder;
    const { fieldKey, indexKey } = readSecrets(secretsFile);
    const settings = settingsOf(reached);
    const residents = { RESIDENTS_DATABASE_URL: urls.tongma_residents };
    const env = { ...settings, ...residents, FIELD_KEY: fieldKey, INDEX_KEY: indexKey };
    const acting = await open({ env, keyWrapper: folderWrapper(secretsFile) });
    return {
      ...acting,
      async close() {
        await acting.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/**
 * Acts on the database of the environment, when it names one, else on a data folder.
 * @throws {StartError} when the environment names it by halves
 */
export async function openActingIn(data: string): Promise<Acting> {
  refuseHalf(process.env, ['RESIDENTS_DATABASE_URL', 'TRAVEL_HISTORY_DATABASE_URL']);
  const { RESIDENTS_DATABASE_URL, TRAVEL_HISTORY_DATABASE_URL } = readConfig(external, process.env);
  if (RESIDENTS_DATABASE_URL === undefined || TRAVEL_HISTORY_DATABASE_URL === undefined) {
    const settingsOf = ({ urls }: ReachedDatabase) => ({
      ...process.env,
      TRAVEL_HISTORY_DATABASE_URL: urls.tongma_travel,
    });
    return actInFolder(data, settingsOf, openActing);
  }
  return openActing({ env: process.env });
}
