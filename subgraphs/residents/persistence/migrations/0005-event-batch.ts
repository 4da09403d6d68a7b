import { Migration } from '@mikro-orm/migrations';
import { addEventBatch } from '../../../kit/events/event-row.ts';

/** 0005-event-batch. Only ever forward: migrations expand, and contract in a later one. */
export class EventBatch extends Migration {
  override up(): void {
    for (const sql of addEventBatch('residents')) this.addSql(sql);
  }
}
