import type { Log } from '../../subgraphs/kit/log.ts';
import { OperatorError } from '../../subgraphs/kit/operator-error.ts';
import type { Engines } from '../engine/engines.ts';
import { createDoors } from '../http.ts';
import { createGateway } from '../server.ts';
import { httpClient } from '../sources/http-client.ts';
import type { OpenSupergraph } from './supergraph.ts';

/**
 * Composes a gateway of any supergraph without listening: the same graph, sources and door as of a
 * whole one, without whatever needs accounts. Anybody may ask; what is asked is not weighed.
 * @throws {OperatorError} when the engine does not take the supergraph
 */
export async function composeOpenGateway({ sdl, subgraphs }: OpenSupergraph, log: Log) {
  const clients = subgraphs.map(({ name, url: { origin, pathname, search } }) =>
    httpClient({ name, origin, path: `${pathname}${search}`, log }),
  );
  const close = () => Promise.all(clients.map((client) => client.close()));
  try {
    const apollo = createGateway({ supergraphSdl: sdl, clients, guard: undefined, log });
    await apollo.start();
    const engine = { apollo, documents: new Map<string, string>() };
    const engines: Pick<Engines, 'use'> = { use: (work) => work(engine) };
    const app = await createDoors({ engines, guard: undefined, checks: {}, log });
    return {
      app,
      async close() {
        await app.close();
        await apollo.stop();
        await close();
      },
    };
  } catch (cause) {
    await close();
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new OperatorError(`The supergraph cannot be served (${why}).`, { cause });
  }
}
