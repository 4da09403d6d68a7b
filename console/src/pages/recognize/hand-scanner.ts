/** Keys that came fast after each other so far. */
export interface Burst {
  readonly text: string;
  /** When the last of them came, in milliseconds. */
  readonly at: number;
}

/** What a key means for the hand scanner. */
export interface Keyed {
  readonly burst: Burst;
  /** The key belongs to a scan: nothing else may act on it. */
  readonly taken: boolean;
  /** The text, when the key ended a scan. */
  readonly text: string | null;
}

/** No burst yet. */
export const NO_BURST: Burst = { text: '', at: Number.NEGATIVE_INFINITY };

/** People leave more time between keys, scanners at most 20 ms. */
const GAP_MS = 60;
/** From this key on it is no person; the keys before it act on nothing by themselves. */
const SURE = 3;
/** A shorter text is no code. */
const SHORTEST = 6;

/**
 * Tells a hand scanner, which types a code and ends with Enter, from a person. `key` is
 * `KeyboardEvent.key`; keys without a character, such as Shift, change nothing.
 */
export function keyed(before: Burst, key: string, at: number): Keyed {
  const fast = at - before.at <= GAP_MS;
  if (key === 'Enter') {
    const ends = fast && before.text.length >= SHORTEST;
    return { burst: NO_BURST, taken: ends, text: ends ? before.text : null };
  }
  if (key.length !== 1) return { burst: before, taken: false, text: null };
  const burst = { text: fast ? before.text + key : key, at };
  return { burst, taken: burst.text.length >= SURE, text: null };
}
