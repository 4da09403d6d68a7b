import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aBulletin,
  inXihu,
  realBulletins,
  realPath,
} from '../../subgraphs/travel-history/bulletin-fakes.ts';
import { residentsPublisher, type Account } from '../../subgraphs/residents/publish.ts';
import { emptyDatabase, type EmptyDatabase } from './support/empty-database.ts';
import { ROOT } from './support/process.ts';

const run = promisify(execFile);
const AUTHOR = 'policy-author-000000';
const APPROVER = 'policy-approver-000000';

let database: EmptyDatabase;
let superuser: Client;

function account(subject: string, role: Account['role'], region: string): Account {
  return {
    ...{ subject, role, region, grants: [region], name: null, scopes: [], purposes: [] },
    ...{ agency: 'national-hub', withheld: [], disabledAt: null, version: 1 },
  };
}

beforeAll(async () => {
  database = await emptyDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const publisher = await residentsPublisher(database.urls.tongma_residents);
  await publisher.openRegistration(['330000', '330100']);
  await publisher.account(account(AUTHOR, 'POLICY_AUTHOR', '000000'));
  await publisher.account(account(APPROVER, 'POLICY_APPROVER', '000000'));
  await publisher.account(account('policy-author-330000', 'POLICY_AUTHOR', '330000'));
  await publisher.close();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** Runs `tongma bulletin import` on the folder of the database, which is running. */
async function command(files: readonly string[], ...args: string[]) {
  const argv = ['dist/cli/main.js', 'bulletin', 'import', ...files, ...args];
  const env = { ...process.env, TONGMA_DATA: database.folder.root };
  try {
    const { stdout } = await run(process.execPath, argv, { cwd: ROOT, env });
    return { code: 0, output: stdout };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, output: failed.stdout + failed.stderr };
  }
}

async function openAreas(): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>(
    'select count(*)::int as n from travel_history.risk_area where valid_to is null',
  );
  return rows[0]?.n ?? -1;
}

describe('tongma bulletin import', () => {
  it('says of each file what came of it, and fails when one is no bulletin', async () => {
    const [good, bad] = ['good.json', 'bad.json'].map((name) => join(database.folder.root, name));
    writeFileSync(
      good!,
      JSON.stringify(aBulletin('2022-01-01 08时', { high: [inXihu('甲社区')] })),
    );
    writeFileSync(bad!, '{"data": {}}');
    const { code, output } = await command([bad!, good!, '/nowhere'], '--as', AUTHOR);
    expect(code).toBe(1);
    expect(output).toContain('good.json: ACCEPTED: 1 high, 0 medium, 0 low; 1 raised, 0 lifted');
    expect(output).toContain('bad.json: This is no bulletin');
    expect(output).toContain('nowhere: There is no such file.');
    expect(output).toContain('1 bulletins: 1 accepted, 0 held, 0 held and passed');
    expect(await openAreas()).toBe(1);
  });

  it.each([
    ['a region’s official', 'policy-author-330000', 'REGION_OUT_OF_SCOPE'],
    ['who may only approve', APPROVER, 'SCOPE_MISSING'],
    ['nobody', 'nobody', 'has no access'],
  ])('refuses %s', async (_who, subject, why) => {
    const { code, output } = await command(
      [join(database.folder.root, 'good.json')],
      '--as',
      subject,
    );
    expect(code).toBe(1);
    expect(output).toContain(why);
  });

  const names = realBulletins();

  it.skipIf(names === null)(
    'takes all the real ones in, by one command',
    { timeout: 900_000 },
    async () => {
      const files = (names ?? []).map(realPath);
      const { code, output } = await command(
        files.toReversed(),
        '--as',
        AUTHOR,
        '--approve-as',
        APPROVER,
      );
      expect(output).toMatch(
        /^45 bulletins: 43 accepted, 0 held, 2 held and passed .*; 0 files failed/m,
      );
      expect(output).toMatch(/20221207..-283b01d8\S*: HELD \(LIFTED_MANY\)/);
      expect(output).toMatch(
        /20221207..-283b01d8\S*: ACCEPTED.*approved by policy-approver-000000/,
      );
      for (const held of ['2022112408-7ceb0209', '2022112408-c1b75598']) {
        expect(output).toMatch(new RegExp(`${held}\\S*: HELD \\(.*SAME_INSTANT`));
      }
      expect(code).toBe(0);
      expect(await openAreas()).toBe(0);
      // The names that are no county, district or city are few, and all are listed.
      const unresolved = output.match(/^Not found in GB\/T 2260: /gm) ?? [];
      const { rows } = await superuser.query<{ names: number; far: number }>(
        `select count(distinct (province, city, county))::int as names,
        count(distinct (province, city, county)) filter (where division like '%0000')::int as far
       from travel_history.risk_area where province <> '浙江省' or community <> '甲社区'`,
      );
      const { names: all = 0, far = 0 } = rows[0] ?? {};
      expect(unresolved).toHaveLength(far);
      expect(far / all).toBeLessThan(0.01);
      console.log(`${all} names, ${far} of them lead to a province only`);
    },
  );
});
