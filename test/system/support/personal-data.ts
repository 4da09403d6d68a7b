import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import { demoPeople } from '../../../cli/seed/seed-demo.ts';
import { MET_ERRORS } from './send.ts';

/** Some text, and where it stands. */
export interface Place {
  readonly where: string;
  readonly text: string;
}

/** What of a person is looked for. */
export interface Particulars {
  readonly name: string;
  readonly documentNumber: string;
  readonly phone: string;
}

/** Schemas whose every table is searched: names, numbers and phones are sealed in all of them. */
const SCHEMAS = [
  ...['residents', 'health_records', 'travel_history', 'codes', 'audit', 'gateway', 'queue'],
];

/** Where a name, number or phone of somebody stands in clear: what and where, never the value. */
export function leaksIn(places: readonly Place[], people: readonly Particulars[]): string[] {
  return (['name', 'documentNumber', 'phone'] as const).flatMap((what) => {
    const values = people.map((person) => person[what].replace(/[^\w\s\u4e00-\u9fff]/g, '\\$&'));
    const pattern = new RegExp(values.join('|'));
    return places
      .filter(({ text }) => pattern.test(text))
      .map(({ where, text }) => `${where}: a ${what} at character ${text.search(pattern)}`);
  });
}

/** Begins to collect the errors that stories meet; gives what was collected so far. */
export function collectErrors(): () => string {
  const file = join(mkdtempSync(join(tmpdir(), 'tongma-errors-')), 'errors');
  process.env[MET_ERRORS] = file;
  return () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
}

async function rowsOf(databaseUrl: string): Promise<Place[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind = 'r'`,
      [SCHEMAS],
    );
    const places: Place[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      places.push(...rows.map(({ row }, index) => ({ where: `${name} row ${index}`, text: row })));
    }
    return places;
  } finally {
    await client.end();
  }
}

/**
 * Searches logs, errors and every row of the database for the residents of the demo, when all
 * stories are over. Source: SECURITY.md, Data at rest.
 * @throws naming where somebody stands in clear
 */
export async function searchForPeople(
  data: string,
  databaseUrl: string,
  places: readonly Place[],
): Promise<void> {
  const url = new URL(databaseUrl);
  url.username = 'postgres';
  url.password = readSecrets(join(data, 'secrets.json')).superuserPassword;
  const rows = await rowsOf(url.href);
  if (rows.length < 1_000) throw new Error(`Only ${rows.length} rows were searched.`);
  // Fewer are seeded in split mode: the first ones of the same list.
  const people = demoPeople(new Date());
  const leaks = leaksIn([...places, ...rows], people);
  const characters = places.map(({ where, text }) => `${text.length} characters of ${where}`);
  console.log(
    `personal data: ${rows.length} rows, ${characters.join(', ')}; ${leaks.length} found`,
  );
  if (leaks.length > 0)
    throw new Error(`Personal data in clear:\n${leaks.slice(0, 50).join('\n')}`);
}
