import { defineEventRow } from '../../kit/events/event-row.ts';
import { ROLE, SCHEMA } from './names.ts';

/** What was declared; consumed by codes. */
export const TravelEventRow = defineEventRow(SCHEMA, ROLE, 'tongma_codes');
