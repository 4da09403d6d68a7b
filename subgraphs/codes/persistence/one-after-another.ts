/** When the batches of a loader go, and how each is done. */
export interface BatchTurns {
  /** `batchScheduleFn` of a DataLoader. */
  readonly schedule: (flush: () => void) => void;
  /** Does one batch, and has the next go when it is done. */
  run<T>(batch: () => Promise<T>): Promise<T>;
}

/**
 * Lets few batches be under way at a time: what is asked for meanwhile goes together in the next. The
 * busier it is the larger the batches are, and a batch costs little more than one of it; when it is not
 * busy nothing waits. One that takes longer than `slowMs` holds up nothing any more.
 */
export function oneAfterAnother(atOnce: number, slowMs: number): BatchTurns {
  let running = 0;
  const held: (() => void)[] = [];
  return {
    // In the next turn: whatever else is asked for in this one comes along.
    schedule(flush) {
      if (running < atOnce) setImmediate(flush);
      else held.push(flush);
    },
    async run(batch) {
      running += 1;
      let counts = true;
      const over = () => {
        if (!counts) return;
        counts = false;
        running -= 1;
        const next = held.shift();
        if (next) setImmediate(next);
      };
      const slow = setTimeout(over, slowMs);
      try {
        return await batch();
      } finally {
        clearTimeout(slow);
        over();
      }
    },
  };
}
