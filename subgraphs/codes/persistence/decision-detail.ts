import type { DecisionDetail } from '../domain/code/health-code.ts';
import type { NextStep } from '../domain/color/decision.ts';

function stepOf(kept: NextStep): NextStep {
  const { then } = kept;
  const step = then ? { ...kept, then: { ...then, at: new Date(then.at) } } : kept;
  if (step.kind === 'WAIT') return { ...step, until: new Date(step.until) };
  if (step.kind === 'NOT_DETECTED_RESULTS') return { ...step, notBefore: new Date(step.notBefore) };
  return step;
}

/** The detail of a decision as it was saved: JSON keeps instants as text. */
export function detailOf({ reasons, nextSteps, missing }: DecisionDetail): DecisionDetail {
  return {
    reasons: reasons.map((reason) => ({
      ...reason,
      evidence: reason.evidence.map((piece) => ({ ...piece, at: new Date(piece.at) })),
      until: reason.until && new Date(reason.until),
    })),
    nextSteps: nextSteps.map(stepOf),
    missing,
  };
}
