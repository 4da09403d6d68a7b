import type { Log } from './log.ts';

/** What is done again and again. */
export interface Repeated {
  /** Ends when what is under way has ended. */
  stop(): Promise<void>;
}

/** How work is repeated. */
export interface Repeating {
  /** Milliseconds from one turn to the next. */
  readonly ms: number;
  /** Whether the first turn comes at once. Default: after `ms`. */
  readonly atOnce?: boolean;
  readonly log: Log;
  /** What the log says when a turn fails; the next one comes all the same. */
  readonly failed: string;
}

/**
 * Does work every so often until it is stopped, never twice at once: a turn that comes while the last
 * one is under way is left out. No process stays alive for it.
 */
export function every(
  { ms, atOnce = false, log, failed }: Repeating,
  work: () => Promise<unknown>,
): Repeated {
  let running: Promise<void> | null = null;
  async function turn(): Promise<void> {
    try {
      await work();
    } catch (err) {
      log.error({ err }, failed);
    }
  }
  const begin = () => {
    running ??= turn().finally(() => {
      running = null;
    });
  };
  const timer = setInterval(begin, ms);
  timer.unref();
  if (atOnce) begin();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
