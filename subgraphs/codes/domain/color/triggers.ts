import { DomainError } from '../../../kit/domain-error.ts';
import type { ReasonClass } from './decision.ts';
import type { Fact, FactKind, Facts, Known } from './facts.ts';
import type { Condition } from './policy.ts';
import { endOf } from './spans.ts';

/** A fact that makes a condition hold from `at` until `end` (exclusive; null = open). */
export interface Trigger {
  readonly fact: Fact;
  readonly kind: string;
  readonly at: Date;
  readonly end: Date | null;
  /** For an isolation order: when it was released. */
  readonly releasedAt: Date | null;
}

/** One kind of condition: what it reads and what sets it off. Adding a kind is adding one of these. */
interface ConditionKind<C extends Condition> {
  readonly reads: readonly FactKind[];
  readonly reasonClass: ReasonClass;
  triggers(condition: C, facts: Facts): Trigger[];
}

/** Unknown facts never reach a condition: decideColor suspends before. */
function known<T>(facts: Known<readonly T[]>): readonly T[] {
  if (facts === 'unknown') throw new DomainError('INTERNAL', 'A condition reads an unknown fact.');
  return facts;
}

const detectedResult: ConditionKind<Extract<Condition, { kind: 'DETECTED_RESULT' }>> = {
  reads: ['results'],
  reasonClass: 'TEST',
  triggers: ({ days }, { results }) =>
    known(results)
      .filter(({ result }) => result === 'DETECTED')
      .map((fact) => ({
        ...{ fact, kind: 'TEST_RESULT', at: fact.sampleCollectedAt, releasedAt: null },
        end: endOf(fact.sampleCollectedAt, { n: days, unit: 'DAY' }),
      })),
};

const symptom: ConditionKind<Extract<Condition, { kind: 'SYMPTOM' }>> = {
  reads: ['declarations', 'checkIns'],
  reasonClass: 'SYMPTOM',
  triggers: ({ terms, days }, { declarations, checkIns }) =>
    [
      ...known(declarations).map((fact) => ({ fact, kind: 'DECLARATION' })),
      ...known(checkIns).map((fact) => ({ fact, kind: 'CHECK_IN' })),
    ]
      .filter(({ fact }) => fact.symptoms.some((term) => terms.includes(term)))
      .map(({ fact, kind }) => ({
        ...{ fact, kind, at: fact.at, releasedAt: null },
        end: endOf(fact.at, { n: days, unit: 'DAY' }),
      })),
};

const isolationOrder: ConditionKind<Extract<Condition, { kind: 'ISOLATION_ORDER' }>> = {
  reads: ['orders'],
  reasonClass: 'CASE',
  triggers: ({ place }, { orders }) =>
    known(orders)
      .filter((order) => order.place === place)
      .map((fact) => ({
        ...{ fact, kind: 'ISOLATION_ORDER', at: fact.from },
        ...{ end: fact.until, releasedAt: fact.releasedAt },
      })),
};

// A person under an isolation order owes a check-in a day, from the order's beginning to its end.
const checkInsLapsed: ConditionKind<Extract<Condition, { kind: 'CHECK_INS_LAPSED' }>> = {
  reads: ['orders', 'checkIns'],
  reasonClass: 'CHECK_IN_LAPSED',
  triggers: ({ days }, { orders, checkIns }) => {
    const times = known(checkIns).map(({ at }) => at.getTime());
    return known(orders).flatMap((fact) => {
      const ends = [fact.until, fact.releasedAt].filter((end) => end !== null);
      const end = ends.length > 0 ? new Date(Math.min(...ends.map((at) => at.getTime()))) : null;
      return lapses(fact.from, end, times, days).map(({ at, until }) => ({
        ...{ fact, kind: 'ISOLATION_ORDER', at, end: until, releasedAt: null },
      }));
    });
  },
};

/** Times within an order in which the last check-in (or its beginning) is too long ago. */
function lapses(from: Date, end: Date | null, checkIns: readonly number[], days: number) {
  const last = end?.getTime() ?? Number.POSITIVE_INFINITY;
  const marks = [from.getTime(), ...checkIns.filter((at) => at > from.getTime() && at < last)];
  marks.sort((a, b) => a - b);
  return marks.flatMap((mark, index) => {
    const at = endOf(new Date(mark), { n: days, unit: 'DAY' });
    const until = Math.min(marks[index + 1] ?? Number.POSITIVE_INFINITY, last);
    if (at.getTime() >= until) return [];
    return [{ at, until: Number.isFinite(until) ? new Date(until) : null }];
  });
}

const KINDS: { readonly [K in Condition['kind']]: ConditionKind<Extract<Condition, { kind: K }>> } =
  {
    DETECTED_RESULT: detectedResult,
    SYMPTOM: symptom,
    ISOLATION_ORDER: isolationOrder,
    CHECK_INS_LAPSED: checkInsLapsed,
  };

/** Facts that a condition reads. */
export function factsRead(condition: Condition): readonly FactKind[] {
  return KINDS[condition.kind].reads;
}

/** Ground that a condition gives a decision. */
export function reasonClassOf(condition: Condition): ReasonClass {
  return KINDS[condition.kind].reasonClass;
}

/** Everything among the facts that sets a condition off, at whatever time. Source: RULES.md §2. */
export function triggersOf(condition: Condition, facts: Facts): Trigger[] {
  switch (condition.kind) {
    case 'DETECTED_RESULT':
      return KINDS.DETECTED_RESULT.triggers(condition, facts);
    case 'SYMPTOM':
      return KINDS.SYMPTOM.triggers(condition, facts);
    case 'ISOLATION_ORDER':
      return KINDS.ISOLATION_ORDER.triggers(condition, facts);
    case 'CHECK_INS_LAPSED':
      return KINDS.CHECK_INS_LAPSED.triggers(condition, facts);
  }
}
