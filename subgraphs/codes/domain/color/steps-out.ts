import type { NextStep } from './decision.ts';
import { checkInsRun, exitAt, lastCheckInDay, resultsRun, samplesFrom } from './exits.ts';
import type { Facts } from './facts.ts';
import type { Exit, Rule } from './policy.ts';
import { dayOf, startOf } from '../../../kit/standards/shanghai-day.ts';
import { HOUR_MS, NEVER } from './spans.ts';
import type { Standing } from './standings.ts';
import type { Trigger } from './triggers.ts';

/** A step, and the earliest instant at which it leads out; milliseconds. */
export interface PlannedStep {
  readonly step: NextStep;
  readonly done: number;
}

/** The way out of one trigger. */
export interface WayOut {
  /** When the rule is over if everything is done as early as it can be. */
  readonly done: number;
  readonly steps: readonly PlannedStep[];
}

interface Situation {
  readonly rule: Rule;
  readonly trigger: Trigger;
  readonly facts: Facts;
  readonly now: number;
}

function through(exit: Exit, situation: Situation): WayOut {
  const { rule, trigger, facts, now } = situation;
  const ruleId = rule.id;
  const taken = exitAt(exit, trigger, facts, now);
  if (taken <= now) return { done: taken, steps: [] };
  const one = (done: number, step: NextStep) => ({ done, steps: [{ step, done }] });
  switch (exit.kind) {
    case 'AFTER':
      return one(taken, { kind: 'WAIT', ruleId, until: new Date(taken) });
    case 'ORDER_RELEASED':
      return one(taken, { kind: 'RELEASE', ruleId });
    case 'NORMAL_CHECK_INS': {
      const remaining = exit.count - checkInsRun(exit.count, trigger, facts, now).length;
      const today = dayOf(now);
      const next = lastCheckInDay(facts, now) === today ? today + 1 : today;
      const done = Math.max(now, startOf(next + remaining - 1));
      return one(done, { kind: 'CHECK_IN', ruleId, remaining });
    }
    case 'NOT_DETECTED_RESULTS': {
      const run = resultsRun(exit, trigger, facts, now);
      const remaining = exit.count - run.length;
      const apart = exit.hoursApart * HOUR_MS;
      const last = run.at(-1);
      const next = Math.max(now, last === undefined ? samplesFrom(exit, trigger) : last + apart);
      const done = next + (remaining - 1) * apart;
      return one(done, {
        ...{ kind: 'NOT_DETECTED_RESULTS', ruleId, remaining, notBefore: new Date(next) },
      });
    }
    case 'ALL': {
      const parts = exit.of.map((part) => through(part, situation));
      const done = Math.max(...parts.map((part) => part.done));
      const steps = parts.flatMap((part) => part.steps);
      return { done, steps: steps.map(({ step }) => ({ step, done })) };
    }
    case 'ANY': {
      const parts = exit.of.map((part) => through(part, situation));
      const done = Math.min(...parts.map((part) => part.done));
      return { done, steps: parts.flatMap((part) => part.steps) };
    }
  }
}

/**
 * What leads out of a rule by one trigger of it. What would take longer than the rule lasts is not
 * asked: waiting is enough then.
 */
export function wayOut(rule: Rule, { trigger }: Standing, facts: Facts, now: number): WayOut {
  const ruleId = rule.id;
  if (trigger.since === NEVER) {
    return { done: NEVER, steps: [{ step: { kind: 'LEAVE_AREA', ruleId }, done: NEVER }] };
  }
  const { done, steps } = through(rule.exit, { rule, trigger, facts, now });
  const { end } = trigger;
  const inTime = steps.flatMap(({ step, done: at }): PlannedStep[] => {
    if (step.kind === 'RELEASE') return [{ step, done: Math.min(at, end) }];
    return at < end ? [{ step, done: at }] : [];
  });
  if (inTime.length > 0 || end === NEVER) return { done: Math.min(done, end), steps: inTime };
  const wait: NextStep = { kind: 'WAIT', ruleId, until: new Date(end) };
  return { done: Math.min(done, end), steps: [{ step: wait, done: end }] };
}
