import { Client } from 'pg';

/** Region of everybody. */
export const REGION = '330000';
/** Residents, each with a green code and evidence. Source: DESIGN.md §9. */
export const RESIDENTS = Number(process.env['RECOLOR_RESIDENTS'] ?? 1_000_000);
/** Stays, ten a resident. Source: DESIGN.md §9. */
export const STAYS = Number(process.env['RECOLOR_STAYS'] ?? 10 * RESIDENTS);
/** Codes that change. Source: DESIGN.md §9. */
export const CHANGED = Math.min(50_000, RESIDENTS / 20);

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
  ['CHECK_IN', `jsonb_build_object(${REPORT}, 'at', ${AT})`],
  [
    'TEST_RESULT',
    `jsonb_build_object('source', 'ACCREDITED', 'result', 'NOT_DETECTED', 'sampleCollectedAt', ${AT})`,
  ],
];

const series = (count: number) => `generate_series(1, ${count}) n`;

/** Fills the tables, as nobody whom row security binds. */
export async function fillWorld(url: string, say: (sentence: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  say(`Making ${RESIDENTS} codes with their evidence.`);
  await client.query(
    `insert into codes.health_code
       (region, id, resident_id, state, color, masked_name, birth_month_day, held_by_proxy,
        policy_version, decided_at, created_at)
     select '${REGION}', ${sqlId('code')}, ${sqlId('resident')}, 'ACTIVE', 'GREEN', '周*甲', '0203',
       false, 1, now(), now() from ${series(RESIDENTS)}`,
  );
  for (const [kind, body] of EVIDENCE) {
    await client.query(
      `insert into codes.evidence
         (region, id, resident_id, kind, body, occurred_at, taken_in_at)
       select '${REGION}', ${sqlId(kind)}, ${sqlId('resident')}, '${kind}', ${body},
         now() - interval '3 days', now() from ${series(RESIDENTS)}`,
    );
  }
  say(`Making ${STAYS} stays.`);
  await client.query(
    `insert into travel_history.stay
       (region, id, resident_id, division, arrived_at, left_at, declared_at, recorded_by)
     select '${REGION}', ${sqlId('stay')}, ${sqlId('resident', `(n % ${RESIDENTS} + 1)`)},
       lpad((330000 + (n / ${RESIDENTS}) * 100 + n % 90)::text, 6, '0'),
       now() - (n % 20) * interval '1 day', null, now(), 'bench' from ${series(STAYS)}`,
  );
  say('Gathering statistics.');
  await client.query('vacuum analyze codes.health_code');
  await client.query('vacuum analyze codes.evidence');
  await client.query('vacuum analyze travel_history.stay');
  await client.query('checkpoint');
  await client.end();
}

/** Writes the events that turn residents `from` + 1 to `from` + CHANGED, in batches of a thousand. */
export async function writeEvents(url: string, from: number): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ batch: string }>(
    `with written as (
       insert into travel_history.event
         (region, id, resident_id, kind, body, occurred_at, recorded_at, batch)
       select '${REGION}', ${sqlId('event')}, ${sqlId('resident')}, 'TEST_RESULT',
         jsonb_build_object('source', 'ACCREDITED', 'result', 'DETECTED', 'sampleCollectedAt',
           to_char(now() - interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
         now() - interval '1 day', now(), ${sqlId('batch', '(n - 1) / 1000')}
       from generate_series(${from + 1}, ${from + CHANGED}) n returning batch)
     select distinct batch from written`,
  );
  await client.query('vacuum analyze travel_history.event');
  await client.query('checkpoint');
  await client.end();
  return rows.map(({ batch }) => batch);
}
