import { LockMode } from '@mikro-orm/core';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { insertNew } from '../../kit/insert-new.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import { FEVER_C, type RecordReads } from '../domain/record-store.ts';
import { contactStore } from './contact.store.ts';
import { exposedStay } from './exposed-stay.ts';
import { CheckInRow, DeclarationRow, IsolationOrderRow, TestResultRow } from './record.entity.ts';
import { LATEST_TESTS, testOf, type TestColumns } from './latest-tests.ts';
import { toCheckIn, toDeclaration, toOrder, toTestResult } from './record-rows.ts';
import { vaccinationStore } from './vaccination.store.ts';

/** Without null: `not` of this is its opposite. */
const ATTENTION = {
  $or: [
    { contactWithCase: true },
    { symptoms: { $ne: [] } },
    { temperature: { $ne: null, $gte: FEVER_C } },
  ],
};

/** What the store needs of the process. */
export interface RecordStoreParts {
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

/** Health records in PostgreSQL, within one request's transaction. */
export function recordStore(
  tx: Transaction,
  { appendEvents, newId }: RecordStoreParts,
): RecordReads {
  return {
    ...contactStore(tx),
    ...exposedStay(tx),
    ...vaccinationStore(tx),
    async addDeclaration(declaration) {
      const { symptoms, ...rest } = declaration;
      await (await tx()).insert(DeclarationRow, { ...rest, symptoms: [...symptoms] });
    },
    async findDeclaration(id) {
      const row = await (await tx()).findOne(DeclarationRow, { id });
      return row && toDeclaration(row);
    },
    async reviewDeclaration({ region, id }, { state, at, by, reason }) {
      const em = await tx();
      const changed = await em.nativeUpdate(
        DeclarationRow,
        { region, id, state: 'PENDING' },
        { state, reviewedAt: at, reviewedBy: by, reviewReason: reason },
      );
      return changed > 0;
    },
    async addCheckIn(checkIn) {
      const em = await tx();
      const { region, residentId, day } = checkIn;
      const row = { ...checkIn, symptoms: [...checkIn.symptoms] };
      await em.upsert(CheckInRow, row, {
        onConflictFields: ['region', 'residentId', 'day'],
        onConflictAction: 'ignore',
        disableIdentityMap: true,
      });
      return (await em.count(CheckInRow, { region, residentId, day, id: checkIn.id })) > 0;
    },
    async findCheckIn(id) {
      const row = await (await tx()).findOne(CheckInRow, { id });
      return row && toCheckIn(row);
    },
    async addTestResult(result) {
      const em = await tx();
      const { region, residentId, sampleCollectedAt, laboratory, method } = result;
      const sample = { region, residentId, sampleCollectedAt, laboratory, method };
      const current = await em.findOne(TestResultRow, { ...sample, correctedById: null });
      if (current) return toTestResult(current);
      if (await insertNew(em, TestResultRow, result)) return null;
      // Somebody was faster, or what was said first is said again after it was corrected.
      return toTestResult(
        await em.findOneOrFail(TestResultRow, { ...sample, revision: result.revision }),
      );
    },
    async supersede({ region, id }, by) {
      const em = await tx();
      const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const old = await em.findOne(TestResultRow, { region, id }, locked);
      if (!old || old.correctedById != null) return false;
      if (!(await insertNew(em, TestResultRow, by))) return false;
      await em.nativeUpdate(TestResultRow, { region, id }, { correctedById: by.id });
      return true;
    },
    async findTestResult(id) {
      const row = await (await tx()).findOne(TestResultRow, { id });
      return row && toTestResult(row);
    },
    async addOrder(order) {
      await (await tx()).insert(IsolationOrderRow, order);
    },
    async findOrder(id) {
      const row = await (await tx()).findOne(IsolationOrderRow, { id });
      return row && toOrder(row);
    },
    async releaseOrder({ region, id }, at, by) {
      const em = await tx();
      const open = { region, id, releasedAt: null };
      return (
        (await em.nativeUpdate(IsolationOrderRow, open, { releasedAt: at, releasedBy: by })) > 0
      );
    },
    async extendOrder({ region, id }, until) {
      const em = await tx();
      const shorter = { region, id, releasedAt: null, until: { $lt: until } };
      return (await em.nativeUpdate(IsolationOrderRow, shorter, { until })) > 0;
    },
    async append(events) {
      const named = events.map((event) => ({ id: newId(event.region), ...event }));
      await appendEvents(await tx(), named);
    },
    async declarations({ state, region, attention }, page) {
      const em = await tx();
      const where = {
        state,
        ...(region !== null && { region }),
        ...(attention !== null && (attention ? ATTENTION : { $not: ATTENTION })),
      };
      const rows = await em.find(
        DeclarationRow,
        { $and: [where, afterInstant('dueAt', page, 'asc')] },
        { orderBy: { dueAt: 'asc', id: 'asc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toDeclaration), () => em.count(DeclarationRow, where));
    },
    async declarationsOf(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        DeclarationRow,
        { residentId, ...afterInstant('declaredAt', page, 'desc') },
        { orderBy: { declaredAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toDeclaration), () => em.count(DeclarationRow, { residentId }));
    },
    async latestTests(residentIds) {
      const rows = await rowsOfQuery<TestColumns>(await tx(), LATEST_TESTS, [residentIds]);
      const latest = new Map(rows.map((row) => [row.residentId, testOf(row)]));
      return residentIds.map((id) => latest.get(id) ?? null);
    },
    async testsOf(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        TestResultRow,
        { residentId, ...afterInstant('sampleCollectedAt', page, 'desc') },
        { orderBy: { sampleCollectedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toTestResult), () => em.count(TestResultRow, { residentId }));
    },
    async checkInsOf(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        CheckInRow,
        { residentId, ...afterInstant('at', page, 'desc') },
        { orderBy: { at: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toCheckIn), () => em.count(CheckInRow, { residentId }));
    },
    async ordersOf(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        IsolationOrderRow,
        { residentId, ...afterInstant('from', page, 'desc') },
        { orderBy: { from: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toOrder), () => em.count(IsolationOrderRow, { residentId }));
    },
    async declarationsById(ids) {
      const rows = await (await tx()).find(DeclarationRow, { id: { $in: [...ids] } });
      const byId = new Map(rows.map((row) => [row.id, toDeclaration(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
}
