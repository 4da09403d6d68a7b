import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import { codeOf, CODE_COLUMNS, type CodeColumns } from './code-columns.ts';

/** A re-evaluation whose time has come. */
export interface DueRun {
  readonly region: string;
  readonly id: string;
}

/** Regions of the scope in which codes are to be looked at. */
export async function regionsWithDueLooks(tx: Transaction, at: Date): Promise<string[]> {
  const rows = await rowsOfQuery<{ region: string }>(
    await tx(),
    'select distinct region from codes.health_code where look_again_at <= $1',
    [at],
  );
  return rows.map(({ region }) => region);
}

/** Re-evaluations of the scope whose time has come, the oldest first. */
export async function dueRuns(tx: Transaction, at: Date): Promise<readonly DueRun[]> {
  return rowsOfQuery<DueRun>(
    await tx(),
    `select region, id from codes.reevaluation
     where state <> 'DONE' and due_at <= $1 order by due_at, id`,
    [at],
  );
}

/** Codes of a region that are to be looked at, locked; those that another process has are left to it. */
export async function dueCodes(
  tx: Transaction,
  region: string,
  { at, limit, except }: { readonly at: Date; readonly limit: number; readonly except: string[] },
): Promise<HealthCode[]> {
  const rows = await rowsOfQuery<CodeColumns>(
    await tx(),
    `select ${CODE_COLUMNS} from codes.health_code
     where region = $1 and look_again_at <= $2 and id <> all($3::text[])
     order by look_again_at limit ${limit} for update skip locked`,
    [region, at, except],
  );
  return rows.map(codeOf);
}
