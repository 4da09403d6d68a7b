import { Migration } from '@mikro-orm/migrations';
import { createAttemptTable } from '../../../kit/attempt/attempt-row.ts';

/** 0003-attempts. Only ever forward: migrations expand, and contract in a later one. */
export class Attempts extends Migration {
  override up(): void {
    for (const sql of createAttemptTable('health_records', 'tongma_health')) this.addSql(sql);
  }
}
