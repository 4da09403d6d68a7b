import { Client } from 'pg';

/** Region of everybody. */
export const REGION = '330000';
/** Residents, each with a green code and evidence. Source: DESIGN.md §9. */
export const RESIDENTS = Number(process.env['RECOLOR_RESIDENTS'] ?? 1_000_000);
/** Stays, ten a resident. Source: DESIGN.md §9. */
export const STAYS = Number(process.env['RECOLOR_STAYS'] ?? 10 * RESIDENTS);
/** Codes that change. Source: DESIGN.md §9. */
export const CHANGED = Number(process.env['RECOLOR_CHANGED'] ?? Math.min(50_000, RESIDENTS / 20));

/** An id of the region: of its kind and number, spread as random ones are. */
export const sqlId = (kind: string, n = 'n') =>
  `'${REGION}-' || upper(substr(md5('${kind}' || ${n}), 1, 26))`;

const REGISTERED = `jsonb_build_object('maskedName', '周*甲', 'birthMonthDay', '0203', 'heldByProxy', false)`;
const REPORT = `'source', 'SELF', 'symptoms', '[]'::jsonb, 'temperature', 36.5`;
const AT = `to_char(now() - interval '3 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Evidence of each resident: four pieces, of the kinds that most have. */
const EVIDENCE: readonly (readonly [string, string])[] = [
  ['RESIDENT_REGISTERED', REGISTERED],
  ['DECLARATION', `jsonb_build_object(${REPORT}, 'declaredAt', ${AT})`],
  ['STAY', `jsonb_build_object('source', 'SELF', 'stayId', ${sqlId('stay')})`],
  [
    'TEST_RESULT',
    `jsonb_build_object('source', 'ACCREDITED', 'result', 'NOT_DETECTED', 'sampleCollectedAt', ${AT})`,
  ],
];

/** Where resident n stayed: a thousand in each. */
const DIVISION = `lpad(to_hex(((n - 1) / 1000)::int), 6, 'z')`;

const series = (count: number) => `generate_series(1, ${count}) n`;

/** Fills a table; its indexes are made after, which is many times faster for millions of rows. */
export async function filled(
  client: Client,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u')`,
    [table],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = $1::regclass
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await work();
  for (const { name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  for (const { definition } of indexes) await client.query(definition);
  await client.query(`vacuum analyze ${table}`);
}

/** Fills the tables, as nobody whom row security binds. */
export async function fillWorld(url: string, say: (sentence: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("set maintenance_work_mem = '512MB'; set synchronous_commit = off");
  say(`Making ${RESIDENTS} codes with their evidence.`);
  await filled(client, 'codes.health_code', async () => {
    await client.query(
      `insert into codes.health_code
         (region, id, resident_id, state, color, masked_name, birth_month_day, held_by_proxy,
          policy_version, decided_at, created_at)
       select '${REGION}', ${sqlId('code')}, ${sqlId('resident')}, 'ACTIVE', 'GREEN', '周*甲',
         '0203', false, 1, now(), now() from ${series(RESIDENTS)}`,
    );
  });
  await filled(client, 'codes.evidence', async () => {
    for (const [kind, body] of EVIDENCE) {
      await client.query(
        `insert into codes.evidence
           (region, id, resident_id, kind, body, occurred_at, taken_in_at)
         select '${REGION}', ${sqlId(kind)}, ${sqlId('resident')}, '${kind}', ${body},
           now() - interval '3 days', now() from ${series(RESIDENTS)}`,
      );
    }
  });
  say(`Making ${STAYS} stays.`);
  // One stay of each resident is where a bulletin will look; the others are spread over a province.
  await filled(client, 'travel_history.stay', async () => {
    await client.query(
      `insert into travel_history.stay
         (region, id, resident_id, division, arrived_at, left_at, declared_at, recorded_by)
       select '${REGION}', ${sqlId('stay')},
         ${sqlId('resident', `((n - 1) % ${RESIDENTS} + 1)`)},
         case when n <= ${RESIDENTS} then ${DIVISION} else (330000 + n % 997)::text end,
         now() - (5 + n % 9) * interval '1 day', now() - interval '3 days', now(), 'bench'
       from ${series(STAYS)}`,
    );
  });
  await client.query('checkpoint');
  await client.end();
}

/**
 * Raises the areas in which residents `from` + 1 to `from` + CHANGED stayed, as an accepted bulletin
 * does; gives the run that finds who stayed there.
 */
export async function raiseAreas(url: string, from: number): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const bulletin = `'000000-' || lpad('${from}', 26, '0')`;
  await client.query(
    `insert into travel_history.risk_area
       (region, id, level, division, whole, province, city, county, community, valid_from, valid_to,
        changed_by)
     select '000000', '000000-' || lpad(n::text, 26, '0'), 'HIGH', ${DIVISION}, true, '浙江省', '', '',
       '', now() - interval '20 days', null, ${bulletin}
     from generate_series(${from + 1}, ${from + CHANGED}, 1000) n`,
  );
  const { rows } = await client.query<{ id: string }>(
    `insert into travel_history.exposure_run
       (region, id, bulletin_id, state, cursor_area, areas, areas_done, exposures, created_at)
     values ('${REGION}', ${sqlId('run', `'${from}'`)}, ${bulletin}, 'RUNNING', '',
       ${Math.ceil(CHANGED / 1000)}, 0, 0, now()) returning id`,
  );
  await client.query('vacuum analyze travel_history.risk_area');
  await client.query('checkpoint');
  await client.end();
  return rows[0]?.id ?? '';
}
