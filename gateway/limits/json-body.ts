import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How many bytes its body had. */
    bodyBytes: number;
  }
}

/**
 * Has an application read bodies as JSON. What is no UTF-8 is refused: read all the same, each such byte
 * becomes three, and the body one that a subgraph does not take.
 */
export function readJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.decorateRequest('bodyBytes', 0);
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, parsed) => {
      request.bodyBytes = body.length;
      if (isUtf8(body)) void parseJson(request, body.toString(), parsed);
      else parsed(new DomainError('BAD_USER_INPUT', 'The body is not UTF-8.'));
    },
  );
}
