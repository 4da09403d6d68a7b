import type { FastifyInstance } from 'fastify';
import type { MikroORM } from '@mikro-orm/postgresql';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { decodeHeld, encodeAnswer, type ToldList } from '../domain/exchange/list-exchange.ts';
import { openRequest, REQUEST_MAX } from '../domain/exchange/request.ts';
import { hexOf } from '../domain/token/bytes.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { ListFault } from '../domain/trust/signed-list.ts';
import { answerTrustList, versionOfETag } from '../domain/trust/trust-exchange.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import type { AgreementExchange } from '../persistence/agreement-exchange.ts';
import { sha256 } from '../persistence/node-crypto.ts';
import { evidenceName } from '../persistence/signed-list.entity.ts';
import { signedLists, type KeptList } from '../persistence/signed-list.store.ts';

/** Where stacks ask each other for lists. */
export const LISTS_PATH = '/exchange/lists';
/** Media type of requests and answers. Source: RFC 9052 §11.1. */
export const COSE_TYPE = 'application/cose';

/** What giving lists to other stacks needs. */
export interface ListServerParts {
  readonly orm: MikroORM;
  readonly trust: () => TrustIndex | null;
  /** Whether a region is served by this stack. */
  readonly isLocal: (region: string) => boolean;
  readonly agreements: AgreementExchange;
  readonly verify: Verify;
  readonly now: () => Date;
}

const SUBJECT = 'list-exchange';

/**
 * Answers a signed request of a region of another stack: what changed of the trust list, the
 * statements, status lists and terms of the regions of this stack, the evidence that they share with
 * the very region that asks, and what they have signed of agreements. Nobody is asked about a single
 * code: who asks learns nothing of who looks, and the other way round.
 * Source: DESIGN.md §6, Status lists.
 */
export function listServer({ orm, trust, isLocal, agreements, verify, now }: ListServerParts) {
  function told({ region, name, digest, signed }: KeptList, have: ReadonlySet<string>): ToldList {
    return { region, name, digest, signed: have.has(hexOf(digest)) ? null : signed };
  }

  return async (bytes: Uint8Array): Promise<Uint8Array | { readonly fault: ListFault }> => {
    const index = trust();
    if (!index) return { fault: 'ISSUER_NOT_TRUSTED' };
    const request = await openRequest(bytes, 'lists', { trust: index, verify, now: now() });
    if ('fault' in request) return request;
    if (!isLocal(request.to)) return { fault: 'FOREIGN_REGION' };
    const held = decodeHeld(request.body);
    if (!held) return { fault: 'MALFORMED' };
    const have = new Set(held.lists.map(hexOf));
    const before = held.trust === null ? null : versionOfETag(held.trust);
    const local = index.list.regions.map(({ region }) => region).filter(isLocal);
    // What another region is told is out of this scope.
    const scope = { regions: [request.from], residents: [], subject: SUBJECT };
    const { lists, newest, base } = await inScope(orm, scope, async (tx) => {
      const store = signedLists(tx);
      return {
        lists: await store.of(local),
        newest: await store.trustList(index.list.version),
        base: before === null ? null : await store.trustList(before),
      };
    });
    return encodeAnswer({
      trust: newest
        ? answerTrustList(newest, held.trust, () => base, sha256)
        : { change: 'NONE', bytes: null },
      lists: lists
        .filter(({ kind, name }) => kind !== 'EVIDENCE' || name === evidenceName(request.from))
        .map((list) => told(list, have)),
      agreements: (await Promise.all(local.map((region) => agreements.outgoing(region)))).flat(),
    });
  };
}

/** Answers a signed request, or says why it does not. */
export type ExchangeAnswer = (
  bytes: Uint8Array,
) => Promise<Uint8Array | { readonly fault: string }>;

/** Puts an exchange on a server; what comes in is a signed request and nothing else. */
export function mountExchange(app: FastifyInstance, answer: ExchangeAnswer, path = LISTS_PATH) {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      COSE_TYPE,
      { parseAs: 'buffer', bodyLimit: REQUEST_MAX },
      (_request, body, parsed) => {
        parsed(null, body);
      },
    );
    scope.post(path, { bodyLimit: REQUEST_MAX }, async (request, reply) => {
      const { body } = request;
      if (!(body instanceof Uint8Array)) return reply.code(415).send({ error: 'BAD_USER_INPUT' });
      const given = await answer(body);
      if (!(given instanceof Uint8Array)) return reply.code(403).send({ error: given.fault });
      return reply.type(COSE_TYPE).header('cache-control', 'no-store').send(Buffer.from(given));
    });
    done();
  });
}
