import type { InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertNew } from '../../kit/insert-new.ts';
import { rowsOf } from '../../kit/keyset.ts';
import { wrongCursor, type Page } from '../../kit/page.ts';
import { run } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { AgreementStore, Pair } from '../domain/agreement/agreement-store.ts';
import type { AgreementDraft, AgreementKey } from '../domain/agreement/terms.ts';
import { AgreementDraftRow, AgreementRow, AgreementWithdrawalRow } from './agreement.entity.ts';

type Key = Pick<InferEntity<typeof AgreementRow>, 'region' | 'issuer' | 'version'>;

const toKey = ({ region, issuer, version }: Key): AgreementKey => ({
  ...{ receiver: region, issuer, version },
});

const toRow = ({ receiver, issuer, version }: AgreementKey): Key => ({
  ...{ region: receiver, issuer, version },
});

function toDraft({ region, ...draft }: InferEntity<typeof AgreementDraftRow>): AgreementDraft {
  return { ...draft, receiver: region };
}

/** Rows after the one that a page begins after: by pair, the newest version first. */
function after({ after: key }: Page) {
  if (!key) return {};
  const [region, issuer] = key;
  const version = Number(key[2]);
  if (region === undefined || issuer === undefined || !Number.isInteger(version)) {
    throw wrongCursor();
  }
  return {
    $or: [
      { region: { $gt: region } },
      { region, issuer: { $gt: issuer } },
      { region, issuer, version: { $lt: version } },
    ],
  };
}

const ofPairs = (pairs: readonly Pair[]) => ({
  $or: pairs.map(({ receiver, issuer }) => ({ region: receiver, issuer })),
});

async function storedOf(em: EntityManager, pairs: readonly Pair[]) {
  const where = ofPairs(pairs);
  const rows = await em.find(AgreementRow, where, { orderBy: { version: 'asc' } });
  const withdrawals = await em.find(AgreementWithdrawalRow, where);
  const isOf = (a: Key) => (b: Key) =>
    a.region === b.region && a.issuer === b.issuer && a.version === b.version;
  return rows.map((row) => ({
    ...{ ...toKey(row), signed: row.signed },
    withdrawals: withdrawals.filter(isOf(row)).map(({ signed }) => signed),
  }));
}

/** Agreements in PostgreSQL, within one transaction. */
export function agreementStore(tx: Transaction): AgreementStore {
  return {
    async ofPairs(pairs) {
      return pairs.length === 0 ? [] : storedOf(await tx(), pairs);
    },
    async withdrawalsOf(pairs) {
      if (pairs.length === 0) return [];
      const rows = await (await tx()).find(AgreementWithdrawalRow, ofPairs(pairs));
      return rows.map((row) => ({ ...toKey(row), side: row.side, signed: row.signed }));
    },
    async list(region, page) {
      const em = await tx();
      const side = region === null ? {} : { $or: [{ region }, { issuer: region }] };
      const rows = await em.find(
        AgreementRow,
        { $and: [side, after(page)] },
        {
          fields: ['region', 'issuer', 'version'],
          orderBy: { region: 'asc', issuer: 'asc', version: 'desc' },
          limit: page.first + 1,
        },
      );
      return rowsOf(rows.map(toKey), () => em.count(AgreementRow, side));
    },
    async addDraft({ receiver, ...draft }) {
      await (await tx()).insert(AgreementDraftRow, { ...draft, region: receiver });
    },
    async draft(id) {
      const row = await (await tx()).findOne(AgreementDraftRow, { id });
      return row && toDraft(row);
    },
    async add(key, signed) {
      return insertNew(await tx(), AgreementRow, { ...toRow(key), signed: Buffer.from(signed) });
    },
    async replace(key, read, signed) {
      const { region, issuer, version } = toRow(key);
      const { written } = await run(
        await tx(),
        `update codes.agreement set signed = $5
         where region = $1 and issuer = $2 and version = $3 and signed = $4`,
        [region, issuer, version, Buffer.from(read), Buffer.from(signed)],
      );
      return written === 1;
    },
    async withdraw({ side, signed, ...key }) {
      const row = { ...toRow(key), side, signed: Buffer.from(signed) };
      return insertNew(await tx(), AgreementWithdrawalRow, row);
    },
  };
}
