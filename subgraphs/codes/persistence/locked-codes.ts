import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad } from '../../kit/bulk-load.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import { CODE_COLUMNS, codeOf, type CodeColumns } from './code-columns.ts';

/** Whose codes are wanted. */
interface Wanted {
  readonly region: string;
  readonly residentIds: readonly string[];
  readonly at: Date;
  readonly newId: (region: string) => string;
}

const THEIRS = 'region = $1 and resident_id = any($2::text[])';
/** Nothing is locked unless each has one: what is missing is made before anything is locked. */
const LOCKED_IF_ALL = `select ${CODE_COLUMNS} from codes.health_code
  where ${THEIRS} and (select count(*) from codes.health_code where ${THEIRS}) = $3
  order by id for update`;
/** Columns of a code that is made. */
const MADE = ['region', 'id', 'resident_id', 'state', 'held_by_proxy', 'created_at'];

/**
 * Codes of residents, made where there are none, locked. Rows are made first, in the order of
 * their residents, and locked after, in that of their ids: whoever comes second waits, so that
 * events of one resident are decided one after the other, and nobody waits in a circle.
 */
export async function lockCodes(
  em: EntityManager,
  { region, residentIds, at, newId }: Wanted,
): Promise<HealthCode[]> {
  const wanted = [region, residentIds];
  const all = await rowsOfQuery<CodeColumns>(em, LOCKED_IF_ALL, [...wanted, residentIds.length]);
  if (all.length > 0 || residentIds.length === 0) return all.map(codeOf);
  const there = await rowsOfQuery<{ resident_id: string }>(
    em,
    `select resident_id from codes.health_code where ${THEIRS}`,
    wanted,
  );
  const known = new Set(there.map((row) => row.resident_id));
  const missing = residentIds.filter((id) => !known.has(id)).sort();
  const rows = missing.map((id) => [region, newId(region), id, 'UNDER_REVIEW', false, at]);
  if (rows.length > 0) {
    await bulkLoad(em, 'codes.health_code', MADE, rows, { onConflict: 'NOTHING' });
  }
  const locked = await rowsOfQuery<CodeColumns>(
    em,
    `select ${CODE_COLUMNS} from codes.health_code where ${THEIRS} order by id for update`,
    wanted,
  );
  return locked.map(codeOf);
}
