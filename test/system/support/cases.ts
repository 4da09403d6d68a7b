/** Whether everything is tried, or the sample of every run. */
export const ALL = process.env['TONGMA_TEST_ALL'] === '1';

/** Where chance begins: drawn for each run, and printed where something fails; TONGMA_SEED repeats it. */
export const SEED = Number(process.env['TONGMA_SEED'] ?? Date.now() % 2 ** 31);

/** How often fast-check tries a property: `all` times with all tests, else `some`. Default: 1,000. */
export function cases(all: number, some = 1_000) {
  return { numRuns: ALL ? all : some, seed: SEED };
}
