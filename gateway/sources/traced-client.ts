import { ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import { currentSpan, inSpan } from '../../subgraphs/kit/tracing/tracing.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** A client whose every question is a span. */
export function tracedClient(client: SubgraphClient): SubgraphClient {
  const start = {
    name: `ask ${client.name}`,
    kind: 'CLIENT',
    attributes: { 'tongma.subgraph': client.name },
  } as const;
  return {
    ...client,
    execute: (operation, identity) =>
      inSpan(start, async () => {
        const result = await client.execute(operation, identity);
        const code = result.errors?.[0]?.extensions?.['code'];
        const known = ERROR_CODES.find((one) => one === code);
        if (known) currentSpan()?.set({ 'tongma.outcome': known });
        return result;
      }),
  };
}
