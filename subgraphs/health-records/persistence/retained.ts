import type { Declared } from '../../kit/retention.ts';
import { ATTEMPTS_KEPT } from './attempt.entity.ts';
import { EVENTS_KEPT } from './event.entity.ts';
import { OPENED_KEPT } from './opened-record.entity.ts';
import { EVIDENCE_KEPT, SELF_REPORTS_KEPT } from './record.entity.ts';
import { SUBMISSIONS_KEPT } from './submission.entity.ts';

/** How long the rows of each table are kept, in the order in which they are cleared. */
export const DECLARED: readonly Declared[] = [
  ...SELF_REPORTS_KEPT,
  ...EVIDENCE_KEPT,
  ...SUBMISSIONS_KEPT,
  ...[OPENED_KEPT, ATTEMPTS_KEPT, EVENTS_KEPT],
];
