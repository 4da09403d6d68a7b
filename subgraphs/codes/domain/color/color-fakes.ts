import { basePolicy } from '../policy/base-policy.ts';
import { decideColor } from './decide-color.ts';
import type { Facts } from './facts.ts';

/** What a table row gives: instants as RFC 3339 texts; everything else is known and empty. */
export interface Given {
  /** Declarations with their symptoms; `'unknown'`: none was reviewed. Default: one, healthy. */
  readonly declared?: 'unknown' | readonly (readonly [at: string, ...symptoms: string[]])[];
  readonly detected?: readonly string[];
  readonly notDetected?: readonly string[];
  /** Orders: place, from, until, and when they were released. */
  readonly orders?: readonly (readonly ['HOME' | 'CENTRAL', string, string, string?])[];
  /** Check-ins with their temperature. */
  readonly checkIns?: readonly (readonly [
    at: string,
    temperature?: number,
    ...symptoms: string[],
  ])[];
}

const SELF = 'SELF' as const;

/** Facts of a table row. */
export function someFacts(given: Given): Facts {
  const declared = given.declared ?? [['2022-06-01T00:00:00Z']];
  const results = [
    ...(given.detected ?? []).map((at) => ({ at, result: 'DETECTED' as const })),
    ...(given.notDetected ?? []).map((at) => ({ at, result: 'NOT_DETECTED' as const })),
  ];
  return {
    declarations:
      declared === 'unknown'
        ? 'unknown'
        : declared.map(([at, ...symptoms], index) => ({
            ...{ evidenceId: `declaration-${index}`, source: SELF, at: new Date(at), symptoms },
            temperature: null,
          })),
    results: results.map(({ at, result }) => ({
      ...{ evidenceId: `result-${at}`, source: 'ACCREDITED', result },
      sampleCollectedAt: new Date(at),
    })),
    orders: (given.orders ?? []).map(([place, from, until, releasedAt], index) => ({
      ...{ evidenceId: `order-${index}`, orderId: `order-${index}`, source: 'OFFICIAL', place },
      ...{ from: new Date(from), until: new Date(until) },
      releasedAt: releasedAt === undefined ? null : new Date(releasedAt),
    })),
    checkIns: (given.checkIns ?? []).map(([at, temperature = 36.5, ...symptoms], index) => ({
      ...{ evidenceId: `check-in-${index}`, source: SELF, at: new Date(at), temperature, symptoms },
    })),
  };
}

/** The policy that table rows are decided under. */
export const policy = basePolicy('330000', 1, new Date('2022-01-01T00:00:00Z'));

/** A decision in short: color or what is missing, and the rules that hold. */
export function outcome(given: Given, now: string) {
  const decision = decideColor(someFacts(given), policy, new Date(now));
  const rules = decision.reasons.map(({ ruleId }) => ruleId);
  return decision.state === 'ACTIVE'
    ? { color: decision.color, rules }
    : { missing: decision.missing, rules };
}
