import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type {
  BulletinStore,
  ExposureProgress,
  KeptBulletin,
} from '../domain/bulletin/kept-bulletin.ts';
import { BulletinRow } from './bulletin.entity.ts';
import { riskAreaStore, type RiskAreaStoreParts } from './risk-area.store.ts';

const deflated = promisify(deflate);
const inflated = promisify(inflate);

/** What the store needs of the process. */
export type BulletinStoreParts = RiskAreaStoreParts;

/** All columns but what a bulletin lists, which is large. */
type Head = Omit<InferEntity<typeof BulletinRow>, 'areas'>;

function toBulletin(row: Head): KeptBulletin {
  const { acceptedAt, proposalId, ...rest } = row;
  return { ...rest, acceptedAt: acceptedAt ?? null, proposalId: proposalId ?? null };
}

interface ProgressRow {
  readonly bulletin_id: string;
  readonly done: string;
  readonly total: string;
  readonly exposures: string;
  readonly ended: boolean;
}

async function progressOf(em: EntityManager, ids: readonly string[]) {
  const rows = await em.execute<ProgressRow[]>(
    `select bulletin_id, sum(areas_done) as done, sum(areas) as total, sum(exposures) as exposures,
      bool_and(state = 'DONE') as ended
     from travel_history.exposure_run where bulletin_id in (?) group by bulletin_id`,
    [ids],
  );
  return new Map<string, ExposureProgress>(
    rows.map(({ bulletin_id: id, done, total, exposures, ended }) => [
      id,
      { done: Number(done), total: Number(total), exposures: Number(exposures), ended },
    ]),
  );
}

/** Bulletins in PostgreSQL, within one request's transaction. */
export function bulletinStore(tx: Transaction, parts: BulletinStoreParts): BulletinStore {
  return {
    ...riskAreaStore(tx, parts),
    async lock() {
      await (
        await tx()
      ).execute(`select pg_advisory_xact_lock(hashtext('travel_history.bulletin'))`);
    },
    async find(id) {
      const row = await (
        await tx()
      ).findOne(BulletinRow, { region: NATION, id }, { refresh: true });
      return row && toBulletin(row);
    },
    async byDigest(digest) {
      const row = await (await tx()).findOne(BulletinRow, { region: NATION, digest });
      return row && toBulletin(row);
    },
    async list(page) {
      const em = await tx();
      const rows = await em.find(
        BulletinRow,
        { region: NATION, ...afterInstant('publishedAt', page, 'desc') },
        { orderBy: { publishedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toBulletin), () => em.count(BulletinRow, { region: NATION }));
    },
    async add(bulletin, areas) {
      const kept = await deflated([...areas].join('\n'), { level: 1 });
      await (await tx()).insert(BulletinRow, { ...bulletin, areas: kept });
    },
    async save({ region, id, ...bulletin }) {
      await (await tx()).nativeUpdate(BulletinRow, { region, id }, bulletin);
    },
    async areasOf(id) {
      const em = await tx();
      const row = await em.findOneOrFail(
        BulletinRow,
        { region: NATION, id },
        { populate: ['areas'], refresh: true },
      );
      const text = (await inflated(row.areas)).toString('utf8');
      return text === '' ? [] : text.split('\n');
    },
    async lastAccepted() {
      return (await tx()).findOne(
        BulletinRow,
        { region: NATION, state: 'ACCEPTED' },
        { orderBy: { publishedAt: 'desc', acceptedAt: 'desc' } },
      );
    },
    async nextAccepted(after) {
      const row = await (
        await tx()
      ).findOne(
        BulletinRow,
        { region: NATION, state: 'ACCEPTED', publishedAt: { $gt: after } },
        { orderBy: { publishedAt: 'asc' } },
      );
      return row?.publishedAt ?? null;
    },
    async supersedeHeld(until) {
      const held = { region: NATION, state: 'HELD' as const, publishedAt: { $lte: until } };
      await (await tx()).nativeUpdate(BulletinRow, held, { state: 'SUPERSEDED' });
    },
    async progress(ids) {
      return ids.length === 0 ? new Map() : progressOf(await tx(), ids);
    },
  };
}
