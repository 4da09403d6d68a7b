import { Migration } from '@mikro-orm/migrations';
import { addAttemptRetention } from '../../../kit/attempt/attempt-row.ts';
import { retentionRows } from '../../../kit/scope/row-policies.ts';

const ROLE = 'tongma_travel';
const SEEN = retentionRows(ROLE).using;

/** 0011-retention. Only ever forward: migrations expand, and contract in a later one. */
export class Retention extends Migration {
  override up(): void {
    for (const sql of [
      ...addAttemptRetention('travel_history', ROLE),
      'create index "outbreak_until" on "travel_history"."outbreak" ("region", "until")',
      `create policy "retention" on "travel_history"."outbreak" for select to "${ROLE}" using (${SEEN})`,
    ]) {
      this.addSql(sql);
    }
  }
}
