import { decideColor, type Decision } from '../color/decide-color.ts';
import { factsOf, type Evidence } from '../color/events-to-facts.ts';
import type { Policy } from '../color/policy.ts';
import type { ColorDecision, HealthCode } from './health-code.ts';

/** What deciding a code anew came to. */
export interface Decided {
  readonly code: HealthCode;
  /** Null when state and color stay as they are. */
  readonly decision: ColorDecision | null;
  /** When time alone may change it. */
  readonly lookAgainAt: Date | null;
}

function standingOf(decision: Decision): Pick<HealthCode, 'state' | 'color'> {
  return decision.state === 'ACTIVE'
    ? { state: 'ACTIVE', color: decision.color }
    : { state: 'SUSPENDED', color: null };
}

/**
 * A code waits for its first reviewed declaration; only after that can silence suspend it, also when
 * both become known at once.
 */
function stillUnderReview(
  code: HealthCode,
  evidence: readonly Evidence[],
  decision: Decision,
): boolean {
  if (code.maskedName === null) return true;
  if (code.state !== 'UNDER_REVIEW' || decision.state !== 'SUSPENDED') return false;
  return !evidence.some(({ kind }) => kind === 'DECLARATION');
}

/**
 * Decides one code over all its evidence: the same for an event, a batch, a re-evaluation, a look
 * and a dry run. Pure; `newId` names the decision.
 */
export function decideCode(
  code: HealthCode,
  evidence: readonly Evidence[],
  policy: Policy,
  at: Date,
  newId: (region: string) => string,
): Decided {
  const found = decideColor(factsOf(evidence), policy, at);
  if (stillUnderReview(code, evidence, found)) return { code, decision: null, lookAgainAt: null };
  const { state, color } = standingOf(found);
  const lookAgainAt = found.until;
  if (state === code.state && color === code.color) return { code, decision: null, lookAgainAt };
  const { region, residentId } = code;
  const decision: ColorDecision = {
    ...{ region, id: newId(region), codeId: code.id, residentId, chunkId: null },
    ...{ fromState: code.state, fromColor: code.color, toState: state, toColor: color },
    reasons: found.reasons,
    nextSteps: found.state === 'ACTIVE' ? found.nextSteps : [],
    missing: found.state === 'SUSPENDED' ? found.missing : [],
    ...{ policyVersion: policy.version, decidedAt: at, lookAgainAt },
  };
  return { code, decision, lookAgainAt };
}
