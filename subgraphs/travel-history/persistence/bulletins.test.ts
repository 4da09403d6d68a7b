import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { travelHistoryConfig } from '../config.ts';
import { createTravelHistory } from '../subgraph.ts';
import { ask, nationalOfficial, realBulletins, realUpload } from '../bulletin-fakes.ts';

const IMPORT = `mutation Import($input: ImportBulletinInput!) {
  importBulletin(input: $input) { id state holds proposalId publishedAt }
}`;
const APPROVE = `mutation Approve($id: ID!) { approveTravelProposal(id: $id) { state } }`;
const author = nationalOfficial('author', 'bulletin:import');
const approver = nationalOfficial('approver', 'bulletin:approve');

interface Imported {
  readonly id: string;
  readonly state: string;
  readonly holds: readonly string[];
  readonly proposalId: string | null;
}

let database: EmptyDatabase;
let travel: Subgraph;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  travel = await createTravelHistory(
    travelHistoryConfig.parse({ TRAVEL_HISTORY_DATABASE_URL: database.urls.tongma_travel }),
    { works: false }, // nobody stays anywhere here
  );
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await travel.close();
  await database.drop();
});

async function importOne(content: string): Promise<Imported> {
  const { importBulletin } = await ask(travel, author, IMPORT, { input: { content } });
  return importBulletin as Imported;
}

/** Areas that stood at an instant, as the database has them. */
async function openAt(at: string): Promise<Set<string>> {
  const { rows } = await superuser.query<{ area: string }>(
    `select concat_ws('|', level, province, city, county, community) as area
      from travel_history.risk_area where valid_from <= $1 and (valid_to is null or valid_to > $1)`,
    [at],
  );
  return new Set(rows.map(({ area }) => area));
}

interface Published {
  readonly data: Readonly<Record<string, readonly Record<string, string>[]>>;
}

/** Areas that a bulletin lists, read apart from the code under test. */
function listedIn(content: string): Set<string> {
  const text = gunzipSync(Buffer.from(content, 'base64')).toString('utf8');
  const { data } = JSON.parse(text) as Published;
  const lists = { HIGH: 'highlist', MEDIUM: 'middlelist', LOW: 'lowlist' };
  const areas = Object.entries(lists).flatMap(([level, list]) =>
    (data[list] ?? []).flatMap(({ province, city, county, communitys }) =>
      (communitys as unknown as string[]).map((community) =>
        [level, province, city, county, community.trim().replace(/\s+/g, ' ')].join('|'),
      ),
    ),
  );
  return new Set(areas);
}

function expectSame(name: string, open: Set<string>, listed: Set<string>): void {
  const differing = [...open, ...listed].filter((one) => !open.has(one) || !listed.has(one));
  expect(differing, name).toEqual([]);
}

const names = realBulletins();

describe.skipIf(names === null)('the real bulletins', () => {
  const states = new Map<string, Imported>();

  it(
    'leave exactly their own areas open, each that is accepted',
    { timeout: 900_000 },
    async () => {
      for (const name of names ?? []) {
        const content = realUpload(name);
        const imported = await importOne(content);
        states.set(name, imported);
        const at = (imported as { publishedAt?: string }).publishedAt ?? '';
        const listed = listedIn(content);
        if (imported.holds.length === 0) expectSame(name, await openAt(at), listed);
        else if (imported.holds.join() === 'LIFTED_MANY') {
          expect((await openAt(at)).size - listed.size, name).toBeGreaterThan(1_000);
          await ask(travel, approver, APPROVE, { id: imported.proposalId });
          expectSame(name, await openAt(at), listed);
        } else expect(imported.holds).toContain('SAME_INSTANT');
      }
      expect((await openAt(new Date().toISOString())).size).toBe(0);
    },
  );

  it('are held when they are truncated, and when they lift more than a quarter', () => {
    const held = [...states].filter(([, { holds }]) => holds.length > 0).map(([name]) => name);
    expect(held.map((name) => name.slice(0, 19))).toEqual([
      ...['2022112408-7ceb0209', '2022112408-c1b75598', '2022120714-283b01d8'],
    ]);
  });

  it('change nothing when they come again', async () => {
    const before = await superuser.query('select count(*) from travel_history.risk_area');
    for (const name of ['2022120208-83099c23.json.gz', '2022112408-7ceb0209.json.gz']) {
      expect((await importOne(realUpload(name))).id).toBe(states.get(name)?.id);
    }
    const after = await superuser.query('select count(*) from travel_history.risk_area');
    expect(after.rows).toEqual(before.rows);
  });
});
