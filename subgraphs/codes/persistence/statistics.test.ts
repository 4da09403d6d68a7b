import { afterAll, beforeAll, expect, it } from 'vitest';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { statisticsUseCases } from '../domain/statistics/statistics.ts';
import { toIncoming } from './event-reader.ts';
import {
  detected,
  healthy,
  intakeWorld,
  newId,
  REGION,
  type GivenEvent,
  type IntakeWorld,
} from './intake-fakes.ts';
import { statisticsStore } from './statistics.store.ts';

let world: IntakeWorld;

beforeAll(async () => {
  world = await intakeWorld();
});

afterAll(async () => {
  await world.close();
});

const people = (count: number) => Array.from({ length: count }, () => newId());

async function takeIn(events: readonly GivenEvent[], at: string): Promise<void> {
  world.clock.at = new Date(at);
  const read = events.map((event) => {
    const occurredAt = new Date(
      typeof event.body['declaredAt'] === 'string' ? event.body['declaredAt'] : at,
    );
    const stored = { ...event, occurredAt, takenInAt: world.clock.at };
    return { ...event, region: REGION, occurredAt, incoming: toIncoming(stored) };
  });
  await world.inRegion(REGION, (intake) => intake.takeIn(read));
}

function statistics(region: string, from: string, to: string) {
  const identity = systemIdentity('test', region);
  return inScope(world.orm, identity, (tx) =>
    statisticsUseCases({ store: statisticsStore(tx), now: () => world.clock.at }).of(
      ...([region, from, to, identity] as const),
    ),
  );
}

it('count codes as they stand, on which grounds, and days; none of another region', async () => {
  const [well, ill, few] = [people(9), people(6), people(2)];
  const evening = new Date('2022-07-01T15:59:59.000Z'); // still 1 July in Shanghai
  const all = [...well, ...ill, ...few];
  await takeIn(all.flatMap((id) => healthy(id, evening)), '2022-07-01T16:00:00.000Z'); // prettier-ignore
  const sample = new Date('2022-07-02T01:00:00.000Z');
  await takeIn(ill.map((id) => detected(id, sample)), '2022-07-02T02:00:00.000Z'); // prettier-ignore

  const found = await statistics(REGION, '2022-07-01', '2022-07-03');
  expect(found).toMatchObject({ region: REGION, asOf: world.clock.at });
  expect(found.standings).toEqual([
    { state: 'ACTIVE', color: 'GREEN', count: 11 },
    { state: 'ACTIVE', color: 'RED', count: 6 },
  ]);
  expect(found.reasons).toEqual([{ reasonClass: 'TEST', count: 6 }]);
  const none = { declared: 0, reviewed: 0, turnedGreen: 0, turnedYellow: 0, turnedRed: 0 };
  expect(found.days).toEqual([
    { ...none, day: '2022-07-01', declared: 17 },
    { ...none, day: '2022-07-02', reviewed: 17, turnedRed: 6 },
    { ...none, day: '2022-07-03' },
  ]);
  const elsewhere = await statistics('510000', '2022-07-01', '2022-07-01');
  expect([elsewhere.standings, elsewhere.reasons]).toEqual([[], []]);
});
