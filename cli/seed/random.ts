/** A seeded source of choices: the same seed, the same people. */
export interface Choices {
  /** A whole number from 0 up to `below`, exclusive. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: small, fast, good enough to invent people with; never for secrets. */
export function seededChoices(seed: number): Choices {
  let state = seed >>> 0;
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }
  return {
    below,
    pick(list) {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new RangeError('Nothing to pick from.');
      return chosen;
    },
  };
}
