import { chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { keptDocuments } from '../../subgraphs/kit/graphql/kept-documents.ts';
import { newId } from '../../subgraphs/kit/new-id.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { travelHistoryConfig } from '../../subgraphs/travel-history/config.ts';
import { createTravelHistory } from '../../subgraphs/travel-history/subgraph.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';
import { smallDisk } from './small-disk.ts';

const DECLARE = 'mutation D($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const STAYS = `query S($id: ID!) { _entities(representations: [{ __typename: "Resident", id: $id }]) {
  ... on Resident { recentStays { id } } } }`;
const POOL_MAX = 3;
const MASKED = {
  message: 'Something failed here. It was noted under this request id.',
  extensions: { code: 'INTERNAL', retryable: true },
};

const residentId = newId('330100');
const identity: Identity = {
  ...{ kind: 'RESIDENT', subject: residentId, scopes: ['self'], grants: [] },
  ...{ regions: ['330100'], residents: [residentId], purposes: [], agency: null },
};
const documentOf = keptDocuments();

let database: EmptyDatabase;
let superuser: Client;
let travel: Subgraph;
let asked = 0;

beforeAll(async () => {
  database = await emptyDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const config = travelHistoryConfig.parse({
    TRAVEL_HISTORY_DATABASE_URL: database.urls.tongma_travel,
    ...{ TRAVEL_HISTORY_POOL_MAX: POOL_MAX, LOG_LEVEL: 'silent' },
  });
  travel = await createTravelHistory(config, { works: false });
});

const disk = smallDisk(4_194_304);

afterAll(async () => {
  await travel.close();
  await superuser.end();
  await database.drop();
  disk?.remove();
});

async function declare() {
  asked += 1;
  const arrivedAt = new Date(Date.now() - 86_400_000 + asked * 1_000).toISOString();
  const input = { residentId, division: '330106', arrivedAt };
  const request = { document: documentOf(DECLARE), variables: { input } };
  const { errors } = await travel.execute(request, identity);
  return { arrivedAt, error: errors?.[0] };
}

async function rows(sql: string, values: unknown[] = []): Promise<number> {
  return (await superuser.query(sql, values)).rowCount ?? 0;
}

const rowsOf = (arrivedAt: string) =>
  rows('select from travel_history.stay where arrived_at = $1', [arrivedAt]);
const entries = () => rows('select from audit.entry');
const busy = () =>
  rows(`select from pg_stat_activity where usename = 'tongma_travel' and state not in ('idle')`);

/** Declares until one is refused: a page that was begun has room for some. */
async function refused() {
  for (let n = 0; n < 2_000; n += 1) {
    const before = await entries();
    const { arrivedAt, error } = await declare();
    if (error) return { arrivedAt, error, before };
  }
  throw new Error('The disk does not fill.');
}

/** Holds what is promised of a full disk; `clear` makes room again. */
async function holds(clear: () => Promise<unknown>): Promise<void> {
  const { arrivedAt, error, before } = await refused();
  expect(error).toMatchObject(MASKED);
  expect([await rowsOf(arrivedAt), await entries(), await busy()]).toEqual([0, before, 0]);
  // More than there are connections: none is lost with what was refused.
  const more = await Promise.all(Array.from({ length: POOL_MAX * 3 }, declare));
  for (const { error: one } of more) if (one) expect(one).toMatchObject(MASKED);
  const read = { document: documentOf(STAYS), variables: { id: residentId } };
  expect((await travel.execute(read, identity)).errors).toBeUndefined();
  expect(await travel.reaches()).toBe(true);
  await clear();
  const again = await declare();
  expect([again.error, await rowsOf(again.arrivedAt)]).toEqual([undefined, 1]);
}

describe('a full disk at PostgreSQL', () => {
  it.skipIf(disk === null)(
    'a disk that is really full: what was refused is not done, what is there is read, and all goes on when there is room',
    async () => {
      const place = join(disk!.path, 'tables');
      mkdirSync(place, { mode: 0o700 });
      const { uid, gid } = statSync(join(database.folder.postgres, 'PG_VERSION'));
      chownSync(place, uid, gid);
      await superuser.query(`create tablespace small location '${place}'`);
      await superuser.query('alter table travel_history.stay set tablespace small');
      expect((await declare()).error).toBeUndefined();
      disk!.fill(0);
      await holds(async () => {
        disk!.clear();
      });
      await superuser.query('alter table travel_history.stay set tablespace pg_default');
    },
  );

  it('PostgreSQL made to say so (53100), where no disk can be filled: the same', async () => {
    await superuser.query(`create function public.full() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`);
    await superuser.query(`create trigger full_disk before insert on travel_history.stay
      for each row execute function public.full()`);
    await holds(() => superuser.query('drop trigger full_disk on travel_history.stay'));
  });
});
