import type { Retained } from '../../kit/retention.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { EVENTS_KEPT } from './event.entity.ts';
import { lockStay } from './exposure-lock.ts';
import { EXPOSURES_KEPT } from './exposure.entity.ts';
import { STAYS_KEPT } from './stay.entity.ts';
import { TRIPS_KEPT } from './trip.entity.ts';
import { CONTACTS_KEPT, VISITS_KEPT } from './venue.entity.ts';

/** Tables whose rows are kept so long and no longer, in the order in which they are cleared. */
export const RETAINED: readonly Retained[] = [
  ...[STAYS_KEPT, EXPOSURES_KEPT, TRIPS_KEPT, VISITS_KEPT, CONTACTS_KEPT],
  ...EVENTS_KEPT,
];

/** Stays do not go while a run looks at them. */
export async function lockWrites(tx: Transaction, region: string): Promise<void> {
  await lockStay(await tx(), region);
}
