import { defineEventRow, eventsKept } from '../../kit/events/event-row.ts';
import type { Retained } from '../../kit/retained.ts';
import { ROLE, SCHEMA } from './names.ts';
import { IS_MOVEMENT } from './stay-event.ts';

/** What was declared; consumed by codes. */
export const TravelEventRow = defineEventRow(SCHEMA, ROLE, 'tongma_codes');

/** Events are kept so long; where somebody was no longer than that, taken in or not. */
export const EVENTS_KEPT: readonly Retained[] = [
  {
    ...{ table: `${SCHEMA}.event`, class: 'MOVEMENT', since: 'recorded_at' },
    when: IS_MOVEMENT,
  },
  eventsKept(SCHEMA),
];
