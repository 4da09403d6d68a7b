import { z } from 'zod';
import { createLog } from './log.ts';
import { readConfig } from './read-config.ts';
import type { ServingProcess } from './run-process.ts';
import { serveHttp } from './serve-http.ts';
import type { ServerConfig } from './server-config.ts';
import type { Subgraph } from './subgraph.ts';

/**
 * A subgraph as a process of its own: environment, composition, server. `compose` is the subgraph's
 * composition root; what it serves is in its subgraph.ts.
 */
export async function servingSubgraph<C extends { readonly logLevel: string }>(
  name: string,
  config: z.ZodType<C>,
  server: z.ZodType<ServerConfig>,
  compose: (config: C) => Promise<Subgraph>,
): Promise<ServingProcess> {
  // Together, so that one error names what is wrong in either.
  const settings = readConfig(z.intersection(config, server), process.env);
  const subgraph = await compose(settings);
  const log = createLog(name, settings.logLevel);
  const { port, host, drainMs, identityKey } = settings;
  const app = serveHttp(subgraph, identityKey, log);
  subgraph.routes?.(app);
  return { app, port, host, drainMs, log, close: () => subgraph.close() };
}
