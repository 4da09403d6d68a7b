import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemIdentity } from '../../kit/identity.ts';
import { migrate } from '../../kit/migrate.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { decideColor } from '../domain/color/decide-color.ts';
import type { Evidence } from '../domain/color/evidence.ts';
import { FROM } from '../domain/color/evidence-fakes.ts';
import { factsOf } from '../domain/color/events-to-facts.ts';
import { lives } from '../domain/color/life-fakes.ts';
import type { Policy, Rule } from '../domain/color/policy.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from '../publish.ts';
import { evidenceOfResidents } from './evidence.store.ts';
import { anEvent, healthy, newId, REGION, type GivenEvent } from './intake-fakes.ts';
import { keptOf } from './kept-evidence.ts';
import { eighth, retentionWorld, SINCE, type RetentionWorld } from './retention-fakes.ts';
import { storage } from './storage.ts';

const DAY_MS = 86_400_000;
let world: RetentionWorld;
let begin: Date;
let policies: readonly Policy[];

beforeAll(async () => {
  world = await retentionWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  begin = world.clock.at;
  policies = [eighth];
  await world.rows('truncate codes.evidence, codes.health_code, codes.color_decision');
});

/** The instant some days after the test began. */
const day = (days: number) => new Date(begin.getTime() + days * DAY_MS);

const takeIn = (events: readonly GivenEvent[], days = 0) => world.takeIn(events, day(days));
const clearedOn = (days: number) => world.clear(day(days), policies);
const left = () => world.evidence();
const idsOf = (...events: readonly GivenEvent[]) => events.map(({ id }) => id).sort();

const stayId = () => newId();
const stay = (of: string, more: object = {}) =>
  anEvent(of, 'STAY', { source: 'SELF', stayId: stayId(), ...more });
const inArea = (of: string, until: number | null, more: object = {}) =>
  anEvent(of, 'RISK_AREA_STAY', {
    ...{ source: 'SELF', stayId: stayId(), level: 'HIGH', from: day(-9).toISOString() },
    ...{ until: until === null ? null : day(until).toISOString(), ...more },
  });
const entry = (of: string, at: number, more: object = {}) =>
  anEvent(of, 'ENTRY', {
    source: 'SELF',
    tripId: stayId(),
    enteredAt: day(at).toISOString(),
    ...more,
  });

describe('evidence of where somebody was', () => {
  it('is kept as far as rules read it, whatever its event says', async () => {
    const of = newId();
    const where = { division: '330106', community: '甲社区', arrivedAt: 'a', leftAt: null };
    const events = [
      ...[stay(of, { ...where, supersedes: 'older' }), inArea(of, -1, { areaId: 'area' })],
      ...[entry(of, -2, { fromCountry: 'FR' })],
    ];
    await takeIn(events);
    const kept = await world.rows<{ body: object }>(
      'select body from codes.evidence order by kind',
    );
    expect(kept.map(({ body }) => Object.keys(body).sort())).toEqual([
      ['enteredAt', 'source', 'tripId'],
      ['from', 'level', 'source', 'stayId', 'until'],
      ['source', 'stayId', 'supersedes'],
    ]);
  });

  it('goes 28 days after it was over, and no sooner than its event', async () => {
    const of = newId();
    const last = stay(of);
    const open = inArea(of, null);
    const [ended, entered, late] = [inArea(of, -1), entry(of, -2), inArea(of, -28)];
    await takeIn([stay(of), ended, entered, late]);
    await takeIn([last, open], 1);
    await clearedOn(1.9);
    expect(await left()).toHaveLength(6);
    await clearedOn(2.1);
    expect(await left()).not.toContain(late.id);
    await clearedOn(25.9);
    expect(await left()).toHaveLength(5);
    await clearedOn(26.1);
    expect(await left()).not.toContain(entered.id);
    await clearedOn(400);
    expect(await left()).toEqual(idsOf(last, open));
  });

  it('is one word about stays in the end, in whatever order and however often they were said', async () => {
    const [of, other] = [newId(), newId()];
    const said = Array.from({ length: 3 }, () => stay(of));
    await takeIn([...said, stay(other)]);
    await takeIn([...said, stay(of)], 1);
    for (const [at, there] of [
      [27.9, 5],
      [28.1, 3],
      [28.9, 3],
    ] as const) {
      await clearedOn(at);
      expect(await left()).toHaveLength(there);
    }
    await clearedOn(29.1);
    const kept = await world.rows<{ of: string }>('select resident_id as of from codes.evidence');
    expect(kept.map((row) => row.of).sort()).toEqual([of, other].sort());
  });

  it('goes in parts, all of it', async () => {
    await world.rows(
      `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at, kept_since)
       select '${REGION}', '${REGION}-' || lpad(n::text, 26, '0'), n::text, 'ENTRY', '{}', $1, $1, $1
       from generate_series(1, 12345) n`,
      [day(-28.1)],
    );
    await world.rows('analyze codes.evidence, codes.health_code');
    await clearedOn(0);
    expect(await left()).toEqual([]);
  });

  it('stays as long as the decision that cites it, which stays explained', async () => {
    const of = newId();
    const cited = inArea(of, null);
    const told = inArea(of, 1, { supersedes: cited.id });
    await takeIn([...healthy(of, begin), stay(of), cited]);
    expect(await world.codeOf(of)).toMatchObject({ color: 'RED' });
    await takeIn([told], 1);
    await clearedOn(170);
    expect(await left()).toEqual(expect.arrayContaining(idsOf(cited, told)));

    await takeIn(
      [
        anEvent(of, 'CHECK_IN', {
          source: 'SELF',
          symptoms: [],
          temperature: null,
          at: day(170).toISOString(),
        }),
      ],
      170,
    );
    expect(await world.codeOf(of)).toMatchObject({ color: 'GREEN' });
    await clearedOn(170);
    expect(await left()).not.toContain(told.id);
    expect(await left()).not.toContain(cited.id);
    const [first] = await world.rows<{ detail: object }>(
      `select detail from codes.color_decision where to_color = 'RED'`,
    );
    expect(first?.detail).toMatchObject({
      reasons: [{ reasonClass: 'RISK_AREA', evidence: [{ id: cited.id, source: 'SELF' }] }],
    });
  });

  it('stays as long as a rule in force or to come reads it', async () => {
    const of = newId();
    const [ended, entered] = [inArea(of, -1), entry(of, -1)];
    await takeIn([stay(of), ended, entered]);
    const rules = eighth.rules.map((rule): Rule => {
      const { condition } = rule;
      if (condition.kind !== 'RISK_AREA_STAY') return rule;
      return { ...rule, condition: { ...condition, days: 50 } };
    });
    policies = [eighth, { ...eighth, version: 3, validFrom: day(40), rules }];
    await clearedOn(30);
    expect(await left()).toHaveLength(3);
    await clearedOn(60);
    expect(await left()).toHaveLength(1);
  });
});

it('no color changes by what goes, then or later, under any national edition', async () => {
  const editions = NATIONAL_EDITIONS.map((edition, version) =>
    nationalPolicy(edition, REGION, version, SINCE),
  );
  const people = fc.sample(lives, { numRuns: 300 }).map((life) => {
    const of = newId();
    const names = new Map(life.map(({ id }) => [id, newId()]));
    const known: Evidence = {
      ...{ id: newId(), source: 'SELF', occurredAt: new Date(FROM), kind: 'STAY' },
      body: { stayId: stayId() },
    };
    const renamed = life.map((piece): Evidence => ({
      ...piece,
      id: names.get(piece.id) ?? '',
      supersedes: piece.supersedes === undefined ? undefined : names.get(piece.supersedes),
    }));
    return { of, evidence: [...new Map([known, ...renamed].map((one) => [one.id, one])).values()] };
  });
  for (const { of, evidence } of people) {
    for (const piece of evidence) {
      const { id, kind, source, supersedes, occurredAt, takenInAt = occurredAt } = piece;
      const incoming = { kind: 'EVIDENCE', evidence: piece } as const;
      const whole = { ...piece.body, source, ...(supersedes !== undefined && { supersedes }) };
      const event = { region: REGION, id, residentId: of, kind, occurredAt, incoming, body: whole };
      const { body, since } = keptOf(event, takenInAt);
      await world.rows(
        `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at, kept_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [REGION, id, of, kind, body, occurredAt, takenInAt, since],
      );
    }
  }
  // As taking them in one by one would have left it.
  await world.rows(
    `update codes.evidence t set kept_since = taken_in_at
     where kind in ('STAY', 'DECLARATION') and exists (
       select from codes.evidence o where o.resident_id = t.resident_id and o.kind = t.kind
         and (o.taken_in_at, o.id) > (t.taken_in_at, t.id))`,
  );
  const read = () =>
    inScope(world.orm, systemIdentity('test', REGION), (tx) =>
      evidenceOfResidents(
        tx,
        REGION,
        people.map(({ of }) => of),
      ),
    );
  const decided = async (now: Date) => {
    const all = await read();
    return people.flatMap(({ of }) => {
      const facts = factsOf(all.get(of) ?? []);
      return editions.flatMap((edition) =>
        [0, 0.3, 1, 2, 5, 20].map((days) =>
          decideColor(facts, edition, new Date(now.getTime() + days * DAY_MS)),
        ),
      );
    });
  };
  const there = await kinds();
  policies = editions;
  begin = new Date(FROM);
  // Four weeks, 60 and 90 days after some of it, after most, and after all.
  for (const days of [45, 72, 100, 112, 130, 200]) {
    const before = await decided(day(days));
    await clearedOn(days);
    expect(await decided(day(days))).toEqual(before);
    await clearedOn(days); // what superseded it goes after it
    expect(await decided(day(days))).toEqual(before);
  }
  const here = await kinds();
  for (const [kind, count] of there) {
    expect([kind, count - (here.get(kind) ?? 0)]).toEqual([kind, expect.toSatisfy(isMany)]);
  }
});

const isMany = (gone: number) => gone > 5;

/** How much evidence there is, by kind. */
async function kinds(): Promise<ReadonlyMap<string, number>> {
  const sql = 'select kind, count(*)::int as n from codes.evidence group by kind';
  const rows = await world.rows<{ kind: string; n: number }>(sql);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

it('the migration clears what evidence of before says of places and times', async () => {
  const of = newId();
  const [told, last] = [stay(of), stay(of)];
  const [open, ended, entered] = [inArea(of, null), inArea(of, -40), entry(of, -3)];
  await takeIn([told, open, ended, entered]);
  await takeIn([last], 1);
  await world.rows(
    `drop policy "retention" on codes.evidence; drop policy "taken_in" on codes.evidence;
     drop policy "taken_in" on codes.set_aside; drop function codes.taken_in;
     alter table codes.evidence drop column kept_since;
     update codes.evidence set occurred_at = '2022-01-01' where kind = 'STAY';
     update codes.evidence set body = body || '{"division": "330106", "community": "甲社区",
       "arrivedAt": "a", "leftAt": null, "areaId": "b", "fromCountry": "FR"}';
     drop index if exists codes.evidence_open_stay;
     delete from codes.migration where name = '0015-evidence-retention'`,
  );
  await migrate(storage, world.database.urls.tongma_owner);
  const rows = await world.rows<{ id: string; body: object; since: Date | null; same: boolean }>(
    `select id, body, kept_since as since, occurred_at = taken_in_at as same from codes.evidence`,
  );
  const found = new Map(rows.map(({ id, ...row }) => [id, row]));
  expect(found.get(told.id)).toMatchObject({ same: true, since: begin });
  expect(found.get(last.id)).toMatchObject({ same: true, since: null });
  expect(found.get(open.id)?.since).toBeNull();
  expect(found.get(ended.id)?.since).toEqual(day(-26));
  expect(found.get(entered.id)?.since).toEqual(day(-3));
  expect(JSON.stringify([found.get(told.id)])).not.toMatch(/division|community|arrived|left/);
  expect(JSON.stringify([found.get(open.id), found.get(ended.id)])).not.toContain('areaId');
  expect(JSON.stringify(found.get(entered.id))).not.toContain('fromCountry');
});
