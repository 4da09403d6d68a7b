import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { allocateYoung } from './allocate-young.ts';
import { loaded } from './loading.ts';
import type { Log } from './log.ts';
import { OperatorError, sentenceOf } from './operator-error.ts';
import { startLeaving } from './readiness.ts';
import { traceProcess } from './tracing/trace-process.ts';

/** How long what is under way may take when a process is told to stop, in milliseconds. */
const STOP_MS = 10_000;

/** A server that is composed and does not listen yet. */
export interface ServingProcess {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly host: string;
  /** How long it goes on answering after SIGTERM while it says at `/ready` that it leaves. */
  readonly drainMs: number;
  readonly log: Log;
  /** Reads again what it can read again, at SIGHUP. Default: SIGHUP ends the process. */
  reload?(): Promise<void>;
  /** Ends what stands behind the server. */
  close(): Promise<void>;
}

async function listen({ app, port, host, log }: ServingProcess): Promise<void> {
  try {
    log.info({ address: await app.listen({ port, host }) }, 'listening');
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new OperatorError(`Port ${port} cannot be listened on (${why}).`, { cause });
  }
}

/** Ends what has been composed, whether it listens yet or not. */
async function undo({ app, close }: ServingProcess, endTraces: () => Promise<void>): Promise<void> {
  await app.close();
  await close();
  await endTraces();
}

/** Has a signal wait until what is being started can be undone, and end the process then. */
function endableStart() {
  const undone = Promise.withResolvers<undefined>();
  let told = false;
  const skip = ['uncaughtException', 'unhandledRejection', 'beforeExit'] as const;
  const options = { delay: STOP_MS, logger: false as const, skip: [...skip] };
  const signals = closeWithGrace(options, async () => {
    told = true;
    await undone.promise;
  });
  return {
    told: () => told,
    undone: () => undone.resolve(undefined),
    over: () => signals.uninstall(),
  };
}

/**
 * Runs one process of split mode: composes, listens, and stops in order on SIGTERM or SIGINT: at the
 * former it first says that it leaves, and answers on for a while. One that is told so before it
 * listens ends as soon as what it has opened is closed. What keeps it from starting is one sentence
 * on standard error and exit code 1.
 */
export async function runProcess(
  name: string,
  compose: () => Promise<ServingProcess>,
): Promise<void> {
  allocateYoung();
  const starting = endableStart();
  loaded();
  try {
    const endTraces = await traceProcess(name, process.env);
    const serving = await compose();
    if (!starting.told()) await listen(serving);
    if (starting.told()) {
      await undo(serving, endTraces);
      starting.undone();
      return;
    }
    const { app, drainMs, log } = serving;
    if (serving.reload) process.on('SIGHUP', () => void serving.reload?.());
    const delay = STOP_MS + drainMs;
    const skip = serving.reload ? (['SIGHUP'] as const) : [];
    closeWithGrace({ delay, logger: log, skip: [...skip] }, async ({ signal }) => {
      startLeaving(app);
      // Whoever stops it by hand waits for it; what sends requests to it looks at /ready first.
      if (signal === 'SIGTERM') await sleep(drainMs);
      await undo(serving, endTraces);
    });
    starting.over(); // last, so that a signal always has a listener
  } catch (error) {
    process.stderr.write(`${name}: ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}
