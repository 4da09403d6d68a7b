import type { FastifyInstance } from 'fastify';
import { REQUEST_MAX } from '../domain/exchange/request.ts';

/** Media type of requests and answers. Source: RFC 9052 §11.1. */
export const COSE_TYPE = 'application/cose';

/** Answers a signed request, or says why it does not. */
export type ExchangeAnswer = (
  bytes: Uint8Array,
) => Promise<Uint8Array | { readonly fault: string }>;

/** Puts the exchange on a server, by path; what comes in is a signed request and nothing else. */
export function mountExchange(
  app: FastifyInstance,
  answers: Readonly<Record<string, ExchangeAnswer>>,
): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      COSE_TYPE,
      { parseAs: 'buffer', bodyLimit: REQUEST_MAX },
      (_request, body, parsed) => {
        parsed(null, body);
      },
    );
    for (const [path, answer] of Object.entries(answers)) {
      scope.post(path, { bodyLimit: REQUEST_MAX }, async (request, reply) => {
        const { body } = request;
        if (!(body instanceof Uint8Array)) return reply.code(415).send({ error: 'BAD_USER_INPUT' });
        const given = await answer(body);
        if (!(given instanceof Uint8Array)) return reply.code(403).send({ error: given.fault });
        return reply.type(COSE_TYPE).header('cache-control', 'no-store').send(Buffer.from(given));
      });
    }
    done();
  });
}
