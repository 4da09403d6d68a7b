import type { KeyObject } from 'node:crypto';
import closeWithGrace from 'close-with-grace';
import type { z } from 'zod';
import { createLog } from './log.ts';
import { readConfig } from './read-config.ts';
import { serveHttp } from './serve-http.ts';
import type { Subgraph } from './subgraph.ts';

/**
 * Entry of a subgraph's own process: environment, composition, listening, stop on SIGTERM.
 * `compose` is the subgraph's composition root; what it serves is in its subgraph.ts.
 */
export async function runSubgraph<C extends { readonly logLevel: string }>(
  config: z.ZodType<C>,
  serverConfig: z.ZodType<{ readonly port: number; readonly identityKey: KeyObject }>,
  compose: (config: C) => Promise<Subgraph>,
): Promise<void> {
  const settings = readConfig(config, process.env);
  const { port, identityKey } = readConfig(serverConfig, process.env);
  const subgraph = await compose(settings);
  const app = serveHttp(subgraph, identityKey, createLog(subgraph.name, settings.logLevel));
  await app.listen({ port, host: '127.0.0.1' });
  closeWithGrace({ delay: 10_000 }, async () => {
    await app.close();
    await subgraph.close();
  });
}
