import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { decideColor } from '../domain/color/decide-color.ts';
import { factsOf } from '../domain/color/events-to-facts.ts';
import { codesPublisher } from '../publish.ts';
import { dueWork } from '../scheduler.ts';
import { toIncoming } from './event-reader.ts';
import {
  detected,
  healthy,
  intakeWorld,
  newId,
  plainPolicy,
  REGION,
  type GivenEvent,
  type IntakeWorld,
} from './intake-fakes.ts';
import { planReevaluation, reevaluationsOf } from './reevaluation.store.ts';

const DAY_MS = 86_400_000;

let world: IntakeWorld;

beforeAll(async () => {
  world = await intakeWorld();
});

afterAll(async () => {
  await world.close();
});

/** Takes events in, in one transaction. */
function takeIn(events: readonly GivenEvent[]): Promise<void> {
  const { inRegion, clock } = world;
  return inRegion(REGION, (intake) =>
    intake.takeIn(
      events.map((event) => ({
        ...{ ...event, region: REGION, occurredAt: clock.at },
        incoming: toIncoming({ ...event, occurredAt: clock.at }),
      })),
    ),
  );
}

async function moveTo(at: Date, processes = 1): Promise<void> {
  world.clock.at = at;
  const works = Array.from({ length: processes }, () => dueWork(world.parts, world.inRegion));
  await Promise.all(
    works.map(async (work) => {
      while (await work()) world.clock.at = new Date(world.clock.at.getTime() + 1);
    }),
  );
}

const ended = (days: number) => new Date(Date.parse('2022-07-01T16:00:00.000Z') + days * DAY_MS);

async function plan(dueAt: Date): Promise<string> {
  const id = newId();
  const key = { region: REGION, id };
  await inScope(world.orm, systemIdentity('test', REGION), (tx) =>
    planReevaluation(tx, key, 'POLICY_PUBLISHED', dueAt),
  );
  return id;
}

async function runs() {
  const { rows } = await inScope(world.orm, systemIdentity('test', REGION), (tx) =>
    reevaluationsOf(tx, REGION, { first: 10, after: null }),
  );
  return rows;
}

describe('a code whose time has come', () => {
  it('changes at the exact instant, once, whatever the number of processes', async () => {
    world.clock.at = new Date('2022-07-01T02:00:00.000Z');
    const residents = Array.from({ length: 30 }, () => newId());
    const sample = new Date('2022-07-01T01:00:00.000Z');
    await takeIn(residents.flatMap((id) => [...healthy(id, sample), detected(id, sample)]));
    const colors = () =>
      world.rows<{ color: string; n: number }>(
        'select color, count(*)::int as n from codes.health_code group by color',
      );
    expect(await colors()).toEqual([{ color: 'RED', n: 30 }]);
    // Detected on day d for seven days: over at 00:00 in Shanghai of day d + 8.
    await moveTo(new Date(ended(7).getTime() - 1), 3);
    expect(await colors()).toEqual([{ color: 'RED', n: 30 }]);
    await moveTo(ended(7), 3);
    expect(await colors()).toEqual([{ color: 'GREEN', n: 30 }]);
    for (const id of residents) expect((await world.codeOf(id))?.decisions).toBe(2);
    expect(await world.rows('select 1 from codes.health_code where look_again_at is not null')).toEqual([]); // prettier-ignore
  });

  it('holds up no other when it cannot be decided', async () => {
    world.clock.at = new Date('2023-01-01T02:00:00.000Z');
    const residents = Array.from({ length: 20 }, () => newId());
    const sample = new Date('2023-01-01T01:00:00.000Z');
    await takeIn(residents.flatMap((id) => [...healthy(id, sample), detected(id, sample)]));
    const [broken = '', ...others] = residents;
    const body = await world.rows<{ body: unknown }>(
      `select body from codes.evidence where resident_id = '${broken}' and kind = 'TEST_RESULT'`,
    );
    const set = (value: string) =>
      world.rows(
        `update codes.evidence set body = '${value}' where resident_id = '${broken}' and kind = 'TEST_RESULT'`,
      );
    await set('{}');
    await moveTo(new Date('2023-01-08T16:00:00.000Z'));
    for (const id of others) expect((await world.codeOf(id))?.color).toBe('GREEN');
    expect((await world.codeOf(broken))?.color).toBe('RED');
    await set(JSON.stringify(body[0]?.body));
    await moveTo(new Date('2023-01-08T17:00:00.000Z'));
    expect((await world.codeOf(broken))?.color).toBe('GREEN');
  });
});

describe('a re-evaluation', () => {
  it('decides every code once under the rules in force, by two processes, and says how far it is', async () => {
    world.clock.at = new Date('2024-03-01T00:00:00.000Z');
    const at = world.clock.at;
    const residents = Array.from({ length: 2_300 }, () => newId());
    for (let from = 0; from < residents.length; from += 500) {
      const some = residents.slice(from, from + 500);
      await takeIn(some.flatMap((id, n) => [...healthy(id, at), ...(n % 2 ? [] : [detected(id, at)])])); // prettier-ignore
    }
    const lenient = plainPolicy(2, new Date('2024-03-01T01:00:00.000Z'));
    const rules = lenient.rules.filter(({ id }) => id !== 'DETECTED-7D');
    const publisher = await codesPublisher(world.database.urls.tongma_codes);
    await publisher.policy({ ...lenient, rules });
    await publisher.close();
    const id = await plan(lenient.validFrom);

    await moveTo(new Date(lenient.validFrom.getTime() - 1));
    expect((await runs())[0]).toMatchObject({ id, state: 'PLANNED', done: 0, total: null });
    await moveTo(lenient.validFrom, 2);
    const total = 2_350;
    expect((await runs())[0]).toMatchObject({
      ...{ id, reason: 'POLICY_PUBLISHED', state: 'DONE' },
      ...{ total, done: total, changed: 1_150, failed: 0 },
    });
    const wrong = await world.rows<{ n: number }>(
      `select count(*)::int as n from codes.health_code where color is distinct from 'GREEN'`,
    );
    expect(wrong).toEqual([{ n: 0 }]);
    expect(decideColor(factsOf([]), { ...lenient, rules }, at).state).toBe('SUSPENDED');
    await moveTo(new Date('2024-03-02T00:00:00.000Z'), 2);
    expect((await runs())[0]).toMatchObject({ done: total, changed: 1_150 });
  });

  it('leaves out the code that cannot be decided, and says so', async () => {
    world.clock.at = new Date('2024-04-01T00:00:00.000Z');
    await world.rows(
      `update codes.evidence set body = '{}' where kind = 'DECLARATION' and id in
         (select id from codes.evidence where kind = 'DECLARATION' order by id offset 700 limit 1)`,
    );
    await plan(world.clock.at);
    await moveTo(world.clock.at);
    expect((await runs())[0]).toMatchObject({
      state: 'DONE',
      total: 2_350,
      done: 2_350,
      failed: 1,
    });
  });
});
