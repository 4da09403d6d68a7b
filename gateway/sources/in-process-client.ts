import { keptDocuments } from '../../subgraphs/kit/graphql/kept-documents.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Reaches a subgraph in the same process: the verified identity is passed as an object. */
export function inProcessClient(subgraph: Subgraph): SubgraphClient {
  const documentOf = keptDocuments();
  return {
    name: subgraph.name,
    execute({ query, document, ...operation }, identity) {
      return subgraph.execute({ ...operation, document: document ?? documentOf(query) }, identity);
    },
    reaches: () => subgraph.reaches(),
    close: () => Promise.resolve(),
  };
}
