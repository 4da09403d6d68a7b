import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { DeliveryStore } from '../domain/submission/delivery.ts';
import type { RecordStore } from '../domain/record-store.ts';
import type { TestResult } from '../domain/records.ts';
import { toTestResult } from './record-rows.ts';
import { TestResultRow } from './record.entity.ts';
import { addTestResults } from './test-result.load.ts';

function sampleOf({ residentId, sampleCollectedAt, laboratory, method }: TestResult): string {
  return [residentId, +sampleCollectedAt, method, laboratory].join('\0');
}

/** Deliveries in PostgreSQL, within a transaction of the region they go to. */
export function deliveryStore(tx: Transaction, records: RecordStore): DeliveryStore {
  async function current(
    results: readonly TestResult[],
    locked = false,
  ): Promise<Map<string, TestResult>> {
    const where = {
      correctedById: null,
      ...{ region: { $in: [...new Set(results.map(({ region }) => region))] } },
      residentId: { $in: [...new Set(results.map(({ residentId }) => residentId))] },
      sampleCollectedAt: { $in: results.map(({ sampleCollectedAt }) => sampleCollectedAt) },
    };
    // As they are now: an earlier row of the same delivery may have changed them.
    const rows = await (
      await tx()
    ).find(TestResultRow, where, {
      lockMode: locked ? LockMode.PESSIMISTIC_WRITE : LockMode.NONE,
      refresh: true,
    });
    return new Map(rows.map(toTestResult).map((row) => [sampleOf(row), row]));
  }

  async function currentOf(result: TestResult, locked = false): Promise<TestResult | null> {
    return (await current([result], locked)).get(sampleOf(result)) ?? null;
  }

  return {
    append: records.append,
    supersede: records.supersede,
    async saidAgain({ region, id }, at) {
      const earlier = { $or: [{ saidAt: null }, { saidAt: { $lt: at } }] };
      await (await tx()).nativeUpdate(TestResultRow, { region, id, ...earlier }, { saidAt: at });
    },
    async addTestResults(results) {
      const known = await current(results);
      const fresh = results.filter((result) => !known.has(sampleOf(result)));
      if (fresh.length === 0) return new Set();
      const em = await tx();
      await addTestResults(em, fresh);
      const ids = fresh.map(({ id }) => id);
      const kept = await em.find(TestResultRow, { id: { $in: ids } }, { fields: ['id'] });
      return new Set(kept.map(({ id }) => id));
    },
    currentOf: (result) => currentOf(result),
    async lockCurrent(result) {
      // What was corrected while the lock was waited for is not found: the correction is, after.
      do {
        const locked = await currentOf(result, true);
        if (locked) return locked;
      } while (await currentOf(result));
      return null;
    },
  };
}
