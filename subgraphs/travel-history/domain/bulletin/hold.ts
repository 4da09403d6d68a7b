import { placeKey, rankOf, RISK_LEVELS, type ListedArea } from './area.ts';
import type { Bulletin } from './bulletin.ts';

/** Why a bulletin waits for two people. */
export const HOLD_REASONS = [
  'LIFTED_MANY',
  'RAISED_MANY',
  'SAME_INSTANT',
  'OLDER',
  'FUTURE',
  'COUNTS_CONTRADICT',
  'HOLLOW_ENTRIES',
] as const;
/** One reason to hold a bulletin. */
export type HoldReason = (typeof HOLD_REASONS)[number];

/** When a bulletin is held; all of it is configuration. Source: DESIGN.md §11. */
export interface HoldRules {
  /** More areas than this are lifted, and a larger share of all a day than `liftedShare`. */
  readonly liftedOver: number;
  readonly liftedShare: number;
  /** The same for areas that are raised. */
  readonly raisedOver: number;
  readonly raisedShare: number;
  /** Two of one instant may differ by so many areas, or by that share: a correction. */
  readonly differsOver: number;
  readonly differsShare: number;
}

/** The rules unless configuration says otherwise. Source: DESIGN.md §11. */
export const HOLD_RULES: HoldRules = {
  ...{ liftedOver: 100, liftedShare: 0.25 },
  ...{ raisedOver: 1_000, raisedShare: 1 },
  ...{ differsOver: 20, differsShare: 0.01 },
};

/** What a bulletin would change, in areas. */
export interface Movement {
  /** Places that would no longer be listed, or at a lower level. */
  readonly lifted: number;
  /** Places that would be listed anew, or at a higher level. */
  readonly raised: number;
  /** Areas that stand in one of the two lists alone. */
  readonly differing: number;
}

/** The last accepted bulletin: what a new one is compared with. */
export interface LastAccepted {
  readonly publishedAt: Date;
  readonly areas: ReadonlyMap<string, ListedArea>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The darkest rank of each place. */
function ranksOf(areas: ReadonlyMap<string, ListedArea>): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const area of areas.values()) {
    const place = placeKey(area);
    ranks.set(place, Math.max(ranks.get(place) ?? 0, rankOf(area.level)));
  }
  return ranks;
}

function countLower(some: Map<string, number>, others: Map<string, number>): number {
  let count = 0;
  for (const [place, rank] of some) if ((others.get(place) ?? 0) < rank) count += 1;
  return count;
}

/** Compares two lists of areas. */
export function movementOf(
  before: ReadonlyMap<string, ListedArea>,
  after: ReadonlyMap<string, ListedArea>,
): Movement {
  const [was, is] = [ranksOf(before), ranksOf(after)];
  let common = 0;
  for (const key of after.keys()) if (before.has(key)) common += 1;
  return {
    lifted: countLower(was, is),
    raised: countLower(is, was),
    differing: before.size + after.size - 2 * common,
  };
}

/** What is wrong with a bulletin by itself. */
function contradictions({ publishedAt, listed, stated, hollow }: Bulletin, now: Date) {
  const reasons: HoldReason[] = [];
  if (publishedAt.getTime() > now.getTime() + HOUR_MS) reasons.push('FUTURE');
  if (RISK_LEVELS.some((level) => listed[level] !== (stated[level] ?? listed[level]))) {
    reasons.push('COUNTS_CONTRADICT');
  }
  if (hollow > 0) reasons.push('HOLLOW_ENTRIES');
  return reasons;
}

/**
 * Why a bulletin is held; empty when it may be accepted at once. Pure. Source: DESIGN.md §11,
 * RULES.md §3.
 */
export function holdReasons(
  bulletin: Bulletin,
  last: LastAccepted | null,
  { lifted, raised, differing }: Movement,
  now: Date,
  rules: HoldRules = HOLD_RULES,
): HoldReason[] {
  const reasons = contradictions(bulletin, now);
  if (!last) return reasons;
  const between = bulletin.publishedAt.getTime() - last.publishedAt.getTime();
  const size = Math.max(1, last.areas.size);
  const areaDays = size * Math.max(1, Math.abs(between) / DAY_MS);
  if (lifted > rules.liftedOver && lifted / areaDays > rules.liftedShare) {
    reasons.push('LIFTED_MANY');
  }
  if (raised > rules.raisedOver && raised / areaDays > rules.raisedShare) {
    reasons.push('RAISED_MANY');
  }
  const differs = differing > rules.differsOver && differing / size > rules.differsShare;
  if (between === 0 && differs) reasons.push('SAME_INSTANT');
  if (between < 0) reasons.push('OLDER');
  return reasons;
}

/**
 * Whether a bulletin is held for nothing but how much it moves: one that may be right. All other
 * reasons say that it contradicts itself, another or the clock.
 */
export function isHeldForSizeAlone(reasons: readonly HoldReason[]): boolean {
  return (
    reasons.length > 0 &&
    reasons.every((reason) => reason === 'LIFTED_MANY' || reason === 'RAISED_MANY')
  );
}
