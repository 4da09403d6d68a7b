import { UniqueConstraintViolationException, type InferEntity } from '@mikro-orm/core';
import { randomUUID } from 'node:crypto';
import type { BlindIndex, IndexSlot } from '../../kit/keys/blind-index.ts';
import type { AppendEvents } from '../../kit/events/outbox.ts';
import type { FieldCipher } from '../../kit/keys/field-cipher.ts';
import { rowsOf } from '../../kit/keyset.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { ExportStore } from '../domain/bulk-export.ts';
import type { ResidentReads } from '../domain/resident-store.ts';
import type { HiddenIdentities, HiddenIdentity } from '../domain/reveal.ts';
import { dueAt } from '../domain/registration-review.ts';
import type { NewResident, Resident, Review } from '../domain/resident.ts';
import { registered } from './announce.ts';
import { ConsentRow } from './consent.entity.ts';
import { toGuardianship } from './guardianship-columns.ts';
import { registrationPage, residentOf, type ResidentColumns } from './registration-page.ts';
import { ofAccount } from './of-account.ts';
import { ResidentRow } from './resident.entity.ts';

/** What the store needs of the process. */
export interface ResidentStoreParts {
  readonly cipher: FieldCipher;
  readonly documentIndex: BlindIndex;
  readonly appendEvents: AppendEvents;
  readonly newId: (region: string) => string;
}

/** Most registrations that a search gives: one person has few. */
const FOUND_MAX = 20;

/** Where each place of the blind index stands. */
const INDEX_COLUMNS = { odd: 'documentIndex', even: 'documentIndexEven' } as const satisfies Record<
  IndexSlot,
  keyof InferEntity<typeof ResidentRow>
>;

type Row = InferEntity<typeof ResidentRow>;

/** A registration as the domain knows it. */
export function toResident(row: Row): Resident {
  const { region, id, state, documentType, maskedName, birthDate, division } = row;
  const { sourceRegion, receivedAt, reviewedAt, reviewReason } = row;
  return {
    ...{ region, id, state, documentType, maskedName, birthDate, division },
    ...{ guardianship: toGuardianship(row), sourceRegion: sourceRegion ?? null },
    ...{ receivedAt, dueAt: dueAt(receivedAt) },
    ...{ reviewedAt: reviewedAt ?? null, reviewReason: reviewReason ?? null },
  };
}

/** Registrations in PostgreSQL, within one request's transaction. */
export function residentStore(
  tx: Transaction,
  parts: ResidentStoreParts,
): ResidentReads & HiddenIdentities & ExportStore {
  const { cipher, documentIndex, appendEvents, newId } = parts;

  // Within the transaction that writes the row: keys/key-ring.ts says why.
  async function rowOf(resident: NewResident) {
    const { region, id, name, documentType, documentNumber, phone, guardian, ...rest } = resident;
    const index = await documentIndex.fill(documentType, documentNumber);
    const seal = (text: string, column: string) => cipher.seal(text, { region, column, row: id });
    return {
      ...rest,
      ...{ region, id, documentType, state: 'RECEIVED' as const },
      ...{ guardianId: guardian?.id ?? null, guardianAccount: guardian?.account ?? null },
      guardianName: guardian?.maskedName ?? null,
      documentSealed: await seal(documentNumber, 'document'),
      ...{ documentIndex: index.odd, documentIndexEven: index.even },
      nameSealed: await seal(name, 'name'),
      phoneSealed: phone === null ? null : await seal(phone, 'phone'),
    };
  }

  async function hiddenOf(row: Row): Promise<HiddenIdentity> {
    const { region, id, nameSealed, documentSealed, phoneSealed } = row;
    const open = (sealed: Uint8Array, column: string) =>
      cipher.open(sealed, { region, column, row: id });
    return {
      name: await open(nameSealed, 'name'),
      documentNumber: await open(documentSealed, 'document'),
      phone: phoneSealed ? await open(phoneSealed, 'phone') : null,
    };
  }

  async function announce(resident: Resident, review: Review): Promise<void> {
    if (review.state !== 'REGISTERED') return;
    const event = registered(resident, review.at, newId(resident.region));
    await appendEvents(await tx(), [event]);
  }

  return {
    async find(id) {
      const row = await (await tx()).findOne(ResidentRow, { id });
      return row && toResident(row);
    },
    async findMany(ids) {
      const rows = await (await tx()).find(ResidentRow, { id: { $in: [...ids] } });
      const byId = new Map(rows.map((row) => [row.id, toResident(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    async add(resident) {
      const em = await tx();
      await em.insert(ResidentRow, await rowOf(resident));
    },
    async addConsent(consent) {
      await (await tx()).insert(ConsentRow, consent);
    },
    async findPerson({ name, documentType, documentNumber }) {
      const em = await tx();
      const { slot, hash } = await documentIndex.find(documentType, documentNumber);
      const rows = await em.find(
        ResidentRow,
        { [INDEX_COLUMNS[slot]]: hash },
        { orderBy: { receivedAt: 'desc' }, limit: FOUND_MAX },
      );
      const names = await Promise.all(
        rows.map(({ region, id, nameSealed }) =>
          cipher.open(nameSealed, { region, column: 'name', row: id }),
        ),
      );
      const isName = (kept = '') => kept.localeCompare(name, 'zh', { sensitivity: 'base' }) === 0;
      return rows.filter((_row, at) => isName(names[at])).map(toResident);
    },
    async consentsOf(residentId) {
      const em = await tx();
      return em.find(ConsentRow, { residentId }, { orderBy: { recordedAt: 'desc' }, limit: 100 });
    },
    async review(resident, review) {
      const { state, at, by, reason, guardedUntil } = review;
      const em = await tx();
      const savepoint = `review_${randomUUID().replaceAll('-', '')}`;
      await em.execute(`savepoint ${savepoint}`);
      try {
        const { region, id } = resident;
        const changed = await em.nativeUpdate(
          ResidentRow,
          { region, id, state: 'RECEIVED' },
          { state, reviewedAt: at, reviewedBy: by, reviewReason: reason, guardedUntil },
        );
        if (changed === 0) return 'DONE';
      } catch (error) {
        if (!(error instanceof UniqueConstraintViolationException)) throw error;
        await em.execute(`rollback to savepoint ${savepoint}`);
        return 'TAKEN';
      }
      await announce(resident, review);
      return 'STORED';
    },
    async registrations({ state, region, documentType }, page) {
      const em = await tx();
      const where = {
        state,
        ...(region !== null && { region }),
        ...(documentType !== null && { documentType }),
      };
      const { statement, values } = registrationPage({ state, region, documentType }, page);
      const rows = await rowsOfQuery<ResidentColumns>(em, statement, values);
      return rowsOf(rows.map(residentOf), () => em.count(ResidentRow, where));
    },
    async own(subject, at) {
      const em = await tx();
      const own = await em.find(ResidentRow, ofAccount(subject, at), {
        orderBy: { receivedAt: 'asc' },
      });
      return own.map(toResident);
    },
    async countDuplicates(id) {
      const em = await tx();
      const row = await em.findOne(ResidentRow, { id });
      if (!row) return 0;
      const column = INDEX_COLUMNS[await documentIndex.slot()];
      return em.count(ResidentRow, {
        ...{ region: row.region, id: { $ne: id } },
        [column]: row[column],
      });
    },
    async hidden(id) {
      const row = await (await tx()).findOne(ResidentRow, { id });
      return row && hiddenOf(row);
    },
    async countRegistered(region) {
      return (await tx()).count(ResidentRow, { region, state: 'REGISTERED' });
    },
    async exported(region, { first, after }) {
      const em = await tx();
      const where = { region, state: 'REGISTERED' as const };
      const id = after?.[0];
      const rows = await em.find(
        ResidentRow,
        { ...where, ...(id !== undefined && { id: { $gt: id } }) },
        { orderBy: { id: 'asc' }, limit: first + 1 },
      );
      return rowsOf(
        await Promise.all(
          rows.map(async (row) => ({ resident: toResident(row), ...(await hiddenOf(row)) })),
        ),
        () => em.count(ResidentRow, where),
      );
    },
  };
}
