/** A number of things that may be done at the same time; whoever comes later waits for a turn. */
export interface Slots {
  /**
   * Takes a slot: `undefined` when one was free, else what ends when it is this one's turn. Whoever
   * took one gives it back, once.
   * @throws as soon as the signal fires, and then no slot was taken
   */
  take(signal: AbortSignal): Promise<void> | undefined;
  /** Gives a slot back: it goes to whoever has waited longest. */
  release(): void;
}

/**
 * So many slots, given in the order in which they are asked for. Not cockatiel's bulkhead: there,
 * one whose signal fires hears of it only when its turn comes, and a newcomer can be before it.
 */
export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>(); // in order, and left from anywhere at once
  return {
    take(signal) {
      signal.throwIfAborted();
      if (free > 0) {
        free -= 1;
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(enter);
          reject(new Error('No turn came while it was waited for.', { cause: signal.reason }));
        };
        const enter = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        waiting.add(enter);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    release() {
      const [longest] = waiting;
      if (!longest) {
        free += 1;
        return;
      }
      waiting.delete(longest);
      longest();
    },
  };
}
