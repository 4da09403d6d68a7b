import { placeOfKey, RISK_LEVELS } from './area.ts';
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
  /** Keys of the areas that stand. */
  readonly areas: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The darkest level at which a list has a place, as its number; after all of them when it has not. */
function darkest(areas: ReadonlySet<string>, place: string): number {
  const at = RISK_LEVELS.findIndex((level) => areas.has(`${level}\t${place}`));
  return at < 0 ? RISK_LEVELS.length : at;
}

/** Places that are darker in some areas than in others; those alike need not be looked at. */
function countDarker(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const places = new Set<string>();
  for (const key of some) if (!others.has(key)) places.add(placeOfKey(key));
  let count = 0;
  for (const place of places) if (darkest(some, place) < darkest(others, place)) count += 1;
  return count;
}

/** Compares two lists of areas. */
export function movementOf(before: ReadonlySet<string>, after: ReadonlySet<string>): Movement {
  let common = 0;
  for (const key of after) if (before.has(key)) common += 1;
  return {
    lifted: countDarker(before, after),
    raised: countDarker(after, before),
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
