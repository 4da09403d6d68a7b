import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { OpenedRecords } from '../domain/opened-record.ts';
import { OpenedRecordRow } from './opened-record.entity.ts';
import { DeclarationRow } from './record.entity.ts';

/** Opened records in PostgreSQL, within one request's transaction. */
export function openedRecords(tx: Transaction): OpenedRecords {
  return {
    async open(record) {
      const em = await tx();
      const { subject, openedAt } = record;
      await em.nativeDelete(OpenedRecordRow, { subject, until: { $lte: openedAt } });
      await em.upsert(OpenedRecordRow, record);
    },
    async openUntil(residentIds, subject, at) {
      const em = await tx();
      const where = { subject, residentId: { $in: [...residentIds] }, until: { $gt: at } };
      const rows = await em.find(OpenedRecordRow, where);
      const byResident = new Map(rows.map(({ residentId, until }) => [residentId, until]));
      return residentIds.map((id) => byResident.get(id) ?? null);
    },
    async waiting(residentIds) {
      const em = await tx();
      const where = { residentId: { $in: [...residentIds] }, state: 'PENDING' as const };
      const rows = await em.find(DeclarationRow, where, { fields: ['residentId'] });
      return new Set(rows.map(({ residentId }) => residentId));
    },
  };
}
