import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { AggregatorRegistry } from 'prom-client';
import { createLog } from '../subgraphs/kit/log.ts';
import { sentenceOf } from '../subgraphs/kit/operator-error.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import { gatewayConfig } from './config.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';

/** Wait before another takes the place of one that ended, in milliseconds; doubled while none serves. */
const AGAIN_MS = { least: 1_000, most: 30_000 } as const;

/** Metrics of all workers together, at the one port where they are read. */
async function showMetrics(place: { readonly port: number; readonly host: string }) {
  const all = new AggregatorRegistry();
  const shown = serveMetrics({
    text: () => all.clusterMetrics(),
    contentType: all.contentType,
  });
  await shown.listen(place);
}

/** Runs workers that share the port, until it is told to stop and all have ended. */
function runWorkers(count: number, onLost: (code: number | null) => void): void {
  let stopping = false;
  let failed = false;
  let anyServed = false;
  let again: number = AGAIN_MS.least;

  const all = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const tell = (signal: NodeJS.Signals) => {
    for (const worker of all()) worker.process.kill(signal);
  };
  /** Once none is left, which is at once where all were lost and others are still to come. */
  function endIfDone(): void {
    if (stopping && all().length === 0) process.exit(failed ? 1 : 0);
  }
  function stop(signal: NodeJS.Signals): void {
    stopping = true;
    tell(signal);
    endIfDone();
  }

  cluster.on('listening', () => {
    anyServed = true;
    again = AGAIN_MS.least;
  });
  cluster.on('exit', (_worker, code, signal: NodeJS.Signals | null) => {
    if (stopping) {
      // One that was only just forked ends by the signal itself.
      failed ||= code !== 0 && signal === null;
      endIfDone();
      return;
    }
    if (!anyServed) {
      // What keeps the first from starting keeps all of them: it has said what.
      failed = true;
      stop('SIGTERM');
      return;
    }
    // What keeps another from starting, such as a database that is away, keeps no healthy one from serving.
    onLost(code);
    void sleep(again).then(() => (stopping ? undefined : cluster.fork()));
    again = Math.min(2 * again, AGAIN_MS.most);
  });
  process.on('SIGHUP', () => {
    tell('SIGHUP');
  });
  process.on('SIGTERM', () => {
    stop('SIGTERM');
  });
  process.on('SIGINT', () => {
    // From a terminal the workers have had it too; a second one would end them at once.
    if (!process.stdin.isTTY) tell('SIGINT');
    stopping = true;
    endIfDone();
  });
  for (let number = 0; number < count; number += 1) cluster.fork();
}

/**
 * Has a gateway run as several workers if it is told so: one process serves on one processor.
 * @returns whether this process only watches over workers, and serves nothing itself
 */
export async function watchesWorkers(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (!cluster.isPrimary) return false;
  try {
    const { workers, metrics, logLevel } = readConfig(gatewayConfig, env);
    if (workers === 1) return false;
    const log = createLog('gateway', logLevel);
    if (metrics) await showMetrics(metrics);
    runWorkers(workers, (code) => {
      log.error({ code, alarm: 'WORKER_LOST' }, 'a worker ended; another takes its place');
    });
    return true;
  } catch (error) {
    process.stderr.write(`gateway: ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}
