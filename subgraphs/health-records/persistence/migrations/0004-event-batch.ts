import { Migration } from '@mikro-orm/migrations';
import { addEventBatch } from '../../../kit/events/event-row.ts';

/** 0004-event-batch. Only ever forward: migrations expand, and contract in a later one. */
export class EventBatch extends Migration {
  override up(): void {
    for (const sql of addEventBatch('health_records')) this.addSql(sql);
  }
}
