import type { InferEntity } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import { rowsOfQuery, type Prepared } from '../../kit/query.ts';
import type { ColorDecision, HealthCode } from '../domain/code/health-code.ts';
import type { CodeReads } from '../domain/code/code-store.ts';
import type { IssuedToken } from '../domain/code/issued-token.ts';
import { CODE_COLUMNS, codeOf, type CodeColumns } from './code-columns.ts';
import { CodeTokenRow } from './code-token.entity.ts';
import { ColorDecisionRow } from './color-decision.entity.ts';
import { detailOf } from './decision-detail.ts';
import { HealthCodeRow } from './health-code.entity.ts';
import { evidenceOf, toHealthCode } from './intake.store.ts';

function toToken(row: InferEntity<typeof CodeTokenRow>): IssuedToken {
  const { region, cti, codeId, residentId, kind, statusIndex, issuedOn, issuedAt, expiresAt } = row;
  return { region, cti, codeId, residentId, kind, statusIndex, issuedOn, issuedAt, expiresAt };
}

function toDecision(row: InferEntity<typeof ColorDecisionRow>): ColorDecision {
  const { detail, fromColor, toColor, lookAgainAt, chunkId, ...rest } = row;
  return {
    ...rest,
    ...detailOf(detail),
    chunkId: chunkId ?? null,
    fromColor: fromColor ?? null,
    toColor: toColor ?? null,
    lookAgainAt: lookAgainAt ?? null,
  };
}

interface TokenColumns {
  readonly region: string;
  readonly cti: Buffer;
  readonly code_id: string;
  readonly resident_id: string;
  readonly kind: string;
  readonly status_index: number;
  readonly issued_on: string;
  readonly issued_at: Date;
  readonly expires_at: Date;
}

const OF_RESIDENTS: Prepared = {
  name: 'codes_of_residents',
  text: `select ${CODE_COLUMNS} from codes.health_code where resident_id = any($1)`,
};

/** Codes and their tokens in PostgreSQL, within one request's transaction. */
export function codeStore(tx: Transaction): CodeReads {
  async function one(where: { id: string } | { residentId: string }): Promise<HealthCode | null> {
    const row = await (await tx()).findOne(HealthCodeRow, where);
    return row && toHealthCode(row);
  }

  return {
    find: (id) => one({ id }),
    ofResident: (residentId) => one({ residentId }),
    async ofResidents(residentIds) {
      const rows = await rowsOfQuery<CodeColumns>(await tx(), OF_RESIDENTS, [residentIds]);
      const byResident = new Map(rows.map((row) => [row.resident_id, codeOf(row)]));
      return residentIds.map((id) => byResident.get(id) ?? null);
    },
    async findMany(ids) {
      const rows = await (await tx()).find(HealthCodeRow, { id: { $in: [...ids] } });
      const byId = new Map(rows.map((row) => [row.id, toHealthCode(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    async addToken(token) {
      const em = await tx();
      // One statement that takes nothing in doubt: a conflict leaves the transaction usable.
      const inserted = await em
        .getKysely<Record<'codes.code_token', TokenColumns>>()
        .insertInto('codes.code_token')
        .values({
          region: token.region,
          cti: Buffer.from(token.cti),
          code_id: token.codeId,
          resident_id: token.residentId,
          kind: token.kind,
          status_index: token.statusIndex,
          issued_on: token.issuedOn,
          issued_at: token.issuedAt,
          expires_at: token.expiresAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n ? 'STORED' : 'TRY_AGAIN';
    },
    async dynamicToken({ region, id }, issuedOn) {
      const em = await tx();
      const where = { region, codeId: id, issuedOn, kind: 'DYNAMIC' as const, withdrawnAt: null };
      const row = await em.findOne(CodeTokenRow, where);
      return row && toToken(row);
    },
    async token(region, cti) {
      const em = await tx();
      const where = { region, cti: Buffer.from(cti), withdrawnAt: null };
      const row = await em.findOne(CodeTokenRow, where);
      return row && toToken(row);
    },
    async withdrawTokens({ region, id }, { at, by, reason }) {
      const em = await tx();
      return em.nativeUpdate(
        CodeTokenRow,
        { region, codeId: id, withdrawnAt: null },
        { withdrawnAt: at, withdrawnBy: by, withdrawReason: reason },
      );
    },
    evidenceOf: (code) => evidenceOf(tx, code),
    async decisions({ region, id: codeId }, page) {
      const em = await tx();
      const where = { region, codeId };
      const rows = await em.find(
        ColorDecisionRow,
        { ...where, ...afterInstant('decidedAt', page, 'desc') },
        { orderBy: { decidedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toDecision), () => em.count(ColorDecisionRow, where));
    },
  };
}
