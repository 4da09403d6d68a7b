import { fastify } from 'fastify';
import { createLog } from '../log.ts';
import { readConfig } from '../read-config.ts';
import { serveHealth } from '../readiness.ts';
import type { ServingProcess } from '../run-process.ts';
import { mountCheckpoints } from './checkpoint-routes.ts';
import { startCheckpointer } from './checkpointer.ts';
import { checkpointConfig } from './config.ts';
import { keptCheckpoint } from './kept-checkpoint.ts';
import { witnessOf } from './witness.ts';

/** The checkpointer as a process of its own: its key is on no machine that serves or stores. */
export async function servingCheckpointer(): Promise<ServingProcess> {
  const { host, port, drainMs, keptFile, logLevel, witnessFor, ...settings } = readConfig(
    checkpointConfig,
    process.env,
  );
  const logger = createLog('checkpoint', logLevel);
  const kept = keptCheckpoint(keptFile);
  const checkpointer = await startCheckpointer({ ...settings, kept, logger });
  const app = fastify();
  serveHealth(app, { database: () => checkpointer.reaches() });
  mountCheckpoints(app, '', checkpointer, witnessOf(settings, witnessFor, `${keptFile}.witnessed`));
  return { app, port, host, drainMs, log: logger, close: () => checkpointer.close() };
}
