import { hourly, retention, type RetentionParts } from '../kit/retention.ts';
import { DECLARED } from './persistence/retained.ts';

const TABLES = hourly(DECLARED);

/** Deletes records that are kept no longer, and events that codes has. */
export function clearing(parts: Pick<RetentionParts, 'orm' | 'now' | 'log'>) {
  return retention({ ...parts, subgraph: 'health-records', tables: () => TABLES });
}
