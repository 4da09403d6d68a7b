import { DomainError } from '../../../kit/domain-error.ts';
import { startOfShanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import type { NextStep } from './decision.ts';
import { isNormal, type Facts, type Known } from './facts.ts';
import type { Exit } from './policy.ts';
import { endOf, HOUR_MS } from './spans.ts';
import type { Trigger } from './triggers.ts';

/** How an exit stands for one trigger at an instant. */
export interface ExitStanding {
  /** When the exit was or will be taken by what is known now; null = not by time alone. */
  readonly at: Date | null;
  /** What the person can do; empty when the exit is taken or needs only waiting. */
  readonly steps: readonly NextStep[];
}

function known<T>(facts: Known<readonly T[]>): readonly T[] {
  return facts === 'unknown' ? [] : facts;
}

/** The instant of the `count`-th result of a run of not-detected ones, `hoursApart` from each other. */
function notDetectedRun(
  exit: Extract<Exit, { kind: 'NOT_DETECTED_RESULTS' }>,
  trigger: Trigger,
  facts: Facts,
  now: Date,
) {
  const notBefore = startOfShanghaiDay(trigger.at, exit.fromDay);
  const after = known(facts.results)
    .filter(({ sampleCollectedAt: at }) => at > trigger.at && at >= notBefore && at <= now)
    .sort((a, b) => a.sampleCollectedAt.getTime() - b.sampleCollectedAt.getTime());
  let run: Date[] = [];
  for (const { sampleCollectedAt, result } of after) {
    if (result === 'DETECTED') {
      run = [];
      continue;
    }
    const last = run.at(-1);
    const gap = last ? sampleCollectedAt.getTime() - last.getTime() : Number.POSITIVE_INFINITY;
    if (gap >= exit.hoursApart * HOUR_MS) run.push(sampleCollectedAt);
    if (run.length === exit.count) break;
  }
  const last = run.at(-1);
  const next = last ? new Date(last.getTime() + exit.hoursApart * HOUR_MS) : notBefore;
  return { run, next: next > now ? next : now };
}

/** How an exit stands. Pure; what happened after `now` is not known yet. Source: RULES.md §3. */
export function exitStanding(
  exit: Exit,
  ruleId: string,
  trigger: Trigger,
  facts: Facts,
  now: Date,
): ExitStanding {
  switch (exit.kind) {
    case 'AFTER': {
      const at = endOf(trigger.at, exit);
      return { at, steps: at > now ? [{ kind: 'WAIT', ruleId, until: at }] : [] };
    }
    case 'ORDER_RELEASED': {
      const at = trigger.releasedAt;
      return { at, steps: at && at <= now ? [] : [{ kind: 'RELEASE', ruleId }] };
    }
    case 'NORMAL_CHECK_INS': {
      const { count } = exit;
      const later = known(facts.checkIns)
        .filter(({ at }) => at > trigger.at && at <= now)
        .sort((a, b) => a.at.getTime() - b.at.getTime());
      const firstAbnormal = later.findLastIndex((checkIn) => !isNormal(checkIn));
      const normal = later.slice(firstAbnormal + 1);
      const done = normal[count - 1]?.at ?? null;
      const remaining = count - normal.length;
      return { at: done, steps: done ? [] : [{ kind: 'CHECK_IN', ruleId, remaining }] };
    }
    case 'NOT_DETECTED_RESULTS': {
      const { run, next } = notDetectedRun(exit, trigger, facts, now);
      const done = run[exit.count - 1] ?? null;
      const remaining = exit.count - run.length;
      const step: NextStep = { kind: 'NOT_DETECTED_RESULTS', ruleId, remaining, notBefore: next };
      return { at: done, steps: done ? [] : [step] };
    }
    case 'ALL':
    case 'ANY': {
      const parts = exit.of.map((part) => exitStanding(part, ruleId, trigger, facts, now));
      return exit.kind === 'ALL' ? allOf(parts) : anyOf(parts, now);
    }
  }
  throw new DomainError('INTERNAL', 'An exit of an unknown kind.');
}

function allOf(parts: readonly ExitStanding[]): ExitStanding {
  const times = parts.map(({ at }) => at);
  const open = times.includes(null);
  const last = Math.max(...times.map((at) => at?.getTime() ?? 0));
  return {
    at: open || parts.length === 0 ? null : new Date(last),
    steps: parts.flatMap(({ steps }) => steps),
  };
}

function anyOf(parts: readonly ExitStanding[], now: Date): ExitStanding {
  const times = parts.flatMap(({ at }) => (at ? [at.getTime()] : []));
  const at = times.length > 0 ? new Date(Math.min(...times)) : null;
  return { at, steps: at && at <= now ? [] : parts.flatMap(({ steps }) => steps) };
}
