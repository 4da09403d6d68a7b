import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../kit/migrate.ts';
import type { Rule } from '../domain/color/policy.ts';
import { anEvent, detected, healthy, newId, REGION, type GivenEvent } from './intake-fakes.ts';
import { eighth, retentionWorld, type RetentionWorld } from './retention-fakes.ts';
import { storage } from './storage.ts';

const DAY_MS = 86_400_000;
let world: RetentionWorld;
let begin: Date;

beforeAll(async () => {
  world = await retentionWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  begin = world.clock.at;
  await world.rows(
    'truncate codes.evidence, codes.health_code, codes.color_decision, codes.decision_chunk',
  );
});

const day = (days: number) => new Date(begin.getTime() + days * DAY_MS);
const takeIn = (events: readonly GivenEvent[], days = 0) => world.takeIn(events, day(days));
const clear = (days: number) => world.clear(day(days));
const negative = (of: string, days: number) =>
  anEvent(of, 'TEST_RESULT', {
    ...{ source: 'ACCREDITED', result: 'NOT_DETECTED' },
    sampleCollectedAt: day(days).toISOString(),
  });
const checkIn = (of: string, days: number) =>
  anEvent(of, 'CHECK_IN', {
    ...{ source: 'SELF', symptoms: [], temperature: null, at: day(days).toISOString() },
  });
const stays = (of: string) => anEvent(of, 'STAY', { source: 'SELF', stayId: newId() });
const declared = (of: string, days: number) => healthy(of, day(days)).slice(1);

/** Somebody who is green since the first day. */
async function somebody(): Promise<string> {
  const of = newId();
  await takeIn([...healthy(of, begin), stays(of)]);
  return of;
}

/** Colors to which decisions about somebody led, in their order. */
async function colorsOf(of: string): Promise<(string | null)[]> {
  const sql = `select to_color as color from codes.color_decision where resident_id = $1
    order by decided_at`;
  return (await world.rows<{ color: string }>(sql, [of])).map(({ color }) => color);
}

describe('decisions', () => {
  it('go after 180 days, but for the latest of each code, which cites what is kept', async () => {
    const [of, green] = [await somebody(), await somebody()];
    const sick = detected(of, day(10));
    await takeIn([sick], 10);
    await clear(179.9);
    expect(await colorsOf(of)).toEqual(['GREEN', 'RED']);
    await clear(180.1);
    expect(await colorsOf(of)).toEqual(['RED']);
    await clear(1_000);
    expect(await colorsOf(of)).toEqual(['RED']);
    expect(await colorsOf(green)).toEqual(['GREEN']);
    expect(await world.evidence()).toContain(sick.id);
    const [noted] = await world.rows(
      `select (b.body::jsonb -> 'detail' ->> 'color_decision')::int as n from audit.body b
       where b.body like '%ROWS_EXPIRED%color_decision%'`,
    );
    expect(noted).toEqual({ n: 1 });
  });

  it('that were the latest for long go when another follows, and no other with them', async () => {
    const of = await somebody();
    await clear(250);
    await takeIn([detected(of, day(300))], 300);
    await takeIn([checkIn(of, 340)], 340); // a code is green again when it is looked at
    expect(await colorsOf(of)).toEqual(['GREEN', 'RED', 'GREEN']);
    await clear(340);
    expect(await colorsOf(of)).toEqual(['RED', 'GREEN']);
    await clear(479.9);
    expect(await colorsOf(of)).toEqual(['RED', 'GREEN']);
    await clear(480.1);
    expect(await colorsOf(of)).toEqual(['GREEN']);
  });

  it('go with the leaves that prove them, when all of these have gone', async () => {
    const people = Array.from({ length: 30 }, newId).sort();
    await takeIn(people.flatMap((of) => [...healthy(of, begin), stays(of)]));
    const [one = ''] = people;
    await takeIn(
      people.slice(1).map((of) => detected(of, day(10))),
      10,
    );
    const chunks = () => world.rows('select 1 from codes.decision_chunk');
    expect(await chunks()).toHaveLength(2);
    await clear(185);
    expect(await colorsOf(one)).toEqual(['GREEN']);
    expect(await chunks()).toHaveLength(2);
    await takeIn([detected(one, day(186))], 186);
    await clear(186);
    expect(await colorsOf(one)).toEqual(['RED']);
    expect(await chunks()).toHaveLength(1);
  });

  it('go in parts, all of them', async () => {
    await world.rows(
      `insert into codes.health_code (region, id, resident_id, state, color, decided_at,
         decisions_since, created_at)
       select '${REGION}', '${REGION}-' || lpad(n::text, 26, '0'), n::text, 'ACTIVE', 'GREEN', $2, $1, $1
       from generate_series(1, 2345) n`,
      [day(-190), day(-185)],
    );
    await world.rows(
      `insert into codes.color_decision (region, id, code_id, resident_id, from_state, to_state,
         to_color, detail, policy_version, decided_at)
       select region, left(region || '-' || md5(id || k), 33), id, resident_id, 'ACTIVE', 'ACTIVE',
         'GREEN', '{"reasons": [], "nextSteps": [], "missing": []}'::jsonb, 1,
         $1::timestamptz + make_interval(days => 5 * k)
       from codes.health_code, generate_series(0, 1) k`,
      [day(-190)],
    );
    await world.rows('analyze codes.color_decision, codes.health_code');
    await clear(0);
    const [counts] = await world.rows(
      `select count(*)::int as latest, count(*) filter (where decided_at < $1)::int as old,
         (select count(*)::int from codes.health_code where decisions_since is not null) as marked
       from codes.color_decision`,
      [day(-186)],
    );
    expect(counts).toEqual({ latest: 2_345, old: 0, marked: 0 });
  });
});

describe('what others said of somebody', () => {
  it('goes after 90 days, and what they said themselves after 60, but for the last word', async () => {
    const of = await somebody();
    const told = { source: 'OFFICIAL', noticeId: newId() };
    await takeIn(
      [
        ...[negative(of, 1), checkIn(of, 1), ...declared(of, 1)],
        anEvent(of, 'CONTACT_NOTICE', { ...told, lastContactAt: day(-2).toISOString() }),
        anEvent(of, 'CONTACT_WITHDRAWAL', { ...told, withdrawnAt: day(1).toISOString() }),
      ],
      1,
    );
    await takeIn([checkIn(of, 40)], 40);
    const kinds = async () =>
      (await world.rows<{ kind: string }>('select kind from codes.evidence order by kind')).map(
        ({ kind }) => kind,
      );
    await clear(59.9);
    expect(await kinds()).toHaveLength(9);
    await clear(61.1);
    const others = ['CONTACT_NOTICE', 'CONTACT_WITHDRAWAL', 'RESIDENT_REGISTERED'];
    expect(await kinds()).toEqual(
      ['CHECK_IN', 'DECLARATION', ...others, 'STAY', 'TEST_RESULT'].sort(),
    );
    await clear(89.9);
    expect(await kinds()).toContain('RESIDENT_REGISTERED');
    await clear(91.1);
    await clear(91.1); // the withdrawal goes after the notice
    expect(await kinds()).toEqual(['CHECK_IN', 'DECLARATION', 'STAY']);
    await clear(1_000);
    expect(await kinds()).toEqual(['DECLARATION', 'STAY']);
    expect(await world.codeOf(of)).toMatchObject({ state: 'ACTIVE', color: 'GREEN' });
  });

  it('is unknown to nobody: where the last declaration was taken back, the one before stays', async () => {
    const of = await somebody();
    const [before = negative(of, 0)] = declared(of, 1);
    await takeIn([before], 1);
    const [back = negative(of, 0)] = declared(of, 2);
    await takeIn([back], 2);
    const again = checkIn(of, 3);
    await takeIn([{ ...again, body: { ...again.body, supersedes: back.id } }], 3);
    await clear(400);
    expect(await world.evidence()).toEqual(expect.arrayContaining([before.id, back.id, again.id]));
    await takeIn([checkIn(of, 400)], 400);
    expect(await world.codeOf(of)).toMatchObject({ state: 'ACTIVE', color: 'GREEN' });
  });

  it('stays as long as the decision that cites it, and what led out of an order that lasts', async () => {
    const of = await somebody();
    const orderId = newId();
    const order = anEvent(of, 'ISOLATION_ORDER', {
      ...{ source: 'OFFICIAL', orderId, place: 'HOME' },
      ...{ from: begin.toISOString(), until: day(200).toISOString() },
    });
    await takeIn([order]);
    expect(await colorsOf(of)).toContain('YELLOW');
    const free = negative(of, 8);
    const release = { source: 'OFFICIAL', orderId, releasedAt: day(9).toISOString() };
    const released = anEvent(of, 'ISOLATION_RELEASE', release);
    await takeIn([free], 8);
    await takeIn([released], 9);
    const before = await world.codeOf(of);
    await clear(199);
    const kept = [order.id, free.id, released.id];
    expect(await world.evidence()).toEqual(expect.arrayContaining(kept));
    await takeIn([checkIn(of, 199)], 199);
    expect(await world.codeOf(of)).toMatchObject({ color: before?.color, state: before?.state });
    await clear(291);
    await clear(291);
    expect(await world.evidence()).not.toEqual(expect.arrayContaining([order.id]));
    expect(await world.evidence()).not.toEqual(expect.arrayContaining([released.id]));
  });

  it('stays as long as a rule in force or to come reads it', async () => {
    const of = await somebody();
    const result = negative(of, 1);
    await takeIn([result], 1);
    const rules = eighth.rules.map((rule): Rule => {
      const { condition } = rule;
      if (condition.kind !== 'DETECTED_RESULT') return rule;
      return { ...rule, condition: { ...condition, days: 95 } };
    });
    const longer = [eighth, { ...eighth, version: 3, validFrom: day(140), rules }];
    await world.clear(day(97), longer);
    expect(await world.evidence()).toContain(result.id);
    await world.clear(day(99), longer);
    expect(await world.evidence()).not.toContain(result.id);
  });
});

it('the migration begins to count the days of what is there', async () => {
  const of = await somebody();
  const order = anEvent(of, 'ISOLATION_ORDER', {
    ...{ source: 'OFFICIAL', orderId: newId(), place: 'HOME' },
    ...{ from: begin.toISOString(), until: day(9).toISOString() },
  });
  await takeIn([negative(of, 1), order, ...declared(of, 1)], 1);
  const since = () =>
    world.rows<object>(
      `select kind, kept_since, (select decisions_since from codes.health_code) as decisions
       from codes.evidence order by kind, taken_in_at`,
    );
  const before = await since();
  expect(before).toHaveLength(6);
  await world.rows(
    `update codes.evidence set kept_since = null where kind <> 'STAY';
     alter table codes.health_code drop column decisions_since;
     drop policy "retention" on codes.color_decision; drop policy "retention" on codes.set_aside;
     drop policy "retention" on codes.decision_chunk; drop policy "retention" on codes.attempt;
     drop policy "clearing" on codes.attempt; drop index codes.attempt_created,
       codes.evidence_kept_movement, codes.evidence_kept_self, codes.evidence_kept_others,
       codes.color_decision_chunk, codes.decision_chunk_decided;
     create index evidence_kept on codes.evidence (region, kept_since);
     delete from codes.migration where name = '0016-retention'`,
  );
  await migrate(storage, world.database.urls.tongma_owner);
  expect(await since()).toEqual(before);
});

describe('tokens', () => {
  it('go a week after their end, whether or not they were withdrawn', async () => {
    const issued = (expires: number, withdrawn: number | null) => ({
      cti: Buffer.from(newId().slice(-8)).toString('hex'),
      ...{ expires: day(expires), withdrawn: withdrawn === null ? null : day(withdrawn) },
    });
    const tokens = [issued(1, null), issued(90, null), issued(90, 3), issued(2, null)];
    for (const [index, { cti, expires, withdrawn }] of tokens.entries()) {
      await world.rows(
        `insert into codes.code_token (region, cti, code_id, resident_id, kind, status_index,
           issued_on, issued_at, expires_at, withdrawn_at)
         values ($1, decode($2, 'hex'), 'c', 'r', 'PAPER', $3, '2022-07-01', $4, $5, $6)`,
        [REGION, cti, index, begin, expires, withdrawn],
      );
    }
    const kept = async (days: number) => {
      await clear(days);
      const sql = `select encode(cti, 'hex') as cti from codes.code_token`;
      const left = (await world.rows<{ cti: string }>(sql)).map(({ cti }) => cti);
      return tokens.map(({ cti }) => left.includes(cti));
    };
    expect(await kept(8)).toEqual([true, true, true, true]);
    expect(await kept(8.01)).toEqual([false, true, true, true]);
    expect(await kept(97)).toEqual([false, true, true, false]);
    expect(await kept(97.01)).toEqual([false, false, false, false]);
  });
});
