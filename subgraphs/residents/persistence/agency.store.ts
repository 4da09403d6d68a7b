import { insertNew } from '../../kit/insert-new.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { AgencyStore } from '../domain/agency.ts';
import { AgencyRow } from './agency.entity.ts';

/** Agencies in PostgreSQL, within one request's transaction. */
export function agencyStore(tx: Transaction): AgencyStore {
  return {
    async all() {
      return (await tx()).find(AgencyRow, {}, { orderBy: { id: 'asc' }, limit: 1_000 });
    },
    async find(id) {
      return (await tx()).findOne(AgencyRow, { id });
    },
    async add(agency) {
      return insertNew(await tx(), AgencyRow, agency);
    },
    async put(agency) {
      await (await tx()).upsert(AgencyRow, agency);
    },
  };
}
