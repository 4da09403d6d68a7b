import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import type { Log } from './log.ts';
import { OperatorError, sentenceOf } from './operator-error.ts';

/** How long what is under way may take when a process is told to stop, in milliseconds. */
const STOP_MS = 10_000;

/** A server that is composed and does not listen yet. */
export interface ServingProcess {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly host: string;
  readonly log: Log;
  /** How long what is under way may take when it is told to stop, in milliseconds. Default: 10,000. */
  readonly drainMs?: number | undefined;
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

/**
 * Runs one process of split mode: composes, listens, and stops in order on SIGTERM or SIGINT. What
 * keeps it from starting is one sentence on standard error and exit code 1.
 */
export async function runProcess(
  name: string,
  compose: () => Promise<ServingProcess>,
): Promise<void> {
  try {
    const serving = await compose();
    await listen(serving);
    closeWithGrace({ delay: STOP_MS, logger: serving.log }, async () => {
      const { app, drainMs } = serving;
      if (drainMs !== undefined)
        setTimeout(() => app.server.closeAllConnections(), drainMs).unref();
      await app.close();
      await serving.close();
    });
  } catch (error) {
    process.stderr.write(`${name}: ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}
