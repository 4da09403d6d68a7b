import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayContext } from '../context.ts';
import type { SubgraphClient } from './subgraph-client.ts';

type Options = GraphQLDataSourceProcessOptions<GatewayContext>;

/** Makes one subgraph a data source of Apollo Gateway. */
export class SubgraphSource implements GraphQLDataSource<GatewayContext> {
  readonly #client: SubgraphClient;

  constructor(client: SubgraphClient) {
    this.#client = client;
  }

  async process(options: Options) {
    const { request, context } = options;
    const { identity, requestId } = context;
    if (!identity) throw new Error('A subgraph is asked for nobody.');
    const { data, errors } = await this.#client.execute(
      {
        query: request.query ?? '',
        document: 'document' in options ? options.document : undefined,
        variables: request.variables,
        operationName: request.operationName,
        requestId,
      },
      identity,
    );
    return { ...(data !== undefined && { data }), ...(errors && { errors }) };
  }
}
