/** What came of one step of a longer way. */
export interface Step {
  readonly step: string;
  /** NOT_DONE: it could not be done yet, and says why. */
  readonly state: 'PASSED' | 'FAILED' | 'NOT_DONE';
  readonly note: string;
  /** Milliseconds. */
  readonly took: number;
}

/** What a step gives: a note, or that it cannot be done yet. */
export type Outcome = string | { readonly notDone: string };

/** Runs a step and takes its time; what it throws makes it FAILED. */
export async function stepOf(step: string, run: () => Promise<Outcome> | Outcome): Promise<Step> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const outcome = await run();
    if (typeof outcome === 'string') return { step, state: 'PASSED', note: outcome, took: took() };
    return { step, state: 'NOT_DONE', note: outcome.notDone, took: took() };
  } catch (error) {
    const note = error instanceof Error ? error.message : 'failed';
    return { step, state: 'FAILED', note, took: took() };
  }
}

/** Rows as columns of one width each. */
export function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
