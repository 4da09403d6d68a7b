// Baseline: Apollo Server and Apollo Gateway with their stock sources, over the subgraphs as
// processes of their own. Environment: PORT, SUPERGRAPH (file), IDENTITY_KEY.
import { readFile } from 'node:fs/promises';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { IDENTITY_HEADER } from '../../../subgraphs/kit/serve-http.ts';
import { identityHeaders } from './identity.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

const identityOf = await identityHeaders();
const gateway = new ApolloGateway({
  supergraphSdl: await readFile(process.env['SUPERGRAPH'] ?? '', 'utf8'),
  buildService: ({ name, url = '' }) =>
    new RemoteGraphQLDataSource({
      url,
      willSendRequest({ request }) {
        request.http?.headers.set(IDENTITY_HEADER, identityOf(name));
      },
    }),
});
await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
});
