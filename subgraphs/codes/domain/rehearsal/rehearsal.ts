/** Steps of a rehearsal, in the order in which they are played. */
export const REHEARSAL_STEPS = [
  'SPECIMEN_ISSUED',
  'SPECIMEN_KNOWN_HERE',
  'KNOWN_THERE',
  'THEIRS_KNOWN_HERE',
  'KEY_ROLLED',
  'WITHDRAWN_KEY_REFUSED',
  'ROLLBACK_REFUSED',
  'COLOR_CHANGE_SEEN_OFFLINE',
  'WITHDRAWN_CODE_REFUSED',
] as const;
/** One of them. */
export type RehearsalStepName = (typeof REHEARSAL_STEPS)[number];

/** What came of a step. NOT_DONE: it could not be done yet, and says why. */
export const REHEARSAL_OUTCOMES = ['PASSED', 'FAILED', 'NOT_DONE'] as const;
/** One of them. */
export type RehearsalOutcome = (typeof REHEARSAL_OUTCOMES)[number];

/** What came of one step of a longer way. */
export interface Step<Name extends string = string> {
  readonly step: Name;
  readonly state: RehearsalOutcome;
  readonly note: string;
  /** Milliseconds. */
  readonly took: number;
}

/** A step of a rehearsal. */
export type RehearsalStep = Step<RehearsalStepName>;

/** A rehearsal of a region's part in recognition, as it is kept; nothing else of it stays. */
export interface Rehearsal {
  readonly region: string;
  readonly id: string;
  readonly begunAt: Date;
  /** Null while it is under way. */
  readonly endedAt: Date | null;
  /** Trust list that it was played with. */
  readonly listVersion: number;
  /** Those that are over, in their order. */
  readonly steps: readonly RehearsalStep[];
  /** From `region init` to the first code that was recognized elsewhere, in ms; null before that. */
  readonly joinedAfter: number | null;
}

/** How many reports of a region are kept; the first that another stack took part in besides. */
export const REPORTS_KEPT = 10;

/** How long a rehearsal may be under way, in ms: one that takes longer was given up. */
export const REHEARSAL_MS = 10 * 60_000;

/** Whether a rehearsal began so long ago that nobody ends it any more. */
export function isGivenUp(
  { begunAt, endedAt }: Pick<Rehearsal, 'begunAt' | 'endedAt'>,
  now: Date,
): boolean {
  return endedAt === null && now.getTime() - begunAt.getTime() >= REHEARSAL_MS;
}

/** Rehearsals of regions, kept. */
export interface RehearsalStore {
  find(region: string, id: string): Promise<Rehearsal | null>;
  /** The newest one, under way or over; null when there is none. */
  newest(region: string): Promise<Rehearsal | null>;
  /** The shortest `joinedAfter` of those that are kept: the first time. Null when there is none. */
  joinedAfter(region: string): Promise<number | null>;
  /**
   * Adds one and drops reports that are kept no longer; false when it is under way as another of
   * the region is. Atomic.
   */
  add(rehearsal: Rehearsal): Promise<boolean>;
  /** Puts down how far one is that is under way; false when it is over. */
  note(of: Pick<Rehearsal, 'region' | 'id' | 'steps'>): Promise<boolean>;
  /** Ends one with its report; false when it is over. */
  end(rehearsal: Rehearsal & { readonly endedAt: Date }): Promise<boolean>;
}
