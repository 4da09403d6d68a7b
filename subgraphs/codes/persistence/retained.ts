import type { Declared } from '../../kit/retention.ts';
import type { EvidenceReach } from '../domain/policy/evidence-reach.ts';
import { AGREEMENTS_KEPT } from './agreement.entity.ts';
import { ATTEMPTS_KEPT } from './attempt.entity.ts';
import { TOKENS_KEPT } from './code-token.entity.ts';
import { DECISIONS_KEPT } from './color-decision.entity.ts';
import { CHUNKS_KEPT } from './decision-chunk.entity.ts';
import { evidenceKept } from './evidence-kept.ts';
import { CODES_KEPT } from './health-code.entity.ts';
import { KEY_WITHDRAWALS_KEPT } from './key-withdrawal.entity.ts';
import { POLICY_DRAFTS_KEPT } from './policy-draft.entity.ts';
import { PROPOSALS_KEPT } from './proposal.entity.ts';
import { REEVALUATIONS_KEPT } from './reevaluation.entity.ts';
import { REFERENCE_KEPT } from './reference.entity.ts';
import { REHEARSALS_KEPT } from './rehearsal.entity.ts';
import { SET_ASIDE_KEPT } from './set-aside.entity.ts';
import { LISTS_KEPT } from './signed-list.entity.ts';
import { COUNTS_KEPT } from './verification-count.entity.ts';

/**
 * How long the rows of each table are kept at an instant, in the order in which they are cleared:
 * evidence as far as rules reach.
 */
export function declared(reach: EvidenceReach, now: Date): readonly Declared[] {
  return [
    ...[COUNTS_KEPT, ...evidenceKept(reach, now), SET_ASIDE_KEPT, ATTEMPTS_KEPT],
    ...[DECISIONS_KEPT, CHUNKS_KEPT],
    ...[CODES_KEPT, TOKENS_KEPT, LISTS_KEPT, KEY_WITHDRAWALS_KEPT],
    ...[...REFERENCE_KEPT, ...AGREEMENTS_KEPT, POLICY_DRAFTS_KEPT, PROPOSALS_KEPT],
    ...[REEVALUATIONS_KEPT, REHEARSALS_KEPT],
  ];
}
