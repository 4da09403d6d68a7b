import { defineEventRow } from '../../kit/events/event-row.ts';
import { ROLE, SCHEMA } from './names.ts';

/** What happened to registrations; consumed by codes. */
export const ResidentEventRow = defineEventRow(SCHEMA, ROLE, 'tongma_codes');
