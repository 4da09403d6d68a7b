import { Migration } from '@mikro-orm/migrations';
import { addAttemptRetention } from '../../../kit/attempt/attempt-row.ts';

/** 0011-retention. Only ever forward: migrations expand, and contract in a later one. */
export class Retention extends Migration {
  override up(): void {
    for (const sql of addAttemptRetention('residents', 'tongma_residents')) this.addSql(sql);
  }
}
