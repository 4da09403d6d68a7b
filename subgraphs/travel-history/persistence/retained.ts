import type { Declared } from '../../kit/retention.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { ATTEMPTS_KEPT } from './attempt.entity.ts';
import { BULLETINS_KEPT } from './bulletin.entity.ts';
import { EVENTS_KEPT } from './event.entity.ts';
import { lockStay } from './exposure-lock.ts';
import { EXPOSURES_KEPT, RUNS_KEPT } from './exposure.entity.ts';
import { PROPOSALS_KEPT } from './proposal.entity.ts';
import { STAYS_KEPT } from './stay.entity.ts';
import { TRIPS_KEPT } from './trip.entity.ts';
import { CONTACTS_KEPT, OUTBREAKS_KEPT, VENUES_KEPT, VISITS_KEPT } from './venue.entity.ts';

/** How long the rows of each table are kept, in the order in which they are cleared. */
export const DECLARED: readonly Declared[] = [
  ...[STAYS_KEPT, EXPOSURES_KEPT, TRIPS_KEPT, VISITS_KEPT, CONTACTS_KEPT, OUTBREAKS_KEPT],
  ...[ATTEMPTS_KEPT, ...EVENTS_KEPT],
  ...[...BULLETINS_KEPT, RUNS_KEPT, PROPOSALS_KEPT, VENUES_KEPT],
];

/** Stays do not go while a run looks at them. */
export async function lockWrites(tx: Transaction, region: string): Promise<void> {
  await lockStay(await tx(), region);
}
