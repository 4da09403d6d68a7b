import { randomUUID } from 'node:crypto';
import { fastify, type FastifyInstance } from 'fastify';
import { formatError } from '../subgraphs/kit/graphql/format-error.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import { serveHealth, type Checks } from '../subgraphs/kit/readiness.ts';
import { traceRequests } from '../subgraphs/kit/tracing/trace-requests.ts';
import { cutOff } from './cut-off.ts';
import { addGraphDoor, type GraphDoorOptions } from './graph-door.ts';
import { readJson } from './limits/json-body.ts';

/** Largest body in bytes of any request: that of `recognizeCodes`. Source: SECURITY.md, Limits. */
export const BODY_MAX = 2_097_152;

const HTTP_STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  PURPOSE_NOT_ALLOWED: 403,
  BAD_USER_INPUT: 400,
  COST_LIMIT: 400,
  RATE_LIMITED: 429,
  UPSTREAM_TIMEOUT: 503,
};

/** What is said with fastify's own refusals, by status. */
const UNREADABLE: Readonly<Record<number, string>> = {
  406: 'Answers are JSON: the header Accept has to let it through.',
  413: 'The body is larger than this document may bring.',
};

/** How long a request may take to arrive in full, in milliseconds; its headers half of that. */
export const ARRIVAL_MS = 20_000;

/** What stands behind the doors. */
export interface DoorsOptions extends GraphDoorOptions {
  /** What has to be reached to serve. */
  readonly checks: Checks;
  readonly log: Log;
  /** How long a request may take to arrive. Default: {@link ARRIVAL_MS}. */
  readonly arrivalMs?: number;
}

/** Makes the HTTP server: `/graphql` for bearer tokens or for anybody, `/health`, `/ready`. Does not listen. */
export async function createDoors(options: DoorsOptions): Promise<FastifyInstance> {
  const { engines, guard, checks, log, arrivalMs = ARRIVAL_MS } = options;
  const app = fastify({
    bodyLimit: BODY_MAX,
    genReqId: () => randomUUID(),
    // A client that sends a byte now and then is answered 408 and cut off.
    clientErrorHandler: cutOff,
    requestTimeout: arrivalMs,
    http: { headersTimeout: arrivalMs / 2, connectionsCheckingInterval: arrivalMs / 10 },
  });
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    const formatted = formatError(error, request.id, (fault) => {
      if (typeof status !== 'number' || status >= 500) {
        log.error({ err: fault, requestId: request.id }, 'fault');
      }
    });
    // Fastify's own refusals (too large, not JSON) carry a status below 500.
    if (typeof status === 'number' && status < 500) {
      const extensions = { code: 'BAD_USER_INPUT', retryable: false, requestId: request.id };
      const message = UNREADABLE[status] ?? 'The request cannot be read: JSON is expected.';
      return reply.code(status).send({ errors: [{ message, extensions }] });
    }
    const code = String(formatted.extensions?.['code']);
    return reply.code(HTTP_STATUS[code] ?? 500).send({ errors: [formatted] });
  });

  traceRequests(app, { continues: false });
  serveHealth(app, checks);
  readJson(app);
  await addGraphDoor(app, { engines, guard });
  return app;
}
