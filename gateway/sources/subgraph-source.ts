import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayContext } from '../context.ts';
import type { SubgraphClient, SubgraphOperation } from './subgraph-client.ts';

type Options = GraphQLDataSourceProcessOptions<GatewayContext>;

/** Makes one subgraph a data source of Apollo Gateway. */
export class SubgraphSource implements GraphQLDataSource<GatewayContext> {
  readonly #client: SubgraphClient;

  constructor(client: SubgraphClient) {
    this.#client = client;
  }

  async process(options: Options) {
    if (!('incomingRequestContext' in options)) {
      throw new Error('The supergraph is composed before, never by asking subgraphs.');
    }
    const { request, document } = options;
    const { identity, requestId, signal, idempotencyKey } = options.context;
    const variables: SubgraphOperation['variables'] = request.variables;
    if (!identity) throw new Error('A subgraph is asked for nobody.');
    const { data, errors } = await this.#client.execute(
      {
        query: request.query ?? '',
        document,
        variables,
        operationName: request.operationName,
        requestId,
        idempotencyKey,
        signal,
      },
      identity,
    );
    return { ...(data !== undefined && { data }), ...(errors && { errors }) };
  }
}
