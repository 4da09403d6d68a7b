import type { InferEntity } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { EventRow } from '../../kit/events/event-row.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import type { Evidence } from '../domain/color/events-to-facts.ts';
import type { IntakeStore } from '../domain/code/take-in.ts';
import { toEvidence } from './event-reader.ts';
import { ColorDecisionRow } from './color-decision.entity.ts';
import { EvidenceRow } from './evidence.entity.ts';
import { HealthCodeRow } from './health-code.entity.ts';
import { toPolicy } from './reference-data.ts';
import { PolicyRow } from './reference.entity.ts';

/** What the store needs of the process. */
export interface IntakeStoreParts {
  readonly newId: (region: string) => string;
  readonly now: () => Date;
  /** The event being taken in, or null when time alone is the reason. */
  readonly event: EventRow | null;
  readonly scheduleLook: ScheduleLook;
}

/** Sees to it, in the transaction of the decision, that a code is looked at again at an instant. */
export type ScheduleLook = (tx: Transaction, code: HealthCode, at: Date) => Promise<void>;

/** A code as the domain knows it. */
export function toHealthCode(row: InferEntity<typeof HealthCodeRow>): HealthCode {
  return {
    ...{ region: row.region, id: row.id, residentId: row.residentId, state: row.state },
    color: row.color ?? null,
    maskedName: row.maskedName ?? null,
    birthMonthDay: row.birthMonthDay ?? null,
    heldByProxy: row.heldByProxy,
    policyVersion: row.policyVersion ?? null,
    decidedAt: row.decidedAt ?? null,
    lookAgainAt: row.lookAgainAt ?? null,
  };
}

/** All evidence about a code's holder, in no order. */
export async function evidenceOf(
  tx: Transaction,
  { region, residentId }: HealthCode,
): Promise<readonly Evidence[]> {
  const rows = await (await tx()).find(EvidenceRow, { region, residentId });
  return rows.flatMap((row) => toEvidence(row) ?? []);
}

/** Evidence, decisions and codes in PostgreSQL, within one event's transaction. */
export function intakeStore(tx: Transaction, parts: IntakeStoreParts): IntakeStore {
  const { newId, now, event, scheduleLook } = parts;
  return {
    async lockedCode(region, residentId, at) {
      const em = await tx();
      // The row is made first and locked after: whoever comes second waits here, so that events
      // of one resident are decided one after the other, whatever their order.
      const fresh = { region, id: newId(region), residentId, state: 'UNDER_REVIEW' as const };
      await em.upsert(
        HealthCodeRow,
        { ...fresh, heldByProxy: false, createdAt: at },
        { onConflictFields: ['region', 'residentId'], onConflictAction: 'ignore' },
      );
      const row = await em.findOneOrFail(
        HealthCodeRow,
        { region, residentId },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      return toHealthCode(row);
    },
    async keep({ region, id }) {
      const em = await tx();
      if (!event) throw new Error('No event is being taken in.');
      if ((await em.count(EvidenceRow, { region, id })) > 0) return false;
      const { residentId, kind, body, occurredAt } = event;
      await em.insert(EvidenceRow, {
        region,
        id,
        residentId,
        kind,
        body,
        occurredAt,
        takenInAt: now(),
      });
      return true;
    },
    evidenceOf: (code) => evidenceOf(tx, code),
    async setRegistration(code, registration) {
      const em = await tx();
      const { region, id } = code;
      await em.nativeUpdate(HealthCodeRow, { region, id }, registration);
      return { ...code, ...registration };
    },
    async policyInForce(region, at) {
      const em = await tx();
      const row = await em.findOne(
        PolicyRow,
        { region, validFrom: { $lte: at }, $or: [{ validTo: null }, { validTo: { $gt: at } }] },
        { orderBy: { version: 'desc' } },
      );
      return row && toPolicy(row);
    },
    async saveDecision(decision) {
      const em = await tx();
      const { reasons, nextSteps, missing, ...rest } = decision;
      await em.insert(ColorDecisionRow, { ...rest, detail: { reasons, nextSteps, missing } });
      const { region, codeId, toState, toColor, policyVersion, decidedAt } = decision;
      await em.nativeUpdate(
        HealthCodeRow,
        { region, id: codeId },
        { state: toState, color: toColor, policyVersion, decidedAt },
      );
    },
    async saveNextLook(code, lookAgainAt) {
      const em = await tx();
      const { region, id } = code;
      if (lookAgainAt?.getTime() === code.lookAgainAt?.getTime()) return;
      await em.nativeUpdate(HealthCodeRow, { region, id }, { lookAgainAt });
      if (lookAgainAt) await scheduleLook(tx, code, lookAgainAt);
    },
  };
}
