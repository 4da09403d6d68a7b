import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import type { Identity } from '../subgraphs/kit/identity.ts';
import type { Authenticate, Caller } from './auth/authenticate.ts';
import { ANYBODY, contextOf } from './context.ts';
import { answerOperation } from './engine/answer-operation.ts';
import type { Engines } from './engine/engines.ts';
import { bodyCheck } from './limits/ad-hoc-body.ts';
import { rateHeaders } from './limits/rate-headers.ts';
import type { TokenBuckets } from './limits/token-bucket.ts';
import { refuseOtherMethods } from './post-only.ts';
import { SESSION_COOKIE } from './session/doors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends it; null where that is not asked. */
    caller: Caller | null;
    /** Whom it acts for; null until that is settled. */
    identity: Identity | null;
  }
}

/** Who is let in by the door of tokens. */
export interface DoorGuard {
  readonly authenticate: Authenticate;
  /** What clients may spend. */
  readonly rates: TokenBuckets;
}

/** What stands behind the door of tokens. */
export interface GraphDoorOptions {
  readonly engines: Pick<Engines, 'use'>;
  /** Without it anybody is let in, with any document. */
  readonly guard: DoorGuard | undefined;
}

/** @throws {DomainError} BAD_USER_INPUT when a browser's session comes along with a token */
function refuseBothCredentials({ headers }: FastifyRequest): void {
  const cookies = headers.cookie?.split(/; */) ?? [];
  if (headers.authorization && cookies.some((one) => one.startsWith(`${SESSION_COOKIE}=`))) {
    throw new DomainError('BAD_USER_INPUT', 'A token or a session, not both.');
  }
}

/** Judges who asks and what, before the engine does. */
interface Judging {
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  readonly preHandler: (request: FastifyRequest) => Promise<void>;
}

function judging({ authenticate, rates }: DoorGuard): Judging {
  const checkBody = bodyCheck();
  return {
    // Before the body is read.
    async onRequest(request, reply) {
      refuseBothCredentials(request);
      const caller = await authenticate(request.headers, request.id);
      request.caller = caller;
      const allowance = rates.take(caller.client, 1);
      void reply.headers(rateHeaders(allowance));
      if (!allowance.granted) {
        throw new DomainError('RATE_LIMITED', 'The client has spent what it may in a minute.');
      }
    },
    // A body may have come slowly: rights that were withdrawn meanwhile are gone.
    async preHandler(request) {
      checkBody(request.body, request.bodyBytes);
      request.identity = (await request.caller?.identity()) ?? null;
    },
  };
}

/**
 * Adds `/graphql`, the door of tokens and of documents nobody knows beforehand. In this order: whose
 * token it is, what they have left, how large the body is, what shape the document has, what the
 * account may do by now; then the engine.
 */
export async function addGraphDoor(app: FastifyInstance, options: GraphDoorOptions): Promise<void> {
  const { engines, guard } = options;
  const judge = guard && judging(guard);
  app.decorateRequest('caller', null);
  app.decorateRequest('identity', null);

  await app.register((scope, _options, done) => {
    refuseOtherMethods(scope, '/graphql');
    scope.post('/graphql', {
      ...(judge && { onRequest: judge.onRequest, preHandler: judge.preHandler }),
      handler: (request, reply) => {
        const identity = judge ? (request.identity ?? undefined) : ANYBODY;
        const context = contextOf(request, reply, identity, request.caller ?? undefined);
        return engines.use((engine) => answerOperation(engine, { request, reply, context }));
      },
    });
    done();
  });
}
