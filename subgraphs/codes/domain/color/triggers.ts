import { DomainError } from '../../../kit/domain-error.ts';
import type { Color } from './color.ts';
import type { ReasonClass } from './decision.ts';
import type { Fact, FactKind, Facts, Known } from './facts.ts';
import type { Condition } from './policy.ts';
import { endOf, NEVER } from './spans.ts';

/** A fact that makes a condition hold. Instants are milliseconds, {@link NEVER} where there is none. */
export interface Trigger {
  readonly fact: Fact;
  /** Kind of the evidence. */
  readonly kind: string;
  /** When the fact happened, as a reason cites it. */
  readonly happenedAt: number;
  /** The condition holds from then … */
  readonly at: number;
  /** … until then, if no exit is taken before; exclusive. */
  readonly end: number;
  /** Exits count from then; never while it goes on without an end. */
  readonly since: number;
  /** For an isolation order: when it was released. */
  readonly releasedAt: number;
  /** For an override: the color it names. */
  readonly color: Color | null;
  /** For an override: true when it makes a code no darker than its color. */
  readonly relaxes: boolean;
}

/** One kind of condition: what it reads and what sets it off. Adding a kind is adding one of these. */
interface ConditionKind<C extends Condition> {
  readonly reads: readonly FactKind[];
  readonly reasonClass: ReasonClass;
  triggers(condition: C, facts: Facts): Trigger[];
}

type OfKind<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** Unknown facts never reach a condition: decideColor suspends before. */
function known<T>(facts: Known<readonly T[]>): readonly T[] {
  if (facts === 'unknown') throw new DomainError('INTERNAL', 'A condition reads an unknown fact.');
  return facts;
}

function trigger(fact: Fact, kind: string, from: Date, more: Partial<Trigger> = {}): Trigger {
  const at = from.getTime();
  const nothing = { end: NEVER, releasedAt: NEVER, color: null, relaxes: false };
  return { fact, kind, happenedAt: at, at, since: at, ...nothing, ...more };
}

function days(from: Date, n: number): number {
  return endOf(from.getTime(), { n, unit: 'DAY' });
}

const KINDS: { readonly [K in Condition['kind']]: ConditionKind<OfKind<K>> } = {
  DETECTED_RESULT: {
    ...{ reads: ['results'], reasonClass: 'TEST' },
    triggers: (condition, { results }) =>
      known(results)
        .filter(({ result }) => result === 'DETECTED')
        .map((fact) => {
          const at = fact.sampleCollectedAt;
          return trigger(fact, 'TEST_RESULT', at, { end: days(at, condition.days) });
        }),
  },
  RISK_AREA_STAY: {
    ...{ reads: ['stays'], reasonClass: 'RISK_AREA' },
    triggers: ({ level, days: n }, { stays }) =>
      known(stays)
        .filter(({ level: of, from, until }) => of === level && (until === null || until > from))
        .map((fact) => {
          const since = fact.until?.getTime() ?? NEVER;
          const end = fact.until ? days(fact.until, n) : NEVER;
          return trigger(fact, 'RISK_AREA_STAY', fact.from, { since, end });
        }),
  },
  CONTACT_NOTICE: {
    ...{ reads: ['contacts'], reasonClass: 'CONTACT' },
    triggers: (condition, { contacts }) =>
      known(contacts).map((fact) => {
        const at = fact.lastContactAt;
        const withdrawnAt = fact.withdrawnAt?.getTime() ?? NEVER;
        const end = Math.min(days(at, condition.days), withdrawnAt);
        return trigger(fact, 'CONTACT_NOTICE', at, { end });
      }),
  },
  ISOLATION_ORDER: {
    ...{ reads: ['orders'], reasonClass: 'CASE' },
    triggers: ({ place }, { orders }) =>
      known(orders)
        .filter((order) => order.place === place)
        .map((fact) =>
          trigger(fact, 'ISOLATION_ORDER', fact.from, {
            end: fact.until?.getTime() ?? NEVER,
            releasedAt: fact.releasedAt?.getTime() ?? NEVER,
          }),
        ),
  },
  SYMPTOM: {
    ...{ reads: ['declarations', 'checkIns'], reasonClass: 'SYMPTOM' },
    triggers: ({ terms, days: n }, { declarations, checkIns }) => {
      const named: ReadonlySet<string> = new Set(terms);
      return [
        ...known(declarations).map((fact) => ({ fact, kind: 'DECLARATION' })),
        ...known(checkIns).map((fact) => ({ fact, kind: 'CHECK_IN' })),
      ]
        .filter(({ fact }) => fact.symptoms.some((term) => named.has(term)))
        .map(({ fact, kind }) => trigger(fact, kind, fact.at, { end: days(fact.at, n) }));
    },
  },
  ENTRY_FROM_ABROAD: {
    ...{ reads: ['entries'], reasonClass: 'ENTRY' },
    triggers: (condition, { entries }) =>
      known(entries).map((fact) => {
        const at = fact.enteredAt;
        return trigger(fact, 'ENTRY', at, { end: days(at, condition.days) });
      }),
  },
  // Set off by what the other rules give: see duty.ts.
  CHECK_INS_LAPSED: {
    ...{ reads: ['checkIns'], reasonClass: 'CHECK_IN_LAPSED' },
    triggers: () => [],
  },
  OVERRIDE: {
    ...{ reads: ['overrides'], reasonClass: 'OVERRIDE' },
    triggers: (_, { overrides }) =>
      known(overrides).map((fact) => {
        const { color, from, until } = fact;
        const relaxes = fact.direction === 'RELAX';
        return trigger(fact, 'OVERRIDE', from, { end: until.getTime(), color, relaxes });
      }),
  },
};

/** Facts that a condition reads. */
export function factsRead(condition: Condition): readonly FactKind[] {
  return KINDS[condition.kind].reads;
}

/** Ground that a condition gives a decision. */
export function reasonClassOf(condition: Condition): ReasonClass {
  return KINDS[condition.kind].reasonClass;
}

/**
 * Everything among the facts that sets a condition off, at whatever time; what lapsed check-ins do
 * depends on the other rules, and is not among it. Source: RULES.md §2.
 */
export function triggersOf(condition: Condition, facts: Facts): Trigger[] {
  switch (condition.kind) {
    case 'DETECTED_RESULT':
      return KINDS.DETECTED_RESULT.triggers(condition, facts);
    case 'RISK_AREA_STAY':
      return KINDS.RISK_AREA_STAY.triggers(condition, facts);
    case 'CONTACT_NOTICE':
      return KINDS.CONTACT_NOTICE.triggers(condition, facts);
    case 'ISOLATION_ORDER':
      return KINDS.ISOLATION_ORDER.triggers(condition, facts);
    case 'SYMPTOM':
      return KINDS.SYMPTOM.triggers(condition, facts);
    case 'ENTRY_FROM_ABROAD':
      return KINDS.ENTRY_FROM_ABROAD.triggers(condition, facts);
    case 'CHECK_INS_LAPSED':
      return [];
    case 'OVERRIDE':
      return KINDS.OVERRIDE.triggers(condition, facts);
  }
}
