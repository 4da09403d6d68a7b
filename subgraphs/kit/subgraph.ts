import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { replayMutations, type AttemptContext } from './attempt/replay.ts';
import type { CollectedNotes } from './audit/notes.ts';
import { operationExecutor } from './execution/execute-operation.ts';
import { buildFederatedSchema, type SchemaParts } from './graphql/build-schema.ts';
import { enforceScopes, type IdentityContext } from './graphql/enforce-scopes.ts';
import { formatError } from './graphql/format-error.ts';
import { refuseLate } from './scope/deadline.ts';
import type { Identity } from './identity.ts';
import type { Log } from './log.ts';

/** One request to a subgraph: a parsed document with its variables. */
export interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  /** Appears in errors and logs; made when absent. */
  readonly requestId?: string | undefined;
  /** Under which a mutation may be sent again without being done again. */
  readonly idempotencyKey?: string | undefined;
  /** Instant after which nobody waits for the answer, in ms since the epoch. Default: none. */
  readonly deadline?: number | undefined;
}

/** What a subgraph answers; errors have the shape of the contract. */
export interface SubgraphResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A subgraph that serves requests without listening: in process, or behind serve-http.ts. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  execute(request: SubgraphRequest, identity: Identity): Promise<SubgraphResult>;
  /** Puts what it offers beside GraphQL on the server that it is reached at; most offer nothing. */
  routes?(app: FastifyInstance): void;
  /** Whether its database answers. */
  reaches(): Promise<boolean>;
  /** Ends background work and closes the database. */
  close(): Promise<void>;
}

/** The context of one request and the end of its one transaction. */
export interface OpenContext<C> {
  readonly context: C;
  /** What the request noted for the audit log. */
  readonly audit: CollectedNotes;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** What composes a subgraph. */
export interface SubgraphParts<C> extends SchemaParts<C> {
  readonly name: string;
  readonly log: Log;
  /** Begins nothing at the database after `deadline`, and ends what runs there by then. */
  open(identity: Identity, deadline?: number): OpenContext<C>;
  routes?(app: FastifyInstance): void;
  /** Whether its database answers. */
  reaches(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Settles the one transaction of a request: a mutation that failed anywhere leaves nothing, and
 * one that noted nothing is refused: every decision is in the log, or it does not happen. Sent again
 * for its Idempotency-Key, it stands there already.
 */
async function settle<C extends AttemptContext>(
  opened: OpenContext<C>,
  result: ExecutionResult,
  isMutation: boolean,
): Promise<ExecutionResult> {
  if (isMutation && result.errors) {
    await opened.rollback();
    return { errors: result.errors, data: null };
  }
  if (isMutation && opened.audit.entries.length === 0 && !opened.context.attempts.isReplay) {
    throw new Error('A mutation noted nothing for the audit log.');
  }
  await opened.commit();
  return result;
}

/** Composes schema, access and transaction of one subgraph. */
export async function createSubgraph<C extends IdentityContext & AttemptContext>(
  parts: SubgraphParts<C>,
): Promise<Subgraph> {
  const { schema: unguarded, sdl } = await buildFederatedSchema(parts);
  const replays = { ...parts.references, ...parts.replays };
  const schema = enforceScopes(replayMutations(unguarded, replays));
  const execute = operationExecutor(schema);
  const valid = new WeakSet<DocumentNode>();

  function faultsOf(document: DocumentNode): readonly GraphQLError[] {
    if (valid.has(document)) return [];
    const faults = validate(schema, document);
    if (faults.length === 0) valid.add(document);
    return faults;
  }

  async function run(request: SubgraphRequest, identity: Identity): Promise<ExecutionResult> {
    const { document, variables, operationName, idempotencyKey, deadline } = request;
    const faults = faultsOf(document);
    if (faults.length > 0) return { errors: faults };
    const isMutation =
      getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
    const opened = parts.open(identity, deadline);
    try {
      const result = await execute({
        ...{ document, operationName, variables: variables ?? {} },
        // The request's own: nobody else has it.
        context: Object.assign(opened.context, { idempotencyKey }),
      });
      if (isMutation) refuseLate(deadline);
      return await settle(opened, result, isMutation);
    } catch (error) {
      await opened.rollback();
      return {
        errors: [new GraphQLError('failed', { originalError: asError(error) })],
        data: null,
      };
    }
  }

  return {
    name: parts.name,
    sdl,
    ...(parts.routes && { routes: parts.routes }),
    async execute(request, identity) {
      const requestId = request.requestId ?? randomUUID();
      const { data, errors } = await run(request, identity);
      const report = (fault: unknown) => {
        parts.log.error({ err: fault, requestId }, 'fault');
      };
      return {
        ...(data !== undefined && { data }),
        ...(errors && { errors: errors.map((error) => formatError(error, requestId, report)) }),
      };
    },
    reaches: () => parts.reaches(),
    close: () => parts.close(),
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('thrown value', { cause: error });
}
