import { isNormal, type CheckInFact, type Facts, type Known } from './facts.ts';
import type { Exit } from './policy.ts';
import { dayOf, startOf } from '../../../kit/standards/shanghai-day.ts';
import { endOf, HOUR_MS, NEVER } from './spans.ts';
import type { Trigger } from './triggers.ts';

type ResultsExit = Extract<Exit, { kind: 'NOT_DETECTED_RESULTS' }>;

function known<T>(facts: Known<readonly T[]>): readonly T[] {
  return facts === 'unknown' ? [] : facts;
}

/** Instant from which a sample counts towards an exit. */
export function samplesFrom({ fromDay }: ResultsExit, { since }: Trigger): number {
  return since === NEVER ? NEVER : startOf(dayOf(since) + fromDay);
}

/**
 * The run of results NOT_DETECTED in a row that leads out, as far as it has come: the instants of
 * its samples, `count` of them when it is complete. Source: RULES.md §3.2.
 */
export function resultsRun(exit: ResultsExit, trigger: Trigger, facts: Facts, now: number) {
  const from = samplesFrom(exit, trigger);
  const after = known(facts.results)
    .map(({ sampleCollectedAt, result }) => ({ at: sampleCollectedAt.getTime(), result }))
    .filter(({ at }) => at > trigger.since && at >= from && at <= now)
    // Of two at one instant the worse is read last, so that the order of arrival decides nothing.
    .sort((a, b) => a.at - b.at || (a.result === 'DETECTED' ? 1 : -1));
  let run: number[] = [];
  for (const { at, result } of after) {
    const last = run.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (result === 'DETECTED') run = [];
    else if (at - last >= exit.hoursApart * HOUR_MS) run.push(at);
    if (run.length >= exit.count && result !== 'DETECTED') break;
  }
  return run;
}

/** Check-ins up to an instant, oldest first; of two at one instant the worse is last. */
function checkInsUpTo(facts: Facts, now: number): readonly CheckInFact[] {
  return known(facts.checkIns)
    .filter(({ at }) => at.getTime() <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || Number(isNormal(b)) - Number(isNormal(a)));
}

/**
 * The run of normal check-ins in a row that leads out, as far as it has come; one counts a Shanghai
 * day. Source: RULES.md §3.3.
 */
export function checkInsRun(count: number, { since }: Trigger, facts: Facts, now: number) {
  let run: number[] = [];
  for (const checkIn of checkInsUpTo(facts, now)) {
    const at = checkIn.at.getTime();
    if (at <= since) continue;
    const last = run.at(-1);
    if (!isNormal(checkIn)) run = [];
    else if (last === undefined || dayOf(last) !== dayOf(at)) run.push(at);
    if (run.length >= count && isNormal(checkIn)) break;
  }
  return run;
}

/** Shanghai day of the last check-in up to an instant; null when there is none. */
export function lastCheckInDay(facts: Facts, now: number): number | null {
  const last = checkInsUpTo(facts, now).at(-1);
  return last ? dayOf(last.at.getTime()) : null;
}

/**
 * When an exit was or will be taken, by what is known at `now`; {@link NEVER} while it needs more
 * than time. Source: RULES.md §3.
 */
export function exitAt(exit: Exit, trigger: Trigger, facts: Facts, now: number): number {
  switch (exit.kind) {
    case 'AFTER':
      return trigger.since === NEVER ? NEVER : endOf(trigger.since, exit);
    case 'ORDER_RELEASED':
      return trigger.releasedAt;
    case 'NORMAL_CHECK_INS':
      return checkInsRun(exit.count, trigger, facts, now)[exit.count - 1] ?? NEVER;
    case 'NOT_DETECTED_RESULTS':
      return resultsRun(exit, trigger, facts, now)[exit.count - 1] ?? NEVER;
    case 'ALL':
      if (exit.of.length === 0) return NEVER;
      return Math.max(...exit.of.map((part) => exitAt(part, trigger, facts, now)));
    case 'ANY':
      return Math.min(...exit.of.map((part) => exitAt(part, trigger, facts, now)));
  }
}
