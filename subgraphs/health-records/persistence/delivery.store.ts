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
  async function current(results: readonly TestResult[]): Promise<Map<string, TestResult>> {
    const rows = await (
      await tx()
    ).find(TestResultRow, {
      ...{ region: { $in: [...new Set(results.map(({ region }) => region))] } },
      residentId: { $in: [...new Set(results.map(({ residentId }) => residentId))] },
      sampleCollectedAt: { $in: results.map(({ sampleCollectedAt }) => sampleCollectedAt) },
      correctedById: null,
    });
    return new Map(rows.map(toTestResult).map((row) => [sampleOf(row), row]));
  }

  return {
    append: records.append,
    supersede: records.supersede,
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
    async currentOf(result) {
      return (await current([result])).get(sampleOf(result)) ?? null;
    },
  };
}
