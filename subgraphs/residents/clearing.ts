import { retention, type RetentionParts } from '../kit/retention.ts';
import { CONVERSIONS_KEPT } from './persistence/conversion.entity.ts';
import { EVENTS_KEPT } from './persistence/event.entity.ts';
import { GUARDIAN_OFFERS_KEPT } from './persistence/guardian-offer.entity.ts';

const TABLES = [...CONVERSIONS_KEPT, GUARDIAN_OFFERS_KEPT, EVENTS_KEPT];

/**
 * Deletes what was offered to other regions, or came of them, and codes by which people agree, once
 * they are over, and events that codes has.
 */
export function clearing(parts: Pick<RetentionParts, 'orm' | 'now' | 'log'>) {
  return retention({ ...parts, subject: 'residents-retention', tables: () => TABLES });
}
