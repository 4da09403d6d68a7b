import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../subgraphs/kit/identity.ts';

/** What every part of the gateway knows of one request. */
export interface GatewayContext {
  /** Who asks. Undefined only while the gateway itself starts. */
  readonly identity?: Identity;
  /** Appears in answers, errors and logs. */
  readonly requestId: string;
  /** Fires when whoever asked has gone before the answer. */
  readonly signal?: AbortSignal;
}

/** The context of a request that came through a door. */
export function contextOf(
  request: FastifyRequest,
  { raw }: FastifyReply,
  identity: Identity | undefined,
): GatewayContext {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return { requestId: request.id, signal: gone.signal, ...(identity && { identity }) };
}
