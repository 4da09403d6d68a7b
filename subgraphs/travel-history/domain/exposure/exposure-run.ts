/** States of a run. */
export const RUN_STATES = ['RUNNING', 'DONE'] as const;
/** One of them. */
export type RunState = (typeof RUN_STATES)[number];

/** One region's stays being held against what one bulletin changed. */
export interface ExposureRun {
  readonly region: string;
  readonly id: string;
  readonly bulletinId: string;
  readonly state: RunState;
  /** It goes on after this area, or within it after `cursorStay`; empty at the beginning. */
  readonly cursorArea: string;
  /** Null when the area at the cursor is done. */
  readonly cursorStay: string | null;
  readonly areas: number;
  readonly areasDone: number;
  readonly exposures: number;
  readonly endedAt: Date | null;
}

/** Most pairs that one transaction looks at, and so most events it writes. */
export const CHUNK_PAIRS = 1_000;
/** Most areas that one transaction looks at. */
export const CHUNK_AREAS = 500;

/** What a chunk came to. */
export interface Chunk {
  /** Ids of the areas that it looked at, in order; as many as it may = there may be more. */
  readonly areas: readonly string[];
  /** Pairs by area and stay, in that order; as many as it may take = there may be more. */
  readonly pairs: readonly { readonly areaId: string; readonly stayId: string }[];
}

/** Where a run goes on after a chunk. Pure. */
export function advanced(run: ExposureRun, chunk: Chunk, found: number, now: Date): ExposureRun {
  const { areas, pairs } = chunk;
  const exposures = run.exposures + found;
  const last = pairs.at(-1);
  if (last && pairs.length >= CHUNK_PAIRS) {
    return { ...run, cursorArea: last.areaId, cursorStay: last.stayId, exposures };
  }
  const end = areas.at(-1);
  if (end === undefined || areas.length < CHUNK_AREAS) {
    return { ...run, state: 'DONE', exposures, endedAt: now };
  }
  return { ...run, cursorArea: end, cursorStay: null, exposures };
}
