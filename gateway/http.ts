import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import { formatError } from '../subgraphs/kit/graphql/format-error.ts';
import type { Identity } from '../subgraphs/kit/identity.ts';
import type { Log } from '../subgraphs/kit/log.ts';
import { serveHealth, type Checks } from '../subgraphs/kit/readiness.ts';
import { SESSION_COOKIE } from './session/doors.ts';
import type { Authenticate } from './auth/authenticate.ts';
import { contextOf, type GatewayContext } from './context.ts';
import { refuseOtherMethods } from './post-only.ts';

/** Largest body in bytes: that of `recognizeCodes`. Source: SECURITY.md, Limits. */
const BODY_MAX = 2_097_152;

const HTTP_STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  PURPOSE_NOT_ALLOWED: 403,
  BAD_USER_INPUT: 400,
  UPSTREAM_TIMEOUT: 503,
};

/** @throws {DomainError} BAD_USER_INPUT when a browser's session comes along with a token */
function refuseBothCredentials({ headers }: FastifyRequest): void {
  const cookies = headers.cookie?.split(/; */) ?? [];
  if (headers.authorization && cookies.some((one) => one.startsWith(`${SESSION_COOKIE}=`))) {
    throw new DomainError('BAD_USER_INPUT', 'A token or a session, not both.');
  }
}

/** What stands behind the doors. */
export interface DoorsOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  /** What has to be reached to serve. */
  readonly checks: Checks;
  readonly log: Log;
}

/** Makes the HTTP server: `/graphql` for bearer tokens, `/health`, `/ready`. Does not listen. */
export async function createDoors(options: DoorsOptions): Promise<FastifyInstance> {
  const { apollo, authenticate, checks, log } = options;
  const app = fastify({ bodyLimit: BODY_MAX, genReqId: () => randomUUID() });
  const identities = new WeakMap<FastifyRequest, Identity>();
  apollo.addPlugin(fastifyApolloDrainPlugin(app));
  await apollo.start();

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
      const message = 'The request cannot be read: JSON of at most 2 MB is expected.';
      return reply.code(status).send({ errors: [{ message, extensions }] });
    }
    const code = String(formatted.extensions?.['code']);
    return reply.code(HTTP_STATUS[code] ?? 500).send({ errors: [formatted] });
  });

  serveHealth(app, checks);
  refuseOtherMethods(app, '/graphql');
  app.post('/graphql', {
    preHandler: async (request) => {
      refuseBothCredentials(request);
      identities.set(request, await authenticate(request.headers, request.id));
    },
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) =>
        Promise.resolve(contextOf(request, reply, identities.get(request))),
    }),
  });
  return app;
}
