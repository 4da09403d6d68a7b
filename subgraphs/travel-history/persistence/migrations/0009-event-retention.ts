import { Migration } from '@mikro-orm/migrations';
import { addEventRetention } from '../../../kit/events/event-row.ts';

const EVENT = 'alter table "travel_history"."event"';

// Where people were and when stood in events, for ever. The owner sees no row under forced row
// security; it is taken off, for the owner alone, while the bodies are cleared.
const CLEARED = [
  `${EVENT} no force row level security`,
  `update "travel_history"."event"
   set body = body - '{division,community,arrivedAt,leftAt}'::text[], occurred_at = recorded_at
   where kind = 'STAY'`,
  `update "travel_history"."event" set body = body - 'areaId' where kind = 'RISK_AREA_STAY'`,
  `update "travel_history"."event" set body = body - 'fromCountry' where kind = 'ENTRY'`,
];

/** 0009-event-retention. Only ever forward: migrations expand, and contract in a later one. */
export class EventRetention extends Migration {
  override up(): void {
    for (const sql of [
      ...addEventRetention('travel_history', 'tongma_travel'),
      ...CLEARED,
      `${EVENT} force row level security`,
    ]) {
      this.addSql(sql);
    }
  }
}
