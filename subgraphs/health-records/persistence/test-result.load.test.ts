import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { bulkLoad } from '../../kit/bulk-load.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { newId } from '../../kit/new-id.ts';
import type { TestResult } from '../domain/records.ts';
import { FIRST_SAID } from '../domain/test-results.ts';
import { toTestResult } from './record-rows.ts';
import { TestResultRow } from './record.entity.ts';
import { storage } from './storage.ts';
import { loadTestResults, ResultRefusedError } from './test-result.load.ts';

const REGION = '330000';

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_health, 4);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

function inRegion<T>(work: (em: EntityManager) => Promise<T>, region = REGION): Promise<T> {
  return inScope(orm, systemIdentity('test', region), async (tx) => work(await tx()));
}

beforeEach(() => inRegion((em) => em.nativeDelete(TestResultRow, {})));

const SAMPLE = new Date(Math.floor(Date.now() / 1_000) * 1_000);

function aResult(changes: Partial<TestResult> = {}): TestResult {
  return {
    ...{ ...FIRST_SAID, region: REGION, id: newId(REGION), residentId: newId(REGION) },
    ...{ recordedBy: 'laboratory', sampleCollectedAt: SAMPLE, result: 'NOT_DETECTED' },
    ...{ method: 'NUCLEIC_ACID', laboratory: 'a\tb\\N "甲"' },
    ...changes,
  };
}

async function* streamed<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
  await Promise.resolve();
}

function kept(): Promise<TestResult[]> {
  return inRegion(async (em) => (await em.find(TestResultRow, {})).map(toTestResult));
}

const byId = (a: TestResult, b: TestResult) => (a.id < b.id ? -1 : 1);

describe.each([
  ['few', 20, (rows: TestResult[]) => rows],
  ['streamed', 20, (rows: TestResult[]) => streamed(rows)],
] as const)('results that are loaded, %s', (_how, count, give) => {
  const some = (): TestResult[] => Array.from({ length: count }, () => aResult());

  it('are all there, as they were given', async () => {
    const results = some();
    const sourced = aResult({ sourceRegion: '510000', revision: 1, supersedesId: newId(REGION) });
    const all = [...results, sourced];
    expect(await inRegion((em) => loadTestResults(em, give(all), new Date()))).toBe(count + 1);
    expect((await kept()).sort(byId)).toEqual(all.sort(byId));
  });

  it('are left out whose sample is known', async () => {
    const results = some();
    await inRegion((em) => loadTestResults(em, give(results), new Date()));
    const more = [...results.map((one) => ({ ...one, id: newId(REGION) })), aResult()];
    expect(await inRegion((em) => loadTestResults(em, give(more), new Date()))).toBe(1);
    expect(await kept()).toHaveLength(count + 1);
  });

  it('are bound by row security: of another region none goes in', async () => {
    const [residentId, id] = [newId('510000'), newId('510000')];
    const foreign = aResult({ region: '510000', residentId, id });
    const load = inRegion((em) => loadTestResults(em, give([...some(), foreign]), new Date()));
    await expect(load).rejects.toThrow('row-level security');
    expect(await kept()).toEqual([]);
  });

  it('are gone when the transaction is rolled back', async () => {
    const load = inRegion(async (em) => {
      await loadTestResults(em, give(some()), new Date());
      throw new Error('later');
    });
    await expect(load).rejects.toThrow('later');
    expect(await kept()).toEqual([]);
  });
});

describe('many results', () => {
  it('are all there, more than one statement takes', async () => {
    const results = Array.from({ length: 20_100 }, () => aResult());
    expect(await inRegion((em) => loadTestResults(em, streamed(results), new Date()))).toBe(20_100);
    expect(await inRegion((em) => em.count(TestResultRow, {}))).toBe(20_100);
  });

  it.each<[string, Partial<TestResult>]>([
    ['AGE', { sampleCollectedAt: new Date(SAMPLE.getTime() - 61 * 86_400_000) }],
    ['AGE', { sampleCollectedAt: new Date(SAMPLE.getTime() + 600_000) }],
    ['LABORATORY', { laboratory: ' x' }],
    ['REGION', { residentId: newId('510000') }],
  ])('are all refused for one of them: %s %j', async (name, changes) => {
    const results = [...Array.from({ length: 20 }, () => aResult()), aResult(changes)];
    const error = await inRegion((em) => loadTestResults(em, results, new Date())).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ResultRefusedError);
    expect(error).toMatchObject({ fault: name });
    expect(await kept()).toEqual([]);
  });

  it('end with the fault of what gives them, and leave nothing', async () => {
    async function* broken() {
      yield* streamed(Array.from({ length: 20_100 }, () => aResult()));
      throw new Error('the source broke off');
    }
    const load = inRegion((em) => loadTestResults(em, broken(), new Date()));
    await expect(load).rejects.toThrow('the source broke off');
    expect(await kept()).toEqual([]);
    // The connection is of use again.
    expect(await inRegion((em) => loadTestResults(em, streamed([aResult()]), new Date()))).toBe(1);
  });

  it('are refused under a name that is none', async () => {
    const load = (table: string, column: string) =>
      inRegion((em) => bulkLoad(em, table, [column], [['x']]));
    await expect(load('a.b; drop', 'x')).rejects.toThrow('no name');
    await expect(load('health_records.test_result', 'x')).rejects.toThrow('no column x');
  });
});
