import type { DocumentNode } from 'graphql';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import type { SubgraphResult } from '../../subgraphs/kit/subgraph.ts';

/** One operation for one subgraph; `document` is `query` parsed, when the caller has it. */
export interface SubgraphOperation {
  readonly query: string;
  readonly document?: DocumentNode | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly requestId: string;
  /** Under which a mutation may be sent again without being done again. */
  readonly idempotencyKey?: string | undefined;
  /** Fires when the answer is no longer wanted. A mutation goes on all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** How the gateway reaches one subgraph, in process or over HTTP, always as somebody. */
export interface SubgraphClient {
  readonly name: string;
  execute(operation: SubgraphOperation, identity: Identity): Promise<SubgraphResult>;
  /** Whether it can be reached and reaches its database. */
  reaches(): Promise<boolean>;
  close(): Promise<void>;
}
