import type { InferEntity } from '@mikro-orm/core';
import { insertNew } from '../../kit/insert-new.ts';
import { rowsOf } from '../../kit/keyset.ts';
import { wrongCursor, type Page } from '../../kit/page.ts';
import { rowsOfQuery, run } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { PolicyVersion } from '../domain/policy/draft.ts';
import type { PolicyStore } from '../domain/policy/policy-store.ts';
import { evidenceOfResidents } from './evidence.store.ts';
import { CODE_COLUMNS, codeOf, type CodeColumns } from './code-columns.ts';
import { PolicyDraftRow } from './policy-draft.entity.ts';
import { toPolicy } from './reference-data.ts';
import { PolicyRow } from './reference.entity.ts';

/** Codes that a dry run reads at once. */
const CHUNK = 1_000;
/**
 * Row security makes the planner expect so few rows that it would sort all codes of a region for
 * each chunk; the key's index has them in order.
 */
const KEY_ORDER = 'set local enable_sort = off; set local max_parallel_workers_per_gather = 0';
const ANY_ORDER =
  'set local enable_sort = default; set local max_parallel_workers_per_gather = default';

function toVersion(row: InferEntity<typeof PolicyRow>): PolicyVersion {
  const { withdrawnAt, publishedAt } = row;
  return {
    ...toPolicy(row),
    ...{ withdrawnAt: withdrawnAt ?? null, publishedAt: publishedAt ?? null },
  };
}

/** Versions before the one that a page begins after. */
function before({ after }: Page) {
  if (!after) return {};
  const version = Number(after[0]);
  if (!Number.isInteger(version)) throw wrongCursor();
  return { version: { $lt: version } };
}

/** Codes with their evidence, in chunks by id: those behind `after`, to `last` or to the end. */
async function* stretch(tx: Transaction, region: string, after: string, last: string | null) {
  const em = await tx();
  let cursor = after;
  for (;;) {
    await em.execute(KEY_ORDER);
    const rows: readonly CodeColumns[] = await rowsOfQuery<CodeColumns>(
      em,
      `select ${CODE_COLUMNS} from codes.health_code
       where region = $1 and id > $2 ${last === null ? '' : 'and id <= $3'}
       order by id limit ${CHUNK}`,
      last === null ? [region, cursor] : [region, cursor, last],
    );
    await em.execute(ANY_ORDER);
    const codes = rows.map(codeOf);
    const end = codes.at(-1);
    if (!end) return;
    cursor = end.id;
    const residentIds = codes.map(({ residentId }) => residentId);
    const evidence = await evidenceOfResidents(tx, region, residentIds);
    yield codes.map((code) => ({ code, evidence: evidence.get(code.residentId) ?? [] }));
  }
}

/** Policies in PostgreSQL, within one request's transaction. */
export function policyStore(tx: Transaction): PolicyStore {
  return {
    async lock(region) {
      const lock = 'select pg_advisory_xact_lock(hashtext($1))';
      await run(await tx(), lock, [`codes.policy ${region}`]);
    },
    async versions(region) {
      const rows = await (await tx()).find(PolicyRow, { region }, { orderBy: { version: 'asc' } });
      return rows.map(toVersion);
    },
    async list(region, page) {
      const em = await tx();
      const rows = await em.find(
        PolicyRow,
        { region, ...before(page) },
        { orderBy: { version: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toVersion), () => em.count(PolicyRow, { region }));
    },
    async find(region, version) {
      const row = await (await tx()).findOne(PolicyRow, { region, version });
      return row && toVersion(row);
    },
    async addDraft(draft) {
      await (await tx()).insert(PolicyDraftRow, draft);
    },
    async draft(id) {
      const row = await (await tx()).findOne(PolicyDraftRow, { id });
      return row && { ...row, validTo: row.validTo ?? null };
    },
    async publish(version) {
      return insertNew(await tx(), PolicyRow, version);
    },
    async withdraw(region, version, at) {
      const changed = await (
        await tx()
      ).nativeUpdate(
        PolicyRow,
        { region, version, withdrawnAt: null },
        { withdrawnAt: at, validTo: at },
      );
      return changed === 1;
    },
    async *codes(region, start) {
      yield* stretch(tx, region, start, null);
      yield* stretch(tx, region, '', start);
    },
  };
}
