import type { Step } from '../domain/rehearsal/rehearsal.ts';

export type { Step } from '../domain/rehearsal/rehearsal.ts';

/** What a step gives: a note, or that it cannot be done yet. */
export type Outcome = string | { readonly notDone: string };

/** Runs a step and takes its time; what it throws makes it FAILED. */
export async function stepOf<Name extends string>(
  step: Name,
  run: () => Promise<Outcome> | Outcome,
): Promise<Step<Name>> {
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
