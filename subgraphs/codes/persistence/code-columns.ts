import { instantOf } from '../../kit/query.ts';
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

/** A code of its columns. */
export function codeOf(row: CodeColumns): HealthCode {
  return {
    ...{ region: row.region, id: row.id, residentId: row.resident_id, state: row.state },
    ...{ color: row.color, maskedName: row.masked_name, birthMonthDay: row.birth_month_day },
    ...{ heldByProxy: row.held_by_proxy, policyVersion: row.policy_version },
    ...{ decidedAt: instantOf(row.decided_at), lookAgainAt: instantOf(row.look_again_at) },
  };
}
