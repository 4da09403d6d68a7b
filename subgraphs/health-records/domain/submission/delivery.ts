import type { AuditTrail } from '../../../kit/audit/trail.ts';
import type { TestResult } from '../records.ts';
import type { RecordStore } from '../record-store.ts';
import { correctionOf, FIRST_SAID, resultEvent, saysTheSame } from '../test-results.ts';
import type { CheckedRow } from './submitted-row.ts';

/** Evidence that waits or is on its way. */
export interface WaitingEvidence {
  readonly sourceRegion: string;
  readonly batchId: string;
  readonly submittedBy: string;
  /** When the source said it. */
  readonly saidAt: Date;
  readonly row: CheckedRow;
}

/** Evidence, and one registration of the person it is about. */
export interface Delivery extends WaitingEvidence {
  readonly residentId: string;
}

/** What a delivery writes. */
export interface DeliveryStore extends Pick<RecordStore, 'append' | 'supersede'> {
  /** Keeps the results whose sample is not known; which those were. One region. */
  addTestResults(results: readonly TestResult[]): Promise<ReadonlySet<string>>;
  /** What counts now of the same person, sample, laboratory and method; null: nothing. */
  currentOf(result: TestResult): Promise<TestResult | null>;
  /** The same, and nobody corrects it until the transaction ends. */
  lockCurrent(result: TestResult): Promise<TestResult | null>;
  /** Keeps that a correction said at an instant what counts: earlier ones are outdated. */
  saidAgain(kept: TestResult, at: Date): Promise<void>;
}

/** What the use cases need. */
export interface DeliveryPorts {
  readonly store: DeliveryStore;
  readonly audit: AuditTrail;
  readonly newId: (region: string) => string;
}

/** Use cases of delivering evidence to the registrations of one region. Source: RULES.md §6. */
export function deliveryUseCases({ store, audit, newId }: DeliveryPorts) {
  function resultOf(region: string, delivery: Delivery) {
    const { residentId, row, submittedBy, sourceRegion } = delivery;
    const { sampleCollectedAt, result, method, laboratory } = row;
    // A correction alone has its place by when it was said; whatever was said first is corrected.
    const saidAt = row.corrects ? delivery.saidAt : null;
    return {
      ...{ ...FIRST_SAID, sampleCollectedAt, result, method, laboratory, sourceRegion },
      ...{ region, id: newId(region), residentId, recordedBy: submittedBy, saidAt },
    } satisfies TestResult;
  }

  /** The source's region is told, the id of its batch is not: it is a row of another region. */
  function note(given: TestResult, outcome: string): void {
    const { region, id, residentId, sourceRegion } = given;
    audit.note({
      ...{ region, action: 'EVIDENCE_DELIVERED', residentId, objectId: id },
      detail: { sourceRegion, outcome },
    });
  }

  /** What is known of the sample already either says the same, or is corrected, or stands. */
  async function again(given: TestResult, { row }: Delivery): Promise<TestResult | null> {
    const kept = await (row.corrects ? store.lockCurrent(given) : store.currentOf(given));
    if (!kept) return null;
    const { id, recordedBy, saidAt } = given;
    const isOutdated = saidAt !== null && kept.saidAt !== null && saidAt <= kept.saidAt;
    if (saysTheSame(kept, given)) {
      if (saidAt !== null && !isOutdated) await store.saidAgain(kept, saidAt);
      return null;
    }
    if (!row.corrects || isOutdated) {
      note(kept, isOutdated ? 'OUTDATED' : 'CONTRADICTED');
      return null;
    }
    const correction = correctionOf(kept, given, { id, recordedBy, saidAt });
    return (await store.supersede(kept, correction)) ? correction : null;
  }

  return {
    /** Records evidence for registrations of a region; what is recorded already stays as it is. */
    async deliver(region: string, deliveries: readonly Delivery[]): Promise<void> {
      const given = deliveries.map((delivery) => ({
        delivery,
        result: resultOf(region, delivery),
      }));
      const added = await store.addTestResults(given.map(({ result }) => result));
      const made: TestResult[] = [];
      for (const { result, delivery } of given) {
        const recorded = added.has(result.id) ? result : await again(result, delivery);
        if (!recorded) continue;
        note(recorded, recorded === result ? 'RECORDED' : 'CORRECTED');
        made.push(recorded);
      }
      await store.append(made.map(resultEvent));
    },
  };
}
