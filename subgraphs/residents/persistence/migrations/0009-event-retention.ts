import { Migration } from '@mikro-orm/migrations';
import { addEventRetention } from '../../../kit/events/event-row.ts';

/** 0009-event-retention. Only ever forward: migrations expand, and contract in a later one. */
export class EventRetention extends Migration {
  override up(): void {
    for (const sql of addEventRetention('residents', 'tongma_residents')) this.addSql(sql);
  }
}
