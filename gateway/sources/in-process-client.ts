import { parse, type DocumentNode } from 'graphql';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Most operation texts kept parsed; query plans repeat the same few. */
const PARSED_MAX = 1_000;

/** Reaches a subgraph in the same process: the verified identity is passed as an object. */
export function inProcessClient(subgraph: Subgraph): SubgraphClient {
  const parsed = new Map<string, DocumentNode>();

  function documentOf(query: string): DocumentNode {
    const known = parsed.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    if (parsed.size >= PARSED_MAX) parsed.clear();
    parsed.set(query, document);
    return document;
  }

  return {
    name: subgraph.name,
    execute({ query, document, ...operation }, identity) {
      return subgraph.execute({ ...operation, document: document ?? documentOf(query) }, identity);
    },
    reaches: () => subgraph.reaches(),
    close: () => Promise.resolve(),
  };
}
