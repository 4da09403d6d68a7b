import { literal, listOf } from '../../kit/rows-sql.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import { codeOf, CODE_COLUMNS, type CodeColumns } from './locked-codes.ts';

/** A re-evaluation whose time has come. */
export interface DueRun {
  readonly region: string;
  readonly id: string;
}

/** Regions of the scope in which codes are to be looked at. */
export async function regionsWithDueLooks(tx: Transaction, at: Date): Promise<string[]> {
  const rows = await (
    await tx()
  ).execute<{ region: string }[]>(
    `select distinct region from codes.health_code where look_again_at <= ${literal(at)}`,
  );
  return rows.map(({ region }) => region);
}

/** Re-evaluations of the scope whose time has come, the oldest first. */
export async function dueRuns(tx: Transaction, at: Date): Promise<DueRun[]> {
  return (await tx()).execute<DueRun[]>(
    `select region, id from codes.reevaluation
     where state <> 'DONE' and due_at <= ${literal(at)} order by due_at, id`,
  );
}

/** Codes of a region that are to be looked at, locked; those that another process has are left to it. */
export async function dueCodes(
  tx: Transaction,
  region: string,
  { at, limit, except }: { readonly at: Date; readonly limit: number; readonly except: string[] },
): Promise<HealthCode[]> {
  const others = except.length === 0 ? '' : `and id not in ${listOf(except)}`;
  const rows = await (
    await tx()
  ).execute<CodeColumns[]>(
    `select ${CODE_COLUMNS} from codes.health_code
     where region = ${literal(region)} and look_again_at <= ${literal(at)} ${others}
     order by look_again_at limit ${limit} for update skip locked`,
  );
  return rows.map(codeOf);
}
