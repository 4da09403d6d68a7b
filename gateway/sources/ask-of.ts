import type { AskSubgraph } from '../execution/federated-graph.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** How plans ask one subgraph: in the name of whoever makes the request. */
export function askOf(client: SubgraphClient): AskSubgraph {
  return async (fetch, { identity, requestId, signal, idempotencyKey }) => {
    if (!identity) throw new Error('A subgraph is asked for nobody.');
    return client.execute({ ...fetch, requestId, idempotencyKey, signal }, identity);
  };
}
