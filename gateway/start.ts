import cluster from 'node:cluster';
import { createLog } from '../subgraphs/kit/log.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import type { ServingProcess } from '../subgraphs/kit/run-process.ts';
import { isTracing } from '../subgraphs/kit/tracing/tracing.ts';
import { gatewayConfig } from './config.ts';
import { composeGateway } from './gateway.ts';
import { createMetrics } from './metrics/metrics.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { httpClient } from './sources/http-client.ts';
import { tracedClient } from './sources/traced-client.ts';

/** A whole gateway before the four subgraphs. @throws {ConfigError} */
export async function startWhole(env: NodeJS.ProcessEnv): Promise<ServingProcess> {
  const settings = readConfig(gatewayConfig, env);
  const { port, host, drainMs, identitySigner, subgraphs } = settings;
  const { issuer, clientId, clientSecret } = settings;
  const log = createLog('gateway', settings.logLevel);
  const metrics = settings.metrics && createMetrics();
  const clients = Object.entries(subgraphs).map(([name, origin]) => {
    const client = httpClient({
      ...{ name, origin, identitySigner, log },
      onBreaker: (state) => metrics?.breaker(name, state),
    });
    const measured = metrics?.measured(client) ?? client;
    return isTracing() ? tracedClient(measured) : measured;
  });
  const gateway = await composeGateway({
    ...settings,
    ...{ clients, log, metrics: metrics ?? undefined },
    provider: { issuer, clientId, clientSecret },
  });
  if (cluster.isWorker) metrics?.share();
  const shown = metrics && cluster.isPrimary ? serveMetrics(metrics) : null;
  if (settings.metrics) await shown?.listen(settings.metrics);
  return {
    ...{ app: gateway.app, port, host, drainMs, log },
    async reload() {
      await gateway.engines.reload();
    },
    async close() {
      await gateway.close();
      await shown?.close();
    },
  };
}
