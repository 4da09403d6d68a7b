import { randomUUID, type KeyObject } from 'node:crypto';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type DocumentNode } from 'graphql';
import { z } from 'zod';
import { clockAlarm } from './clock-alarm.ts';
import { DomainError } from './domain-error.ts';
import { formatError } from './graphql/format-error.ts';
import { keptDocuments } from './graphql/kept-documents.ts';
import type { Log } from './log.ts';
import { serveHealth } from './readiness.ts';
import { verifyIdentity } from './signed-identity.ts';
import type { Subgraph } from './subgraph.ts';
import { traceRequests } from './tracing/trace-requests.ts';
import { inSpan } from './tracing/tracing.ts';
import { verifiedOnce } from './verified-once.ts';

/** Header that carries the signed identity from the gateway. */
export const IDENTITY_HEADER = 'x-tongma-identity';
/** Header that says for how many milliseconds more the gateway waits for the answer. */
export const DEADLINE_HEADER = 'x-tongma-deadline-ms';

/** Room for an identity that names every division of GB/T 2260 as a region, in bytes of base64. */
const HEADERS_MAX = 131_072;

/** What an operation is called in traces: names come from clients, and are not said. */
const SPAN = { name: 'operation' } as const;

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

function requestIdOf(request: FastifyRequest): string {
  const id = request.headers['x-request-id'];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : randomUUID();
}

function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? key : undefined;
}

function deadlineOf(request: FastifyRequest): number | undefined {
  const left = request.headers[DEADLINE_HEADER];
  return typeof left === 'string' && /^\d{1,6}$/.test(left) ? Date.now() + Number(left) : undefined;
}

function signedIdentityOf(request: FastifyRequest): string {
  const header = request.headers[IDENTITY_HEADER];
  if (typeof header === 'string') return header;
  throw new DomainError('UNAUTHENTICATED', 'A subgraph answers only to its gateway.');
}

function parseBody(raw: unknown, documentOf: (text: string) => DocumentNode) {
  const parsed = body.safeParse(raw);
  if (!parsed.success) throw new DomainError('BAD_USER_INPUT', 'This is not a GraphQL request.');
  try {
    return { ...parsed.data, document: documentOf(parsed.data.query) };
  } catch (error) {
    if (error instanceof GraphQLError) {
      throw new DomainError('BAD_USER_INPUT', 'This is not a GraphQL document.');
    }
    throw error;
  }
}

/** Puts a subgraph behind `POST /graphql`; it answers only to identities signed for it. */
export function serveHttp(subgraph: Subgraph, identityKey: KeyObject, log: Log): FastifyInstance {
  const app = fastify({ bodyLimit: 4_194_304, http: { maxHeaderSize: HEADERS_MAX } });
  const documentOf = keptDocuments();
  const onClock = clockAlarm(log, 'gateway');
  const identityOf = verifiedOnce((token) =>
    verifyIdentity(token, subgraph.name, identityKey, onClock),
  );
  traceRequests(app, { continues: true });
  serveHealth(app, { database: () => subgraph.reaches() });
  app.post('/graphql', async (request, reply) => {
    const requestId = requestIdOf(request);
    const deadline = deadlineOf(request);
    try {
      const { identity } = await identityOf(signedIdentityOf(request));
      const { document, variables, operationName } = parseBody(request.body, documentOf);
      const operation = {
        document,
        variables: variables ?? {},
        operationName: operationName ?? undefined,
        ...{ requestId, deadline },
        idempotencyKey: idempotencyKeyOf(request),
      };
      return await inSpan(SPAN, () => subgraph.execute(operation, identity));
    } catch (error) {
      const formatted = formatError(error, requestId, (fault) => {
        log.error({ err: fault, requestId }, 'fault');
      });
      const code = formatted.extensions?.['code'];
      void reply.code(code === 'UNAUTHENTICATED' || code === 'TOKEN_EXPIRED' ? 401 : 400);
      return { errors: [formatted] };
    }
  });
  return app;
}
