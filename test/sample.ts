/** Whole sizes, as `npm run test:all` sets it; else a seeded sample of what is large. */
export const ALL = process.env['TONGMA_TEST_ALL'] === '1';

/** What samples and generated input are drawn by: `TONGMA_SEED`, which repeats a run, else the time. */
export const SEED = Number(process.env['TONGMA_SEED'] ?? Date.now() % 2 ** 31);

/** Repeatable random numbers, 0 to `below` - 1 (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** One of so many of a shuffled list, 2 = half of it; all of them with all tests. */
export function shareOf<T>(all: readonly T[], ofSoMany: number): readonly T[] {
  if (ALL) return all;
  const random = randomOf(SEED);
  const shuffled = all.map((one) => [random(2 ** 31), one] as const).sort(([a], [b]) => a - b);
  return shuffled.slice(0, Math.ceil(all.length / ofSoMany)).map(([, one]) => one);
}

/** How often fast-check tries a property: `all` times with all tests, else `some`. Default: 1,000. */
export function cases(all: number, some = 1_000): { numRuns: number; seed: number } {
  return { numRuns: ALL ? all : some, seed: SEED };
}
