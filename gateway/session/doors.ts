import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { formatError } from '../../subgraphs/kit/graphql/format-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { ALL_REGIONS, regionOf, type GatewayTrail } from '../audit/gateway-trail.ts';
import type { EnterResident } from '../auth/enter-resident.ts';
import type { GrantsOf } from '../auth/grants.ts';
import type { IdentityFor } from '../auth/request-identity.ts';
import { contextOf } from '../context.ts';
import { answerOperation } from '../engine/answer-operation.ts';
import type { Engines } from '../engine/engines.ts';
import { refuseOtherMethods } from '../post-only.ts';
import { SIGN_IN_S, type RelyingParty, type SignedIn } from './relying-party.ts';
import { requireSameOrigin } from './same-origin.ts';
import type { SessionStore } from './session-store.ts';
import { trustedRequest } from './trusted-documents.ts';

/** Cookie of a session. `__Host-`: this host only, over TLS or loopback, for every path. */
export const SESSION_COOKIE = '__Host-tongma';
const SIGN_IN_COOKIE = '__Host-tongma-sign-in';
/** Header of requests that a page makes by itself; they do not keep a session awake. */
const BACKGROUND_HEADER = 'x-tongma-background';

const COOKIE = { path: '/', secure: true, httpOnly: true } as const;
/** Where a sign-in may lead: the console or a resident's own pages, nowhere else. */
const TO = /^\/(console|my)(\/[\w-]+)*\/?$/;

/** What stands behind the doors of a browser. */
export interface SessionDoorsOptions {
  readonly engines: Pick<Engines, 'use'>;
  readonly grantsOf: GrantsOf;
  readonly identityFor: IdentityFor;
  /** Makes a resident of whoever signs in to the resident's pages; null: such are refused. */
  readonly enterResident: EnterResident | null;
  /** Where leaving is noted. */
  readonly trail: GatewayTrail;
  readonly sessions: SessionStore;
  readonly party: RelyingParty;
  /** `https://host[:port]` that browsers see. */
  readonly origin: string;
  readonly log: Log;
}

function isResidents(to: string): boolean {
  return to.startsWith('/my');
}

function rootOf(to: string): string {
  return isResidents(to) ? '/my/' : '/console/';
}

/**
 * Adds the doors of the backend-for-frontend: `/sign-in`, `/sign-in/callback`, `/sign-out` and
 * `/console/graphql`. No token ever reaches a browser's script. Source: DESIGN.md §8.
 */
export async function addSessionDoors(
  app: FastifyInstance,
  options: SessionDoorsOptions,
): Promise<void> {
  const { engines, grantsOf, identityFor, enterResident, trail, sessions, party, origin, log } =
    options;
  const identities = new WeakMap<FastifyRequest, Identity>();
  await app.register(cookie);

  async function identify(request: FastifyRequest): Promise<Identity> {
    if (request.headers.authorization !== undefined) {
      throw new DomainError('BAD_USER_INPUT', 'This door takes a session, and no token beside it.');
    }
    const key = request.cookies[SESSION_COOKIE];
    const background = request.headers[BACKGROUND_HEADER] !== undefined;
    const session = key === undefined ? null : await sessions.find(key, background);
    if (session === null) throw new DomainError('UNAUTHENTICATED', 'There is no session.');
    const claims = { scopes: null, authenticatedAt: session.signedInAt };
    return identityFor(await grantsOf(session.subject, request.id), claims, request.headers);
  }

  /** Ends the session of a browser, whether or not that can be noted. */
  async function leave(request: FastifyRequest): Promise<void> {
    const key = request.cookies[SESSION_COOKIE];
    const subject = key === undefined ? null : await sessions.end(key);
    if (subject === null) return;
    const account = await grantsOf(subject, request.id).catch(() => null);
    const region = account ? regionOf(account) : ALL_REGIONS;
    await trail(account ?? { subject }, { region, action: 'SIGNED_OUT' }).catch((err: unknown) => {
      log.error({ err, alarm: 'SIGN_OUT_NOT_LOGGED' }, 'a sign-out is not in the audit log');
    });
  }

  /** What an account may do; whoever has none here gets a resident's, on the way to those pages. */
  async function granted(subject: string, to: string, requestId: string): Promise<Identity> {
    grantsOf.forget(subject);
    try {
      return await grantsOf(subject, requestId);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'FORBIDDEN')) throw error;
      // An official who is not entered yet signs in to the console, and must not become one.
      if (!enterResident || !isResidents(to)) throw error;
      await enterResident(subject, requestId);
      return grantsOf(subject, requestId);
    }
  }

  /** A new session for whom the provider names, if the account has access here. */
  async function enter(
    request: FastifyRequest,
    reply: FastifyReply,
    { subject, to }: SignedIn,
  ): Promise<void> {
    // Whoever was signed in before on this browser no longer is, whatever comes now.
    await leave(request);
    const { kind, agency, ...account } = await granted(subject, to, request.id);
    const key = await sessions.begin(subject, { kind, agency, region: regionOf(account) });
    void reply.setCookie(SESSION_COOKIE, key, {
      ...COOKIE,
      sameSite: 'strict',
    });
  }

  app.get<{ Querystring: { to?: string } }>('/sign-in', async (request, reply) => {
    const asked = request.query.to ?? '';
    const to = TO.test(asked) ? asked : '/console/';
    void reply.header('cache-control', 'no-store');
    const begun = await party.begin(to).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      log.warn({ err: error, requestId: request.id }, 'sign-in not begun');
      return null;
    });
    if (begun === null) return reply.redirect(`${rootOf(to)}?sign-in=failed`, 303);
    // Lax: the provider's answer is a link from elsewhere.
    void reply.setCookie(SIGN_IN_COOKIE, begun.cookie, {
      ...COOKIE,
      sameSite: 'lax',
      maxAge: SIGN_IN_S,
    });
    return reply.redirect(begun.url, 303);
  });

  app.get('/sign-in/callback', async (request, reply) => {
    void reply.clearCookie(SIGN_IN_COOKIE, COOKIE).header('cache-control', 'no-store');
    let root = '/console/';
    try {
      const url = new URL(request.url, origin);
      const signedIn = await party.finish(url, request.cookies[SIGN_IN_COOKIE] ?? '');
      root = rootOf(signedIn.to);
      await enter(request, reply, signedIn);
      return await reply.redirect(signedIn.to, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      log.info({ err: error, requestId: request.id }, 'sign-in not completed');
      const why = error.code === 'FORBIDDEN' ? 'refused' : 'failed';
      return reply.redirect(`${root}?sign-in=${why}`, 303);
    }
  });

  app.post('/sign-out', async (request, reply) => {
    requireSameOrigin(request, origin);
    await leave(request);
    return reply
      .clearCookie(SESSION_COOKIE, COOKIE)
      .header('clear-site-data', '"cache"')
      .code(204)
      .send();
  });

  refuseOtherMethods(app, '/console/graphql');
  app.post('/console/graphql', {
    preHandler: async (request) => {
      requireSameOrigin(request, origin);
      identities.set(request, await identify(request));
    },
    // To have no session is an answer a page expects, not a fault of the request.
    errorHandler: (error, request, reply) => {
      if (!(error instanceof DomainError && error.code === 'UNAUTHENTICATED')) throw error;
      void reply.send({ errors: [formatError(error, request.id, () => undefined)] });
    },
    handler: (request, reply) =>
      engines.use((engine) => {
        const body = trustedRequest(request.body, engine.documents);
        const context = contextOf(request, reply, identities.get(request));
        return answerOperation(engine, { request, reply, body, context });
      }),
  });
}
