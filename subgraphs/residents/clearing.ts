import { retention, type RetentionParts } from '../kit/retention.ts';
import { CONVERSIONS_KEPT } from './persistence/conversion.entity.ts';

/** Deletes what was offered to other regions, or came of them, once it is over. */
export function clearing(parts: Pick<RetentionParts, 'orm' | 'now' | 'log'>) {
  return retention({ ...parts, subject: 'residents-retention', tables: CONVERSIONS_KEPT });
}
