import type { DryRunCount } from '../../../kit/proposal/proposal.ts';
import { decideCode } from '../code/decide-code.ts';
import type { ColorDecision, HealthCode } from '../code/health-code.ts';
import { COLORS, type Color } from '../color/color.ts';
import { decideColor, type Reason } from '../color/decide-color.ts';
import type { Evidence } from '../color/evidence.ts';
import { factsOf } from '../color/events-to-facts.ts';
import type { Policy } from '../color/policy.ts';
import { SMALL } from '../statistics/statistics.ts';
import { estimate } from './estimate.ts';

/** How a code stands: its color, or the state of a code without one. */
export type CodeStanding = Color | 'SUSPENDED' | 'UNDER_REVIEW';

/** Codes that would change alike. */
export interface ColorChange {
  readonly from: CodeStanding;
  readonly to: CodeStanding;
  /**
   * The rule that makes the new standing, or, when the code gets better, the one that made the old;
   * null when a fact that nobody knows does.
   */
  readonly ruleId: string | null;
  readonly count: number;
}

/** What a policy would do to the codes of its region. */
export interface DryRun {
  /** Codes that were looked at. */
  readonly codes: number;
  /** Most first. */
  readonly changes: readonly ColorChange[];
  /** What part of all possible ids those codes are of, below 1; null: these are all codes. */
  readonly part: number | null;
}

/** A code with all its evidence. */
export interface CodeWithEvidence {
  readonly code: HealthCode;
  readonly evidence: readonly Evidence[];
}

/** The policies of a dry run: the one that would be in force, and the one that is. */
export interface Compared {
  readonly next: Policy;
  readonly current: Policy | null;
  /** When the next one takes effect. */
  readonly at: Date;
}

function standingOf(state: HealthCode['state'], color: Color | null): CodeStanding {
  return color ?? (state === 'UNDER_REVIEW' ? 'UNDER_REVIEW' : 'SUSPENDED');
}

function ruleFor(reasons: readonly Reason[], standing: CodeStanding): string | null {
  const gives = ({ color, reasonClass }: Reason) =>
    standing === 'SUSPENDED' ? reasonClass === 'CHECK_IN_LAPSED' : color === standing;
  return reasons.find(gives)?.ruleId ?? null;
}

/** True for a change to less: a rule that ends is named, not the green that follows. */
function getsBetter(from: CodeStanding, to: CodeStanding): boolean {
  const [before, after] = [from, to].map((one) => COLORS.findIndex((color) => color === one));
  if (before === undefined || after === undefined) return false;
  return after >= 0 && (before < 0 || after < before);
}

function changeOf(decision: ColorDecision, evidence: readonly Evidence[], compared: Compared) {
  const { fromState, fromColor, toState, toColor, reasons } = decision;
  const from = standingOf(fromState, fromColor);
  const to = standingOf(toState, toColor);
  const { current, at } = compared;
  if (!getsBetter(from, to)) return { from, to, ruleId: ruleFor(reasons, to) };
  const before = current ? decideColor(factsOf(evidence), current, at).reasons : [];
  return { from, to, ruleId: ruleFor(before, from) };
}

/**
 * Counts what a policy would do, by the very function that decides codes. What is known when it
 * runs is all it knows. Source: DESIGN.md §5, RULES.md §5.3.
 */
export function tally(compared: Compared) {
  const counts = new Map<string, ColorChange>();
  let codes = 0;
  return {
    add({ code, evidence }: CodeWithEvidence): void {
      codes += 1;
      const { decision } = decideCode(code, evidence, compared.next, compared.at, () => '');
      if (!decision) return;
      const change = changeOf(decision, evidence, compared);
      const key = JSON.stringify(change);
      counts.set(key, { ...change, count: (counts.get(key)?.count ?? 0) + 1 });
    },
    result(): Omit<DryRun, 'part'> {
      const changes = [...counts.entries()]
        .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
        .map(([, change]) => change);
      return { codes, changes };
    },
  };
}

function camel(standing: CodeStanding): string {
  return standing.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function fromTo({ from, to }: ColorChange): string {
  const target = camel(to);
  return `${camel(from)}To${target.charAt(0).toUpperCase()}${target.slice(1)}`;
}

/** Codes by what changes, then by what changes and the rule that makes it so. */
function groupsOf(changes: readonly ColorChange[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, count: number) => sums.set(name, (sums.get(name) ?? 0) + count);
  for (const change of changes) add(fromTo(change), change.count);
  for (const change of changes) {
    if (change.ruleId !== null) add(`${fromTo(change)}:${change.ruleId}`, change.count);
  }
  return sums;
}

/** Where fewer than five were found, only how many there are at most says something. */
function roughly(name: string, found: number, part: number): DryRunCount {
  const { likely, atMost } = estimate(found, part);
  return found < SMALL ? { name: `few:${name}`, count: atMost } : { name, count: likely };
}

/**
 * A dry run as a proposal carries it: codes, how many would change, from which color to which, and
 * by which rule (`greenToRed:HIGH-CENTRAL-14D`). Where not all codes were tried the numbers are
 * estimates, and `tried` is among them. Source: RULES.md §5.6.
 */
export function dryRunCounts({ codes, changes, part }: DryRun): readonly DryRunCount[] {
  const groups = [...groupsOf(changes)];
  const changed = changes.reduce((sum, { count }) => sum + count, 0);
  if (part === null) {
    return [
      ...[{ name: 'codes', count: codes }],
      ...[{ name: 'changed', count: changed }],
      ...groups.map(([name, count]) => ({ name, count })),
    ];
  }
  const { atLeast, atMost } = estimate(changed, part);
  const between = [
    { name: 'changedAtLeast', count: atLeast },
    { name: 'changedAtMost', count: atMost },
  ];
  return [
    { name: 'codes', count: Math.max(codes + 1, estimate(codes, part).likely) },
    { name: 'tried', count: codes },
    roughly('changed', changed, part),
    ...(changed < SMALL ? [] : between),
    // A change of which no code was found may still concern so many.
    { name: 'unseenAtMost', count: estimate(0, part).atMost },
    ...groups.map(([name, found]) => roughly(name, found, part)),
  ];
}
