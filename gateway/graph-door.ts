import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import type { Authenticate, Caller } from './auth/authenticate.ts';
import { contextOf } from './context.ts';
import { answerOperation } from './engine/answer-operation.ts';
import type { Engines } from './engine/engines.ts';
import { bodyCheck } from './limits/ad-hoc-body.ts';
import { rateHeaders } from './limits/rate-headers.ts';
import type { TokenBuckets } from './limits/token-bucket.ts';
import { refuseOtherMethods } from './post-only.ts';
import { SESSION_COOKIE } from './session/doors.ts';

/** What stands behind the door of tokens. */
export interface GraphDoorOptions {
  readonly engines: Pick<Engines, 'use'>;
  readonly authenticate: Authenticate;
  /** What clients may spend. */
  readonly rates: TokenBuckets;
}

/** @throws {DomainError} BAD_USER_INPUT when a browser's session comes along with a token */
function refuseBothCredentials({ headers }: FastifyRequest): void {
  const cookies = headers.cookie?.split(/; */) ?? [];
  if (headers.authorization && cookies.some((one) => one.startsWith(`${SESSION_COOKIE}=`))) {
    throw new DomainError('BAD_USER_INPUT', 'A token or a session, not both.');
  }
}

/**
 * Adds `/graphql`, the door of tokens and of documents nobody knows beforehand. In this order: who
 * asks, what they have left, how large the body is, what shape the document has; then the engine.
 */
export async function addGraphDoor(app: FastifyInstance, options: GraphDoorOptions): Promise<void> {
  const { engines, authenticate, rates } = options;
  const callers = new WeakMap<FastifyRequest, Caller>();
  const sizes = new WeakMap<FastifyRequest, number>();
  const checkBody = bodyCheck();

  await app.register((scope, _options, done) => {
    const parseJson = scope.getDefaultJsonParser('error', 'error');
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      (request: FastifyRequest, body: Buffer, parsed) => {
        sizes.set(request, body.length);
        void parseJson(request, body.toString(), parsed);
      },
    );
    refuseOtherMethods(scope, '/graphql');
    scope.post('/graphql', {
      // Before the body is read.
      onRequest: async (request, reply) => {
        refuseBothCredentials(request);
        const caller = await authenticate(request.headers, request.id);
        callers.set(request, caller);
        const allowance = rates.take(caller.client, 1);
        void reply.headers(rateHeaders(allowance));
        if (!allowance.granted) {
          throw new DomainError('RATE_LIMITED', 'The client has spent what it may in a minute.');
        }
      },
      preHandler: (request, _reply, next) => {
        checkBody(request.body, sizes.get(request) ?? 0);
        next();
      },
      handler: (request, reply) => {
        const caller = callers.get(request);
        const context = () => contextOf(request, reply, caller?.identity, caller);
        return engines.use((engine) => answerOperation(engine, { request, reply, context }));
      },
    });
    done();
  });
}
