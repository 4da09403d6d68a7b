import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { SubgraphClient, SubgraphOperation } from './subgraph-client.ts';

type Options = GraphQLDataSourceProcessOptions<GatewayContext>;

/**
 * What failed for all entities of a fetch is of no one place in the answer: the engine would say one
 * that there is not, with the marks of its plan in it.
 */
function placed({ path, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  const ofAll = path?.[0] === '_entities' && typeof path[1] !== 'number';
  return path && !ofAll ? { ...error, path } : error;
}

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
    return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(placed) }) };
  }
}
