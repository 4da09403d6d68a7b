import { defineEventRow, eventsKept } from '../../kit/events/event-row.ts';
import { ROLE, SCHEMA } from './names.ts';

/** What was recorded; consumed by codes. */
export const HealthEventRow = defineEventRow(SCHEMA, ROLE, 'tongma_codes');

/** Events are kept so long. */
export const EVENTS_KEPT = eventsKept(SCHEMA);
