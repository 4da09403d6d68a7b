// Baseline: Hive Gateway over the subgraphs as processes of their own, with its in-flight
// de-duplication off. JavaScript, because its package is there only once the benchmark has run.
// Environment: PORT, SUPERGRAPH (file), IDENTITY_KEY.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { IDENTITY_HEADER } from '../../../subgraphs/kit/serve-http.ts';
import { identityHeaderFor } from './asked-identity.ts';
import { identityHeaders } from './identity.ts';

const identityOf = await identityHeaders();
const gateway = createGatewayRuntime({
  supergraph: await readFile(process.env.SUPERGRAPH ?? '', 'utf8'),
  logging: false,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
  propagateHeaders: {
    fromClientToSubgraphs: ({ request, subgraphName }) => ({
      [IDENTITY_HEADER]:
        request?.headers.get(identityHeaderFor(subgraphName)) ?? identityOf(subgraphName),
    }),
  },
});
createServer(gateway).listen(Number(process.env.PORT), '127.0.0.1');
