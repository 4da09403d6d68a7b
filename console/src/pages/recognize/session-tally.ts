import type { CodeLook } from '../../format/code-look.ts';
import type { Words } from './worded.ts';

/** One verdict as the session remembers it: nothing says whose it was. */
export interface Remembered {
  readonly at: Date;
  readonly look: CodeLook;
  /** Its name. */
  readonly issuer: Words | null;
}

/** Outcomes that are counted. */
export const COUNTED = ['RECOGNIZED', 'CROSS_CHECK', 'NOT_RECOGNIZED', 'STALE'] as const;
/** One outcome that is counted. */
export type Counted = (typeof COUNTED)[number];

/** Verdicts of this session: counts of all, the last ones first. */
export interface Tally {
  readonly counts: Readonly<Record<Counted, number>>;
  readonly last: readonly Remembered[];
}

const LAST_MAX = 20;

/** A session that has seen nothing. */
export const NO_VERDICTS: Tally = {
  counts: { RECOGNIZED: 0, CROSS_CHECK: 0, NOT_RECOGNIZED: 0, STALE: 0 },
  last: [],
};

/** The tally with one verdict more. */
export function counted({ counts, last }: Tally, outcome: Counted, entry: Remembered): Tally {
  return {
    counts: { ...counts, [outcome]: counts[outcome] + 1 },
    last: [entry, ...last].slice(0, LAST_MAX),
  };
}
