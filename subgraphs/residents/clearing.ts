import { hourly, retention, type RetentionParts } from '../kit/retention.ts';
import { DECLARED } from './persistence/retained.ts';

const TABLES = hourly(DECLARED);

/**
 * Deletes what was offered to other regions, or came of them, and codes by which people agree, once
 * they are over, and events that codes has.
 */
export function clearing(parts: Pick<RetentionParts, 'orm' | 'now' | 'log'>) {
  return retention({ ...parts, subgraph: 'residents', tables: () => TABLES });
}
