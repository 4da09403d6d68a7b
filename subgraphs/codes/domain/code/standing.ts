import { decideColor, type NextStep, type Reason } from '../color/decide-color.ts';
import { factsOf, type Evidence } from '../color/events-to-facts.ts';
import type { Policy } from '../color/policy.ts';
import type { HealthCode } from './health-code.ts';

/** Why a code is as it is and what leads out, as its facts stand now. */
export interface Standing {
  readonly region: string;
  readonly policyVersion: number;
  readonly reasons: readonly Reason[];
  readonly nextSteps: readonly NextStep[];
  readonly missing: readonly string[];
}

/** What it is read from. */
export interface StandingPorts {
  readonly evidenceOf: (code: HealthCode) => Promise<readonly Evidence[]>;
  /** The version in force; null when the region has published none. */
  readonly policyInForce: (region: string, at: Date) => Policy | null;
  readonly now: () => Date;
}

/**
 * How a code stands now. A decision is written when the color changes; between two of them steps
 * are done and reasons come and go. Null while the code waits for its decision: what holds is never
 * explained by what is not decided yet.
 */
export function standingOf({ evidenceOf, policyInForce, now }: StandingPorts) {
  return async (code: HealthCode): Promise<Standing | null> => {
    const at = now();
    const policy = policyInForce(code.region, at);
    if (!policy || code.decidedAt === null) return null;
    const decision = decideColor(factsOf(await evidenceOf(code)), policy, at);
    const common = { region: code.region, policyVersion: policy.version };
    if (decision.state !== code.state) return null;
    if (decision.state === 'SUSPENDED') {
      return { ...common, reasons: decision.reasons, nextSteps: [], missing: decision.missing };
    }
    if (decision.color !== code.color) return null;
    const { reasons, nextSteps } = decision;
    return { ...common, reasons, nextSteps, missing: [] };
  };
}
