import type { Exit } from '../color/policy.ts';
import { SYMPTOM_TERMS, type SymptomTerm } from '../color/symptom.ts';
import type { RuleTerm } from '../policy/versions.ts';
import type { Agreement } from '../recognition/agreement.ts';

/** Kinds of date that regions share of a person, each a day at most; closed list. */
export const SHARED_KINDS = [
  'NOT_DETECTED',
  'DETECTED',
  'HIGH_STAY',
  'MEDIUM_STAY',
  'LOW_STAY',
  'CONTACT',
  'ENTRY',
  'SYMPTOM',
  'HOME_ORDER',
  'CENTRAL_ORDER',
  'STRICTER_OVERRIDE',
] as const;
/** One of them. */
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What a receiver reads of an issuer's people: nothing else is shared with it. */
export interface EvidenceNeeds {
  /**
   * How many days back a date of a kind matters. What has an end of its own matters until then; an
   * order that was released only where this is more than 0.
   */
  readonly days: ReadonlyMap<SharedKind, number>;
  /** Symptoms that count. */
  readonly symptoms: readonly SymptomTerm[];
}

interface Need {
  readonly kind: SharedKind;
  readonly days: number;
}

/** Nobody is held by what was longer ago. */
const ENDLESS = 90;

/** Whether this way out is taken at the latest when an order is released. */
function isTakenByRelease(exit: Exit): boolean {
  if (exit.kind === 'ANY') return exit.of.some(isTakenByRelease);
  if (exit.kind === 'ALL') return exit.of.length > 0 && exit.of.every(isTakenByRelease);
  return exit.kind === 'ORDER_RELEASED';
}

function needOf({ condition, exit }: RuleTerm): Need | null {
  switch (condition.kind) {
    case 'DETECTED_RESULT':
      return { kind: 'DETECTED', days: condition.days };
    case 'RISK_AREA_STAY':
      return { kind: `${condition.level}_STAY`, days: condition.days };
    case 'CONTACT_NOTICE':
      return { kind: 'CONTACT', days: condition.days };
    case 'ENTRY_FROM_ABROAD':
      return { kind: 'ENTRY', days: condition.days };
    case 'SYMPTOM':
      return { kind: 'SYMPTOM', days: condition.days };
    case 'ISOLATION_ORDER':
      return { kind: `${condition.place}_ORDER`, days: isTakenByRelease(exit) ? 0 : ENDLESS };
    case 'OVERRIDE':
      return { kind: 'STRICTER_OVERRIDE', days: 0 };
    case 'CHECK_INS_LAPSED':
      return null; // owed where a person is registered: the issuer suspends the code
  }
}

/** Whether one result alone can be a part of this way out; of more, the last one says too little. */
function readsOneResult(exit: Exit): boolean {
  if (exit.kind === 'ALL' || exit.kind === 'ANY') return exit.of.some(readsOneResult);
  return exit.kind === 'NOT_DETECTED_RESULTS' && exit.count === 1;
}

function needsOfRule(rule: RuleTerm): readonly Need[] {
  const need = needOf(rule);
  if (!need || !readsOneResult(rule.exit)) return need ? [need] : [];
  // A result that detected the virus begins the row anew.
  const days = need.days || ENDLESS;
  return [need, { kind: 'NOT_DETECTED', days }, { kind: 'DETECTED', days }];
}

/**
 * What an agreement makes necessary: the kinds that its conditions read and, in the mode
 * SHARED_DATA, those that the receiver's rules read. Source: DESIGN.md §6, RULES.md §9.1.
 */
export function needsOf(
  { mode, conditions }: Pick<Agreement, 'mode' | 'conditions'>,
  rules: readonly RuleTerm[],
): EvidenceNeeds {
  const read = mode === 'SHARED_DATA' ? rules : [];
  const asked = conditions.map(({ hours }): Need => ({
    kind: 'NOT_DETECTED',
    days: Math.ceil(hours / 24),
  }));
  const days = new Map<SharedKind, number>();
  for (const need of [...asked, ...read.flatMap(needsOfRule)]) {
    days.set(need.kind, Math.max(need.days, days.get(need.kind) ?? 0));
  }
  const terms = new Set(
    read.flatMap(({ condition }) => (condition.kind === 'SYMPTOM' ? condition.terms : [])),
  );
  return { days, symptoms: SYMPTOM_TERMS.filter((term) => terms.has(term)) };
}

/** Whether what is shared holds everything that is needed, as far back. */
export function covers(shared: EvidenceNeeds, needed: EvidenceNeeds): boolean {
  const terms: ReadonlySet<string> = new Set(shared.symptoms);
  return (
    [...needed.days].every(([kind, days]) => (shared.days.get(kind) ?? -1) >= days) &&
    needed.symptoms.every((term) => terms.has(term))
  );
}
