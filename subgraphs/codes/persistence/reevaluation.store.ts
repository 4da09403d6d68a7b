import type { InferEntity } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/core';
import { inKeyOrder } from '../../kit/key-order.ts';
import { afterInstant, rowsOf } from '../../kit/keyset.ts';
import type { Page, Rows } from '../../kit/page.ts';
import { rowsOfQuery, run } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import type { Reevaluation, ReevaluationReason } from '../domain/reevaluation/reevaluation.ts';
import { HealthCodeRow } from './health-code.entity.ts';
import { codeOf, CODE_COLUMNS, type CodeColumns } from './code-columns.ts';
import { ReevaluationRow } from './reevaluation.entity.ts';

function toReevaluation(row: InferEntity<typeof ReevaluationRow>): Reevaluation {
  const { region, id, reason, state, dueAt, done, changed, failed } = row;
  return {
    ...{ region, id, reason, state, dueAt, total: row.total ?? null, done, changed, failed },
    ...{ startedAt: row.startedAt ?? null, endedAt: row.endedAt ?? null },
  };
}

/** What came of a chunk. */
export interface ChunkResult {
  readonly cursor: string;
  readonly done: number;
  readonly changed: number;
  readonly failed: number;
}

/** Plans that every code of a region is decided anew from an instant on. */
export async function planReevaluation(
  tx: Transaction,
  { region, id }: { readonly region: string; readonly id: string },
  reason: ReevaluationReason,
  dueAt: Date,
): Promise<void> {
  const counts = { done: 0, changed: 0, failed: 0 };
  const row = { region, id, reason, state: 'PLANNED' as const, dueAt, ...counts };
  await (await tx()).insert(ReevaluationRow, row);
}

/** Re-evaluations of a region, the latest first. */
export async function reevaluationsOf(
  tx: Transaction,
  region: string,
  page: Page,
): Promise<Rows<Reevaluation>> {
  const em = await tx();
  const rows = await em.find(
    ReevaluationRow,
    { region, ...afterInstant('dueAt', page, 'desc') },
    { orderBy: { dueAt: 'desc', id: 'desc' }, limit: page.first + 1 },
  );
  return rowsOf(rows.map(toReevaluation), () => em.count(ReevaluationRow, { region }));
}

/** What a chunk of a re-evaluation needs of the database, within one transaction of its region. */
export function reevaluationStore(tx: Transaction, region: string) {
  return {
    /** The run and where it stands, locked; null when it is over or another process has it. */
    async taken(id: string, at: Date): Promise<{ readonly cursor: string } | null> {
      const em = await tx();
      const row = await em.findOne(
        ReevaluationRow,
        { region, id, state: { $ne: 'DONE' } },
        { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, refresh: true },
      );
      if (!row) return null;
      if (row.state === 'PLANNED') {
        const total = await em.count(HealthCodeRow, { region });
        const begun = { state: 'RUNNING' as const, total, startedAt: at };
        await em.nativeUpdate(ReevaluationRow, { region, id }, begun);
      }
      return { cursor: row.cursor ?? '' };
    },

    /** The next codes in the order of their ids, locked. */
    async nextCodes(cursor: string, limit: number): Promise<HealthCode[]> {
      const em = await tx();
      const rows = await inKeyOrder(em, () =>
        rowsOfQuery<CodeColumns>(
          em,
          `select ${CODE_COLUMNS} from codes.health_code
           where region = $1 and id > $2 order by id limit ${limit} for update`,
          [region, cursor],
        ),
      );
      return rows.map(codeOf);
    },

    /** Moves a run on by a chunk. */
    async moveOn(id: string, { cursor, done, changed, failed }: ChunkResult): Promise<void> {
      await run(
        await tx(),
        `update codes.reevaluation set cursor = $3, done = done + $4, changed = changed + $5,
           failed = failed + $6
         where region = $1 and id = $2`,
        [region, id, cursor, done, changed, failed],
      );
    },

    async end(id: string, at: Date): Promise<void> {
      const ended = { state: 'DONE' as const, endedAt: at };
      await (await tx()).nativeUpdate(ReevaluationRow, { region, id }, ended);
    },
  };
}
