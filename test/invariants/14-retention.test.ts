import { existsSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SESSIONS_KEPT } from '../../gateway/session/session.entity.ts';
import { KEPT_DAYS } from '../../subgraphs/codes/domain/statistics/statistics.ts';
import { declared } from '../../subgraphs/codes/persistence/retained.ts';
import { DECLARED as HEALTH } from '../../subgraphs/health-records/persistence/retained.ts';
import { LOG_KEPT } from '../../subgraphs/kit/audit/persistence/audit.entity.ts';
import {
  hourly,
  KEPT_CLASSES,
  RETENTION_DAYS,
  type Declared,
} from '../../subgraphs/kit/retained.ts';
import { DECLARED as RESIDENTS } from '../../subgraphs/residents/persistence/retained.ts';
import { DECLARED as TRAVEL } from '../../subgraphs/travel-history/persistence/retained.ts';

const CODES = declared({ movement: 0, others: 0, orders: 0 }, new Date());
const ALL: readonly Declared[] = [
  ...[...RESIDENTS, ...HEALTH, ...TRAVEL, ...CODES],
  ...[...LOG_KEPT, SESSIONS_KEPT],
];

let owner: Client;
let tables: string[];

beforeAll(async () => {
  owner = new Client({ connectionString: inject('tongma').urls.tongma_owner });
  await owner.connect();
  // Which migrations ran is about nobody; the queue's tables are pg-boss's, which empties them.
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^(pg_|information_schema$)' and n.nspname <> 'queue'
       and c.relkind in ('r', 'p', 'm', 'f') and c.relname <> 'migration'`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => owner.end());

/** Tables that none of some declarations names. */
function undeclared(names: readonly string[], declarations: readonly Declared[]): string[] {
  const known = new Set(declarations.map(({ table }) => table));
  return names.filter((name) => !known.has(name));
}

describe('how long rows are kept', () => {
  it('is declared of every table that there is, and of no other', () => {
    expect(tables.length).toBeGreaterThan(55);
    expect(undeclared(tables, ALL)).toEqual([]);
    expect(ALL.map(({ table }) => table).filter((name) => !tables.includes(name))).toEqual([]);
    expect(undeclared([...tables, 'codes.movement_log'], ALL)).toEqual(['codes.movement_log']);
    const without = ALL.filter(({ table }) => table !== 'health_records.check_in');
    expect(undeclared(tables, without)).toEqual(['health_records.check_in']);
  });

  it('is as the invariant says', () => {
    expect(RETENTION_DAYS).toMatchObject({
      ...{ MOVEMENT: 28, SELF_REPORTS: 60, EVIDENCE: 90, DECISIONS: 180 },
    });
    const { SELF_REPORTS: declarations, DECISIONS: decisions } = RETENTION_DAYS;
    expect(KEPT_DAYS).toEqual({ declarations, decisions });
    const classOf = (name: string) =>
      [...new Set(ALL.filter(({ table }) => table === name).map((one) => one.class))].sort();
    for (const name of ['stay', 'trip', 'venue_visit']) {
      expect(classOf(`travel_history.${name}`)).toEqual(['MOVEMENT']);
    }
    for (const name of ['declaration', 'check_in']) {
      expect(classOf(`health_records.${name}`)).toEqual(['SELF_REPORTS']);
    }
    for (const name of ['test_result', 'isolation_order', 'contact_notice', 'vaccination']) {
      expect(classOf(`health_records.${name}`)).toEqual(['EVIDENCE']);
    }
    expect(classOf('codes.evidence')).toEqual(['EVIDENCE', 'MOVEMENT', 'SELF_REPORTS']);
    expect(classOf('codes.color_decision')).toEqual(['DECISIONS']);
    expect(classOf('audit.body')).toEqual(['SELF_ENDING']); // after a year: kit/audit/clear-bodies
    expect(classOf('codes.code_token')).toEqual(['TOKENS']);
  });

  it('has a clearing wherever it ends', () => {
    const cleared = new Set(hourly(ALL));
    const kept: readonly string[] = KEPT_CLASSES;
    for (const one of ALL.filter((each) => !kept.includes(each.class))) {
      if ('by' in one) {
        expect(existsSync(one.by) && readFileSync(one.by, 'utf8')).toMatch(
          /nativeDelete\(|audit\.clear_bodies\(/,
        );
      } else {
        expect([...cleared].map(({ table }) => table)).toContain(one.table);
      }
    }
  });

  it('is found by an index, whatever the number of rows', async () => {
    const { rows } = await owner.query<{ name: string; columns: string[] }>(
      `select i.indrelid::regclass::text as name, array(
         select a.attname::text from unnest(i.indkey::int[]) with ordinality k (attnum, at)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
         order by k.at limit 2) as columns
       from pg_index i`,
    );
    const faults = hourly(ALL).filter(({ table, since }) => {
      const leads = rows.filter(({ name }) => name === table).map(({ columns }) => columns);
      const byTime = leads.some(([first, second]) => first === 'region' && second === since);
      return !byTime && !leads.some(([first]) => first === since);
    });
    // Numbers of a day, and offers of minutes, are few.
    expect(faults.map(({ table }) => table).sort()).toEqual([
      ...['codes.verification_count', 'residents.conversion_import'],
      ...['residents.conversion_offer', 'residents.guardian_offer'],
    ]);
  });

  it('has what it needs of the database', async () => {
    const { rows } = await owner.query<{ name: string; role: string }>(
      `select table_schema || '.' || table_name as name, grantee as role
       from information_schema.role_table_grants where privilege_type = 'DELETE'`,
    );
    const able = new Set(rows.map(({ name }) => name));
    const { rows: policies } = await owner.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_policies where policyname = 'retention'`,
    );
    const seen = new Set(policies.map(({ name }) => name));
    for (const { table } of hourly(ALL)) {
      expect([table, able.has(table), seen.has(table)]).toEqual([table, true, true]);
    }
  });
});
