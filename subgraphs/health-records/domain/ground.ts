import type { RecordStore } from './record-store.ts';
import type { IsolationOrder } from './records.ts';

const DAY_MS = 86_400_000;
/**
 * What an order rests on is of so many days: as long as stays are kept, and longer than any
 * national edition counts a ground. Without an end one result would isolate for ever.
 */
export const GROUND_DAYS = 28;

/** What a ground is looked up with. */
export type GroundStore = Pick<RecordStore, 'findTestResult' | 'findNotice' | 'wasExposed'>;

/** Whether what is cited is a reason to isolate this resident now. Source: RULES.md §4.1 */
export async function isGround(
  store: GroundStore,
  { residentId, citation: { kind, id } }: Pick<IsolationOrder, 'residentId' | 'citation'>,
  at: Date,
): Promise<boolean> {
  const isRecent = (since: Date) => at.getTime() - since.getTime() <= GROUND_DAYS * DAY_MS;
  switch (kind) {
    case 'STAY':
      return store.wasExposed(residentId, id);
    case 'TEST_RESULT': {
      const cited = await store.findTestResult(id);
      const stands = cited?.residentId === residentId && cited.correctedById === null;
      return stands && cited.result === 'DETECTED' && isRecent(cited.sampleCollectedAt);
    }
    case 'CONTACT_NOTICE': {
      const cited = await store.findNotice(id);
      const stands = cited?.residentId === residentId && cited.withdrawnAt === null;
      return stands && isRecent(cited.lastContactAt);
    }
  }
}
