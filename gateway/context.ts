import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../subgraphs/kit/domain-error.ts';
import type { Identity } from '../subgraphs/kit/identity.ts';
import type { Warming } from './engine/warm.ts';

/** What every part of the gateway knows of one request. */
export interface GatewayContext {
  /** Who asks. Undefined only while the gateway itself starts. */
  readonly identity?: Identity;
  /** Whose costs are counted; undefined where operations are known beforehand. */
  readonly metered?: { readonly client: string };
  /** Appears in answers, errors and logs. */
  readonly requestId: string;
  /** Under which a mutation may be sent again without being done again. */
  readonly idempotencyKey?: string;
  /** Set when the operation is only planned: nobody asked it, and nobody is asked. */
  readonly warming?: Warming;
  /** Fires when whoever asked has gone before the answer. */
  readonly signal?: AbortSignal;
}

/** Who asks where nobody is asked who they are: without any right, and no subgraph hears of it. */
export const ANYBODY: Identity = {
  kind: 'GATEWAY',
  subject: 'anybody',
  ...{ scopes: [], grants: [], regions: [], residents: [], purposes: [], agency: null },
};

/** Header that names an attempt, so that it may be made again. Source: DESIGN.md §4. */
const IDEMPOTENCY_HEADER = 'idempotency-key';
/** Most characters of it. */
export const IDEMPOTENCY_KEY_MAX = 128;
const KEY = new RegExp(`^[\\x21-\\x7e]{8,${IDEMPOTENCY_KEY_MAX}}$`);

/** @throws {DomainError} BAD_USER_INPUT */
function idempotencyKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers[IDEMPOTENCY_HEADER];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new DomainError('BAD_USER_INPUT', 'An Idempotency-Key has 8 to 128 printable characters.');
}

/**
 * The context of a request that came through a door.
 * @throws {DomainError} BAD_USER_INPUT for headers that are none
 */
export function contextOf(
  request: FastifyRequest,
  { raw }: FastifyReply,
  identity: Identity | undefined,
  metered?: GatewayContext['metered'],
): GatewayContext {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  const idempotencyKey = idempotencyKeyOf(request);
  return {
    ...{ requestId: request.id, signal: gone.signal },
    ...(identity && { identity }),
    ...(metered && { metered }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
}
