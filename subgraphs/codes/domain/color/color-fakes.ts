import { basePolicy } from '../policy/base-policy.ts';
import { decideColor } from './decide-color.ts';
import type { Color } from './color.ts';
import type { Facts } from './facts.ts';
import type { Policy, RiskLevel } from './policy.ts';

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
  /** Days of July 2022 on which a normal check-in was made at noon in Shanghai. */
  readonly checkInDays?: readonly number[];
  /** Notices: last contact, and when they were withdrawn. */
  readonly contacts?: readonly (readonly [lastContactAt: string, withdrawnAt?: string])[];
  /** Times in risk areas: level, from, until (null = still there). Default: known, none. */
  readonly stays?: 'unknown' | readonly (readonly [RiskLevel, string, string | null])[];
  readonly entries?: readonly string[];
  readonly overrides?: readonly (readonly ['RELAX' | 'STRICTER', Color, string, string])[];
  /** When everything became known; default: when it happened. */
  readonly knownAt?: string;
}

const SELF = 'SELF' as const;

function checkInsOf({ checkIns = [], checkInDays = [] }: Given): Facts['checkIns'] {
  const noons = checkInDays.map((day) => {
    const at = `2022-07-${String(day).padStart(2, '0')}T04:00:00Z`;
    return { evidenceId: `check-in-${at}`, source: SELF, at: new Date(at) };
  });
  return [
    ...noons.map((one) => ({ ...one, temperature: 36.5, symptoms: [] })),
    ...checkIns.map(([at, temperature = 36.5, ...symptoms], index) => ({
      ...{ evidenceId: `check-in-${index}`, source: SELF, at: new Date(at), temperature, symptoms },
    })),
  ];
}

function staysOf({ stays = [] }: Given): Facts['stays'] {
  if (stays === 'unknown') return 'unknown';
  return stays.map(([level, from, until], index) => ({
    ...{ evidenceId: `stay-${index}`, source: SELF, level, from: new Date(from) },
    until: until === null ? null : new Date(until),
  }));
}

/** Facts of a table row. */
export function someFacts(given: Given): Facts {
  const declared = given.declared ?? [['2022-06-01T00:00:00Z']];
  const knownAt = given.knownAt === undefined ? undefined : new Date(given.knownAt);
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
            ...{ temperature: null, knownAt },
          })),
    results: results.map(({ at, result }) => ({
      ...{ evidenceId: `result-${at}`, source: 'ACCREDITED', result, knownAt },
      sampleCollectedAt: new Date(at),
    })),
    orders: (given.orders ?? []).map(([place, from, until, releasedAt], index) => ({
      ...{ evidenceId: `order-${index}`, orderId: `order-${index}`, source: 'OFFICIAL', place },
      ...{ from: new Date(from), until: new Date(until), knownAt },
      releasedAt: releasedAt === undefined ? null : new Date(releasedAt),
    })),
    checkIns: checkInsOf(given),
    contacts: (given.contacts ?? []).map(([at, withdrawnAt], index) => ({
      ...{
        evidenceId: `notice-${index}`,
        noticeId: `notice-${index}`,
        source: 'OFFICIAL',
        knownAt,
      },
      lastContactAt: new Date(at),
      withdrawnAt: withdrawnAt === undefined ? null : new Date(withdrawnAt),
    })),
    stays: staysOf(given),
    entries: (given.entries ?? []).map((at, index) => ({
      ...{ evidenceId: `entry-${index}`, source: SELF, enteredAt: new Date(at), knownAt },
    })),
    overrides: (given.overrides ?? []).map(([direction, color, from, until], index) => ({
      ...{ evidenceId: `override-${index}`, source: 'OFFICIAL', direction, color, knownAt },
      ...{ from: new Date(from), until: new Date(until) },
    })),
  };
}

/** The policy that table rows are decided under. */
export const policy = basePolicy('330000', 1, new Date('2022-01-01T00:00:00Z'));

/** A decision in short: color or what is missing, and the rules that hold. */
export function outcome(given: Given, now: string, under: Policy = policy) {
  const decision = decideColor(someFacts(given), under, new Date(now));
  const rules = decision.reasons.map(({ ruleId }) => ruleId);
  return decision.state === 'ACTIVE'
    ? { color: decision.color, rules }
    : { missing: decision.missing, rules };
}
