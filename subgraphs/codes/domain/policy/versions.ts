import type { Policy, Rule } from '../color/policy.ts';
import type { PolicyVersion } from './draft.ts';

/** Where a version stands at an instant. */
export const POLICY_STATES = ['SCHEDULED', 'IN_FORCE', 'SUPERSEDED', 'ENDED', 'WITHDRAWN'] as const;
/** One of them. */
export type PolicyState = (typeof POLICY_STATES)[number];

type Span = Pick<Policy, 'validFrom' | 'validTo'>;

function covers({ validFrom, validTo }: Span, at: Date): boolean {
  return validFrom <= at && (validTo === null || at < validTo);
}

/** What of a rule decides; its text does not. */
export type RuleTerm = Omit<Rule, 'text'>;

/** What recognition must know of a policy: when it is in force, and how old a status may be. */
export type PolicyTerm = Omit<Policy, 'rules'> & {
  /** What of its rules decides; needed to judge shared evidence. Default: not known. */
  readonly rules?: readonly RuleTerm[] | undefined;
};

/** The version of one region that is in force: the highest that covers the instant. Source: RULES.md §5.1. */
export function inForce<P extends Span & Pick<Policy, 'version'>>(
  versions: readonly P[],
  at: Date,
): P | null {
  return versions
    .filter((version) => covers(version, at))
    .reduce<P | null>((a, b) => (a && a.version > b.version ? a : b), null);
}

/** The version of a region's policy that is in force at an instant; null when there is none. */
export function policyFor<P extends PolicyTerm>(
  policies: readonly P[],
  region: string,
  at: Date,
): P | null {
  const versions = policies.filter((policy) => policy.region === region);
  return inForce(versions, at);
}

/** Where a version stands among those of its region. */
export function stateOf(
  version: PolicyVersion,
  versions: readonly PolicyVersion[],
  at: Date,
): PolicyState {
  if (version.withdrawnAt) return 'WITHDRAWN';
  if (version.validFrom > at) return 'SCHEDULED';
  if (!covers(version, at)) return 'ENDED';
  return inForce(versions, at)?.version === version.version ? 'IN_FORCE' : 'SUPERSEDED';
}

/**
 * The first instant from `now` on at which no version is in force, once the first has begun; null
 * when there is none.
 */
export function gapAfter(versions: readonly Span[], now: Date): Date | null {
  const spans = versions
    .filter(({ validFrom, validTo }) => validTo === null || validFrom < validTo)
    .sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  const first = spans[0]?.validFrom;
  if (!first) return null;
  let at = first > now ? first : now;
  for (const { validFrom, validTo } of spans) {
    if (validFrom > at) return at;
    if (validTo === null) return null;
    if (validTo > at) at = validTo;
  }
  return at;
}
