import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inSpan } from '../../subgraphs/kit/tracing/tracing.ts';
import type { GatewayContext } from '../context.ts';
import type { Engine } from './engine.ts';
import { underRequestId } from './request-id.ts';

/** A request that came through a door. */
export interface DoorRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What is asked. Default: what the request brought. */
  readonly body?: unknown;
  readonly context: GatewayContext;
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** What an answer can be sent as; the engine itself only looks once the operation is done. */
const ACCEPTED = /\*\/\*|application\/(\*|json|graphql-response\+json)/i;

/** A client that takes no answer there is. */
class NotAcceptable extends Error {
  override readonly name = 'NotAcceptable';
  readonly statusCode = 406;
}

/** Has an engine answer a request, and gives the text of its answer; status and headers are set. */
export async function answerOperation(
  { apollo }: Engine,
  { request, reply, context, body = request.body }: DoorRequest,
): Promise<string> {
  const { accept } = request.headers;
  if (accept && !ACCEPTED.test(accept)) throw new NotAcceptable('Answers are JSON.');
  const httpGraphQLRequest = {
    ...{ body, method: request.method.toUpperCase(), headers: headersOf(request) },
    search: '', // of GET alone, which no door takes
  };
  const answer = await inSpan({ name: 'operation' }, () =>
    underRequestId(context.requestId, () =>
      apollo.executeHTTPGraphQLRequest({
        ...{ httpGraphQLRequest, context: () => Promise.resolve(context) },
      }),
    ),
  );
  void reply.header('cache-control', 'no-store');
  for (const [name, value] of answer.headers) void reply.header(name, value);
  void reply.code(answer.status ?? 200);
  if (answer.body.kind === 'complete') return answer.body.string;
  throw new Error('The engine answered in parts.');
}
