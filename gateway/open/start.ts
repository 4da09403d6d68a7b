import { createLog } from '../../subgraphs/kit/log.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import type { ServingProcess } from '../../subgraphs/kit/run-process.ts';
import { openConfig } from './config.ts';
import { composeOpenGateway } from './gateway.ts';

/** A gateway's own process that serves any other supergraph. @throws {ConfigError, OperatorError} */
export async function startOpen(env: NodeJS.ProcessEnv): Promise<ServingProcess> {
  const { supergraph, logLevel, ...place } = readConfig(openConfig, env);
  const log = createLog('gateway', logLevel);
  const { app, close } = await composeOpenGateway(supergraph, log);
  return { app, close, log, ...place };
}
