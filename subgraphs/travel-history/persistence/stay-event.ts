import type { NewEvent } from '../../kit/events/outbox.ts';
import type { ExposedStay } from '../domain/exposure/exposure.ts';

/** Kinds of event that say that somebody was somewhere, or when. */
const MOVEMENT = ['STAY', 'RISK_AREA_STAY', 'ENTRY'];

/** Condition of such events. */
export const IS_MOVEMENT = `t.kind in (${MOVEMENT.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * The event of a stay: that the person said where they stayed, never where or when. No rule reads
 * that, and whoever keeps the event would keep a log of movements. Source: RULES.md §1.
 */
export function stayEvent(
  { region, residentId, id: stayId }: Pick<ExposedStay, 'region' | 'residentId' | 'id'>,
  id: string,
  supersedes?: string,
): NewEvent {
  const body = { source: 'SELF', stayId, ...(supersedes !== undefined && { supersedes }) };
  return { region, id, residentId, kind: 'STAY', body };
}
