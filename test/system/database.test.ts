import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { DatabaseUrls } from '../../cli/embedded/database.ts';
import { newId } from '../../subgraphs/kit/new-id.ts';
import { wasInRiskArea } from './support/exposed-stays.ts';
import { DATABASE_ROLES, type DatabaseRole } from '../../cli/embedded/secrets.ts';

const SCHEMAS = ['residents', 'health_records', 'travel_history', 'codes'];
const HOME: Readonly<Partial<Record<DatabaseRole, string>>> = {
  tongma_residents: 'residents',
  tongma_health: 'health_records',
  tongma_travel: 'travel_history',
  tongma_codes: 'codes',
};
const APPLICATION_ROLES = DATABASE_ROLES.filter((role) => role !== 'tongma_owner');
const PRODUCER_ROLES: readonly DatabaseRole[] = [
  ...(['tongma_residents', 'tongma_health', 'tongma_travel'] as const),
];

interface Table {
  readonly schema: string;
  readonly name: string;
}

let urls: DatabaseUrls;
let owner: Client;
let tables: Table[];

async function as<T>(role: DatabaseRole, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urls[role] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** SQLSTATE of a refused statement; '' when it was not refused. */
async function refusal(client: Client, sql: string): Promise<string> {
  try {
    await client.query(sql);
    return '';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

const PERMISSION_DENIED = '42501';

beforeAll(async () => {
  ({ urls } = inject('tongma'));
  owner = new Client({ connectionString: urls.tongma_owner });
  await owner.connect();
  const { rows } = await owner.query<Table>(
    'select schemaname as schema, tablename as name from pg_tables where schemaname = any($1)',
    [SCHEMAS],
  );
  tables = rows;
});

afterAll(() => owner.end());

describe('what the database itself keeps apart', () => {
  it('has tables in all four schemas', () => {
    expect(new Set(tables.map(({ schema }) => schema)).size).toBe(4);
    expect(tables.length).toBeGreaterThan(18);
  });

  it('gives no application role more than a login', async () => {
    const { rows } = await owner.query(
      `select rolname from pg_roles where rolname = any($1)
       and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication or rolinherit)`,
      [APPLICATION_ROLES],
    );
    expect(rows).toEqual([]);
    const owned = await owner.query(`select tablename from pg_tables where tableowner = any($1)`, [
      APPLICATION_ROLES,
    ]);
    expect(owned.rows).toEqual([]);
  });

  it('lets no application role own anything, nor act as another one', async () => {
    const owned = await owner.query(
      `select n.nspname || '.' || c.relname as name from pg_class c
         join pg_namespace n on n.oid = c.relnamespace where pg_get_userbyid(c.relowner) = any($1)
       union all select proname from pg_proc where pg_get_userbyid(proowner) = any($1)
       union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = any($1)
       union all select datname from pg_database where pg_get_userbyid(datdba) = any($1)`,
      [APPLICATION_ROLES],
    );
    expect(owned.rows).toEqual([]);
    const members = await owner.query(
      'select 1 from pg_auth_members where pg_get_userbyid(member) = any($1) or pg_get_userbyid(roleid) = any($1)',
      [APPLICATION_ROLES],
    );
    expect(members.rows).toEqual([]);
  });

  it('forces row security on every table of every schema of ours, with a policy', async () => {
    const { rows } = await owner.query<{ schema: string; name: string; ok: boolean }>(
      `select n.nspname as schema, c.relname as name,
              c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid) as ok
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^(pg_|information_schema$)' and n.nspname not in ('queue')
         and c.relkind in ('r', 'p', 'm', 'f')`,
    );
    // Which migrations ran is no row of a region; no application role may look at it.
    const ours = rows.filter(({ name }) => name !== 'migration');
    expect(new Set(ours.map(({ schema }) => schema))).toEqual(
      new Set([...SCHEMAS, 'audit', 'gateway']),
    );
    expect(ours.length).toBeGreaterThan(30);
    expect(ours.filter(({ ok }) => !ok)).toEqual([]);
    for (const { schema } of rows.filter(({ name }) => name === 'migration')) {
      for (const role of APPLICATION_ROLES) {
        const asked = await as(role, (client) => refusal(client, `table ${schema}.migration`));
        expect(asked).toBe(PERMISSION_DENIED);
      }
    }
  });

  it('gives no policy to everybody, and bypasses none by a view or a function', async () => {
    const everybody = await owner.query(
      "select polname from pg_policy where 0::oid = any(polroles) or polroles = '{0}'",
    );
    expect(everybody.rows).toEqual([]);
    const views = await owner.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and n.nspname = any($1)
         and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
      [[...SCHEMAS, 'audit', 'gateway']],
    );
    expect(views.rows).toEqual([]);
    const { rows } = await owner.query<{ name: string; open: boolean }>(
      `select n.nspname || '.' || p.proname as name, has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname !~ '^pg_' order by 1`,
    );
    expect(rows).toEqual(
      [
        ...[
          'audit.append',
          'audit.clear_bodies',
          'audit.hashes',
          'codes.standing_counts',
          'codes.status_of',
          'codes.taken_in',
          'health_records.is_detected_near',
        ],
        ...['residents.bring_conversion', 'residents.document_index_of', 'residents.index_keys'],
        ...['residents.registrations_of', 'residents.subject_taken', 'residents.take_conversion'],
        'travel_history.was_exposed',
      ].map((name) => ({ name, open: false })),
    );
  });

  it.each(APPLICATION_ROLES)(
    "refuses %s every other schema's tables but the event tables that codes reads",
    async (role) => {
      const others = tables.filter(({ schema }) => schema !== HOME[role]);
      const open = await as(role, async (client) => {
        const found: string[] = [];
        for (const { schema, name } of others) {
          if (
            (await refusal(client, `select 1 from "${schema}"."${name}" limit 1`)) !==
            PERMISSION_DENIED
          ) {
            found.push(`${schema}.${name}`);
          }
          expect(await refusal(client, `delete from "${schema}"."${name}"`)).toBe(
            PERMISSION_DENIED,
          );
        }
        return found.sort();
      });
      const events = ['health_records.event', 'residents.event', 'travel_history.event'];
      expect(open).toEqual(role === 'tongma_codes' ? events : []);
    },
  );

  it('shows no row without a scope, those of a region within it, and refuses rows of another', async () => {
    await as('tongma_residents', async (client) => {
      const count = async () =>
        Number(
          (await client.query<{ n: string }>('select count(*) as n from residents.resident'))
            .rows[0]?.n,
        );
      expect(await count()).toBe(0);
      await client.query('begin');
      await client.query("set local app.regions = '330000'");
      expect(await count()).toBe(0); // a region alone is not a scope: for whom is missing
      await client.query("set local app.residents = '*'");
      const own = await count();
      expect(own).toBeGreaterThan(20);
      const regions = await client.query<{ region: string }>(
        'select distinct region from residents.resident',
      );
      expect(regions.rows).toEqual([{ region: '330000' }]);
      await client.query("set local app.residents = 'nobody'");
      expect(await count()).toBe(0);
      await client.query("set local app.residents = '*'");
      const moved = await refusal(client, "update residents.resident set region = '510000'");
      expect(moved).toBe(PERMISSION_DENIED);
      await client.query('rollback');
    });
  });

  it.each([
    "update codes.policy set rules = '[]'",
    'delete from codes.policy',
    `insert into codes.policy (region, version, valid_from, status_max_age_minutes, rules)
     values ('510000', 99, now(), 60, '[]')`,
    "insert into codes.trust_list (version, signed, published_at) values (99, '', now())",
  ])('lets no scope of a request change rules, or publish elsewhere: %s', async (sql) => {
    await as('tongma_codes', async (client) => {
      await client.query('begin');
      await client.query(
        "set local app.regions = '000000,330000'; set local app.residents = '*'; set local app.subject = 'reviewer-330000'",
      );
      expect(await refusal(client, sql)).toBe(PERMISSION_DENIED);
      await client.query('rollback');
    });
  });

  it('lets a policy of another region be given no end', async () => {
    await as('tongma_codes', async (client) => {
      await client.query(
        "begin; set local app.regions = '330000'; set local app.subject = 'somebody'",
      );
      const sql = "update codes.policy set withdrawn_at = now() where region <> '330000'";
      expect((await client.query(sql)).rowCount).toBe(0);
      await client.query('rollback');
    });
  });

  it('lets recognition execute status_of and see nothing else', async () => {
    await as('tongma_recognize', async (client) => {
      for (const { schema, name } of tables) {
        expect(await refusal(client, `select 1 from "${schema}"."${name}"`)).toBe(
          PERMISSION_DENIED,
        );
      }
      const { fields, rows } = await client.query(
        "select * from codes.status_of('330000', array['\\x00'::bytea])",
      );
      expect(fields.map(({ name }) => name)).toEqual(['cti', 'state', 'color', 'horizon']);
      expect(rows).toEqual([]);
    });
    for (const role of [
      'tongma_residents',
      'tongma_health',
      'tongma_travel',
      'tongma_codes',
    ] as const) {
      await as(role, async (client) => {
        expect(
          await refusal(client, "select * from codes.status_of('330000', array[]::bytea[])"),
        ).toBe(PERMISSION_DENIED);
      });
    }
  });

  it('lets travel-history ask whether a result is detected, and nobody else', async () => {
    const asked =
      "select health_records.is_detected_near('330000', '330000-X', now(), now()) as detected";
    for (const role of APPLICATION_ROLES) {
      const found = await as(role, (client) => refusal(client, asked));
      expect(found, role).toBe(role === 'tongma_travel' ? '' : PERMISSION_DENIED);
    }
    await as('tongma_travel', async (client) => {
      await client.query("begin; set local app.regions = '330000'; set local app.subject = 'who'");
      expect((await client.query(asked)).rows).toEqual([{ detected: false }]);
      const { rows } = await client.query("select current_setting('app.subject') as subject");
      expect(rows).toEqual([{ subject: 'who' }]);
      await client.query('rollback');
    });
  });

  it('lets health-records ask whether a stay was in a risk area, in its own scope, and nobody else', async () => {
    const call = (resident: string, stay: string) =>
      `select travel_history.was_exposed('330000', '${resident}', '${stay}') as exposed`;
    for (const role of APPLICATION_ROLES) {
      const found = await as(role, (client) => refusal(client, call('x', 'x')));
      expect(found, role).toBe(role === 'tongma_health' ? '' : PERMISSION_DENIED);
    }
    const [resident, stay] = [newId('330000'), newId('330000')];
    await wasInRiskArea(resident, stay);
    await as('tongma_health', async (client) => {
      const asked = async (...given: [string, string]) =>
        (await client.query(call(...given))).rows[0]?.exposed;
      await client.query("begin; set local app.regions = '330000'; set local app.subject = 'who'");
      expect(await asked(resident, stay)).toBe(true);
      expect(await asked(newId('330000'), stay)).toBe(false);
      expect(await asked(resident, newId('330000'))).toBe(false);
      const { rows } = await client.query("select current_setting('app.subject') as subject");
      expect(rows).toEqual([{ subject: 'who' }]);
      await client.query("set local app.regions = '510000'");
      expect(await asked(resident, stay)).toBe(false);
      await client.query('rollback');
    });
  });

  it('lets producers ask which events codes has, in their own scope, and nobody else', async () => {
    const asked = "select * from codes.taken_in('330000', array['330000-X'])";
    for (const role of APPLICATION_ROLES) {
      const found = await as(role, (client) => refusal(client, asked));
      expect(found, role).toBe(PRODUCER_ROLES.includes(role) ? '' : PERMISSION_DENIED);
    }
    await as('tongma_health', async (client) => {
      await client.query(
        "begin; set local app.regions = '330000'; set local app.residents = '*'; set local app.subject = 'who'",
      );
      const events = await client.query<{ id: string }>('select id from health_records.event');
      const told = events.rows.map(({ id }) => id);
      const known = async () =>
        (await client.query("select * from codes.taken_in('330000', $1::text[])", [told])).rowCount;
      expect(await known()).toBeGreaterThan(20);
      const { rows: who } = await client.query("select current_setting('app.subject') as subject");
      expect(who).toEqual([{ subject: 'who' }]);
      await client.query("set local app.regions = '510000'");
      expect(await known()).toBe(0);
      await client.query('rollback');
    });
  });

  it('shows the owner no row of a person', async () => {
    for (const name of [
      'residents.resident',
      'health_records.declaration',
      'travel_history.stay',
      'codes.health_code',
    ]) {
      const { rows } = await owner.query<{ n: string }>(`select count(*) as n from ${name}`);
      expect(rows[0]?.n).toBe('0');
    }
  });

  it('keeps names, document numbers and phones sealed', async () => {
    await as('tongma_residents', async (client) => {
      await client.query(
        "begin; set local app.regions = '330000,510000'; set local app.residents = '*'",
      );
      const { rows } = await client.query('select * from residents.resident limit 200');
      const { rows: events } = await client.query('select * from residents.event limit 200');
      expect(events.length).toBeGreaterThan(40);
      expect(JSON.stringify([rows, events])).not.toMatch(/[\u4e00-\u9fff]{3}|\d{17}[\dX]|1990000/);
      await client.query('rollback');
    });
  });
});
