import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad } from '../../kit/bulk-load.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import type { CodeState, HealthCode } from '../domain/code/health-code.ts';
import type { Color } from '../domain/color/color.ts';

/** Columns of a code as SQL gives them. */
export interface CodeColumns {
  readonly region: string;
  readonly id: string;
  readonly resident_id: string;
  readonly state: CodeState;
  readonly color: Color | null;
  readonly masked_name: string | null;
  readonly birth_month_day: string | null;
  readonly held_by_proxy: boolean;
  readonly policy_version: number | null;
  readonly decided_at: string | null;
  readonly look_again_at: string | null;
}

/** Names of {@link CodeColumns}, for a select. */
export const CODE_COLUMNS =
  'region, id, resident_id, state, color, masked_name, birth_month_day, held_by_proxy, ' +
  'policy_version, decided_at, look_again_at';

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** A code of its columns. */
export function codeOf(row: CodeColumns): HealthCode {
  return {
    ...{ region: row.region, id: row.id, residentId: row.resident_id, state: row.state },
    ...{ color: row.color, maskedName: row.masked_name, birthMonthDay: row.birth_month_day },
    ...{ heldByProxy: row.held_by_proxy, policyVersion: row.policy_version },
    ...{ decidedAt: instant(row.decided_at), lookAgainAt: instant(row.look_again_at) },
  };
}

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
