import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIdentity } from '../../kit/identity.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import {
  REPORTS_KEPT,
  type Rehearsal,
  type RehearsalStep,
  type RehearsalStore,
} from '../domain/rehearsal/rehearsal.ts';
import { intakeWorld, newId, REGION, type IntakeWorld } from './intake-fakes.ts';
import { rehearsalStore } from './rehearsal.store.ts';

const PASSED: RehearsalStep = { step: 'KEY_ROLLED', state: 'PASSED', note: 'it holds', took: 12 };

/** The n-th report of the tests, a minute after the one before it. */
function aReport(n: number, given: Partial<Rehearsal> = {}): Rehearsal {
  const begunAt = new Date(Date.UTC(2022, 6, 1, 0, n));
  return {
    ...{ region: REGION, id: newId(), begunAt, endedAt: begunAt, listVersion: 3 },
    ...{ steps: [PASSED], joinedAfter: null },
    ...given,
  };
}

describe('reports of rehearsals', () => {
  let world: IntakeWorld;
  const within = <T>(work: (store: RehearsalStore) => Promise<T>, region = REGION): Promise<T> =>
    inScope(world.parts.orm, systemIdentity('a-test', region), (tx) => work(rehearsalStore(tx)));
  const ids = async () => {
    const rows = await world.rows<{ id: string }>(
      'select id from codes.rehearsal order by begun_at',
    );
    return rows.map(({ id }) => id);
  };

  beforeAll(async () => {
    world = await intakeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('are read as they were kept', async () => {
    const report = aReport(0, { joinedAfter: 3_000_000_000 });
    expect(await within((store) => store.add(report))).toBe(true);
    expect(await within((store) => store.newest(REGION))).toEqual(report);
    expect(await within((store) => store.find(REGION, report.id))).toEqual(report);
  });

  it('are the newest of a region, and the first that another stack took part in', async () => {
    const [first = ''] = await ids();
    const reports = Array.from({ length: REPORTS_KEPT + 2 }, (_, n) =>
      aReport(n + 1, { joinedAfter: 4_000_000_000 + n }),
    );
    for (const report of reports) await within((store) => store.add(report));
    const newest = reports.slice(-REPORTS_KEPT).map(({ id }) => id);
    expect(await ids()).toEqual([first, ...newest]);
    expect(await within((store) => store.joinedAfter(REGION))).toBe(3_000_000_000);
  });

  it('are under way once in a region, and each step is put down until it is over', async () => {
    const open = aReport(30, { endedAt: null, steps: [] });
    expect(await within((store) => store.add(open))).toBe(true);
    const other = aReport(31, { endedAt: null });
    expect(await within((store) => store.add(other))).toBe(false);
    const noted = { ...open, steps: [PASSED] };
    expect(await within((store) => store.note(noted))).toBe(true);
    expect(await within((store) => store.newest(REGION))).toEqual(noted);
    const ended = { ...noted, endedAt: new Date('2022-07-01T01:00:00Z') };
    expect(await within((store) => store.end(ended))).toBe(true);
    expect(await within((store) => store.newest(REGION))).toEqual(ended);
    expect(await within((store) => store.end(ended))).toBe(false);
    expect(await within((store) => store.note({ ...ended, steps: [] }))).toBe(false);
    expect(await within((store) => store.add({ ...other, id: newId() }))).toBe(true);
  });

  it('are of their region alone', async () => {
    const elsewhere = await within((store) => store.newest(REGION), '440000');
    expect(elsewhere).toBeNull();
    await expect(within((store) => store.add(aReport(40)), '440000')).rejects.toThrow();
  });
});
