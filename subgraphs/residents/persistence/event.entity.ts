import { defineEventRow, eventsKept } from '../../kit/events/event-row.ts';
import { ROLE, SCHEMA } from './names.ts';

/** What happened to registrations; consumed by codes. */
export const ResidentEventRow = defineEventRow(SCHEMA, ROLE, 'tongma_codes');

/** Events are kept so long. */
export const EVENTS_KEPT = eventsKept(SCHEMA);
