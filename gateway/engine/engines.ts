import type { Log } from '../../subgraphs/kit/log.ts';
import type { Engine } from './engine.ts';
import { warm } from './warm.ts';

/** The engine that answers now. Another can take its place while requests are under way. */
export interface Engines {
  /** Does work on the engine of now, which is not stopped before the work has ended. */
  use<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  /** Whether the documents of the console have been made ready. */
  warmed(): boolean;
  /**
   * Reads the files again. What cannot be used is refused with a line in the log, and the engine
   * before goes on.
   * @returns whether another engine answers now
   */
  reload(): Promise<boolean>;
  close(): Promise<void>;
}

interface Running extends Engine {
  users: number;
  retired: boolean;
}

/** Documents of the console that the supergraph does not answer. */
class UnfitDocumentsError extends Error {
  override readonly name = 'UnfitDocumentsError';
}

const running = (engine: Engine): Running => ({ ...engine, users: 0, retired: false });

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

/**
 * Opens the engine that `read` gives, and makes the documents of the console ready while it answers
 * already. @throws what reading it throws
 */
export async function openEngines(read: () => Promise<Engine>, log: Log): Promise<Engines> {
  let current = running(await read());
  const closing = new AbortController();
  const { signal } = closing;
  let isWarmed = false;

  async function end(engine: Running): Promise<void> {
    await engine.apollo.stop().catch((err: unknown) => {
      log.error({ err }, 'an engine was not stopped in order');
    });
  }

  async function retire(engine: Running): Promise<void> {
    engine.retired = true;
    if (engine.users === 0) await end(engine);
  }

  async function readWarm(): Promise<Engine> {
    const next = await read();
    const unfit = await warm(next, signal);
    if (unfit.length === 0 && !signal.aborted) return next;
    await next.apollo.stop();
    throw new UnfitDocumentsError(`The supergraph does not answer: ${unfit.join(', ')}.`);
  }

  async function replace(): Promise<boolean> {
    try {
      const next = running(await readWarm());
      const before = current;
      current = next;
      await retire(before);
      log.warn({ documents: next.documents.size }, 'the supergraph was read again');
      return true;
    } catch (err) {
      // Of files that the operator wrote: nothing of a person stands in what is said of them.
      const why = messageOf(err).slice(0, 1_000);
      log.error({ err, why, alarm: 'NOT_RELOADED' }, 'the supergraph before goes on');
      return false;
    }
  }

  let last: Promise<unknown> = warm(current, signal).then(
    (unfit) => {
      isWarmed = true;
      if (unfit.length > 0) log.error({ unfit }, 'documents that the supergraph does not answer');
    },
    (err: unknown) => {
      log.error({ err }, 'documents were not made ready');
    },
  );

  return {
    async use(work) {
      const engine = current;
      engine.users += 1;
      try {
        return await work(engine);
      } finally {
        engine.users -= 1;
        if (engine.retired && engine.users === 0) void end(engine);
      }
    },
    warmed: () => isWarmed,
    reload() {
      const replaced = last.then(replace);
      last = replaced;
      return replaced;
    },
    async close() {
      closing.abort();
      await last;
      await end(current);
    },
  };
}
