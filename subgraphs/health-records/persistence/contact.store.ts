import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { RecordReads } from '../domain/record-store.ts';
import { ContactNoticeRow } from './record.entity.ts';
import { toNotice } from './record-rows.ts';

/** Contact notices in PostgreSQL, within one request's transaction. */
export function contactStore(
  tx: Transaction,
): Pick<RecordReads, 'addNotice' | 'findNotice' | 'withdrawNotice' | 'noticesOf'> {
  return {
    async addNotice(notice) {
      await (await tx()).insert(ContactNoticeRow, notice);
    },
    async findNotice(id) {
      const row = await (await tx()).findOne(ContactNoticeRow, { id });
      return row && toNotice(row);
    },
    async withdrawNotice({ region, id }, at, by) {
      const em = await tx();
      const open = { region, id, withdrawnAt: null };
      const withdrawn = { withdrawnAt: at, withdrawnBy: by };
      return (await em.nativeUpdate(ContactNoticeRow, open, withdrawn)) > 0;
    },
    async noticesOf(residentId, page) {
      const em = await tx();
      const rows = await em.find(
        ContactNoticeRow,
        { residentId, ...afterInstant('noticedAt', page, 'desc') },
        { orderBy: { noticedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toNotice), () => em.count(ContactNoticeRow, { residentId }));
    },
  };
}
