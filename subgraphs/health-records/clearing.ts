import { retention, type RetentionParts } from '../kit/retention.ts';
import { EVENTS_KEPT } from './persistence/event.entity.ts';

const TABLES = [EVENTS_KEPT];

/** Deletes events that codes has. */
export function clearing(parts: Pick<RetentionParts, 'orm' | 'now' | 'log'>) {
  return retention({ ...parts, subject: 'health-records-retention', tables: () => TABLES });
}
