import { rowsOf } from '../../kit/keyset.ts';
import { rowsOfQuery, type Prepared } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Division, DivisionStore } from '../domain/division.ts';
import { DivisionRow } from './division.entity.ts';

const BY_CODE: Prepared = {
  name: 'divisions_by_code',
  text: 'select code, name, level, parent, registers from residents.division where code = any($1)',
};

/** Divisions in PostgreSQL, within one request's transaction. */
export function divisionStore(tx: Transaction): DivisionStore {
  return {
    async find(code) {
      const row = await (await tx()).findOne(DivisionRow, { code });
      return row && { ...row, parent: row.parent ?? null };
    },
    async findMany(codes) {
      const rows = await rowsOfQuery<Division>(await tx(), BY_CODE, [codes]);
      const byCode = new Map(rows.map((row) => [row.code, row]));
      return codes.map((code) => byCode.get(code) ?? null);
    },
    async below(parent, { first, after }) {
      const em = await tx();
      const code = after?.[0];
      const where = { parent, ...(code !== undefined && { code: { $gt: code } }) };
      const rows = await em.find(DivisionRow, where, {
        orderBy: { code: 'asc' },
        limit: first + 1,
      });
      return rowsOf(
        rows.map((row) => ({ ...row, parent: row.parent ?? null })),
        () => em.count(DivisionRow, { parent }),
      );
    },
    async registrars() {
      const em = await tx();
      const rows = await em.find(DivisionRow, { registers: true }, { orderBy: { code: 'asc' } });
      return rows.map(({ code }) => code);
    },
    async load(divisions) {
      const em = await tx();
      const rows = divisions.map((division) => ({ ...division, registers: false }));
      for (let from = 0; from < rows.length; from += 1000) {
        await em.upsertMany(DivisionRow, rows.slice(from, from + 1000), {
          onConflictExcludeFields: ['registers'],
        });
      }
    },
    async openRegistration(codes) {
      const em = await tx();
      await em.nativeUpdate(DivisionRow, { code: { $in: [...codes] } }, { registers: true });
    },
  };
}
