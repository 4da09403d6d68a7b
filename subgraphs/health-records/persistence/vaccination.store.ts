import { insertNew } from '../../kit/insert-new.ts';
import { rowsOf } from '../../kit/keyset.ts';
import { wrongCursor } from '../../kit/page.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { RecordReads } from '../domain/record-store.ts';
import { VaccinationRow } from './record.entity.ts';
import { toVaccination } from './record-rows.ts';

/** Vaccinations in PostgreSQL, within one request's transaction. */
export function vaccinationStore(
  tx: Transaction,
): Pick<RecordReads, 'addVaccination' | 'findVaccination' | 'vaccinationsOf'> {
  return {
    async addVaccination(vaccination) {
      const em = await tx();
      if (await insertNew(em, VaccinationRow, vaccination)) return null;
      const { region, residentId, vaccinatedOn, doseNumber } = vaccination;
      const dose = { region, residentId, vaccinatedOn, doseNumber };
      return toVaccination(await em.findOneOrFail(VaccinationRow, dose));
    },
    async findVaccination(id) {
      const row = await (await tx()).findOne(VaccinationRow, { id });
      return row && toVaccination(row);
    },
    async vaccinationsOf(residentId, page) {
      const em = await tx();
      const [day = '', id = ''] = page.after ?? [];
      if (page.after && page.after.length !== 2) throw wrongCursor();
      const beyond = {
        $or: [{ vaccinatedOn: { $lt: day } }, { vaccinatedOn: day, id: { $lt: id } }],
      };
      const rows = await em.find(
        VaccinationRow,
        page.after ? { residentId, ...beyond } : { residentId },
        { orderBy: { vaccinatedOn: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toVaccination), () => em.count(VaccinationRow, { residentId }));
    },
  };
}
