import type { Declared } from '../../kit/retention.ts';
import { ACCOUNTS_KEPT } from './account.entity.ts';
import { AGENCIES_KEPT } from './agency.entity.ts';
import { ATTEMPTS_KEPT } from './attempt.entity.ts';
import { CONSENTS_KEPT } from './consent.entity.ts';
import { CONVERSIONS_KEPT } from './conversion.entity.ts';
import { DIVISIONS_KEPT } from './division.entity.ts';
import { EVENTS_KEPT } from './event.entity.ts';
import { GUARDIAN_OFFERS_KEPT } from './guardian-offer.entity.ts';
import { KEY_RING_KEPT } from './key-ring.entity.ts';
import { PROPOSALS_KEPT } from './proposal.entity.ts';
import { RESIDENTS_KEPT } from './resident.entity.ts';

/** How long the rows of each table are kept, in the order in which they are cleared. */
export const DECLARED: readonly Declared[] = [
  ...[...CONVERSIONS_KEPT, GUARDIAN_OFFERS_KEPT, ATTEMPTS_KEPT, EVENTS_KEPT],
  ...[RESIDENTS_KEPT, CONSENTS_KEPT, ACCOUNTS_KEPT, AGENCIES_KEPT, DIVISIONS_KEPT],
  ...[KEY_RING_KEPT, PROPOSALS_KEPT],
];
