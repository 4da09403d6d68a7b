import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { DEADLINE_HEADER, IDENTITY_HEADER } from '../../subgraphs/kit/serve-http.ts';
import { IDENTITY_LIFE_S, signIdentity } from '../../subgraphs/kit/signed-identity.ts';
import { currentSpan } from '../../subgraphs/kit/tracing/tracing.ts';
import type { Signer } from '../../subgraphs/kit/signing/signer.ts';
import { isRecord, type DataObject } from '../execution/data.ts';
import {
  AskerGoneError,
  createBreaker,
  NotAskedError,
  RequestRefusedError,
  type BreakerState,
} from './breaker.ts';
import { createSlots } from './slots.ts';
import type { SubgraphClient, SubgraphOperation } from './subgraph-client.ts';

/** A signed identity is reused until this long before its end. Source: DESIGN.md §8. */
const RENEW_BEFORE_MS = 10_000;
/** Longest time for an answer, a second attempt included. */
const TIMEOUT_MS = 10_000;
const CONNECT_MS = 2_000;
const RETRY_AFTER_MS = 100;
/** Most requests that a subgraph works on for one process at the same time; others wait. */
const AT_ONCE = 32;

const result = z
  .object({
    data: z.custom<DataObject>(isRecord).nullish(), // as it is: "__proto__" too is a field
    errors: z
      .array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).nullish(),
          extensions: z.record(z.string(), z.unknown()).nullish(),
        }),
      )
      .nullish(),
  })
  .refine(({ data, errors }) => data !== undefined || errors != null);

/** Where a subgraph listens, and what signs identities for it. */
export interface HttpClientOptions {
  readonly name: string;
  /** `http://host:port` of the subgraph. */
  readonly origin: string;
  /** Where on it the graph is. Default: `/graphql`. */
  readonly path?: string;
  /** Signs whom a request acts for; without one the subgraph is not told. */
  readonly identitySigner?: Signer | undefined;
  /** Where it is noted why a subgraph did not answer. Default: nowhere. */
  readonly log?: Log;
  /** Longest time for an answer, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number;
  /** How long it is not asked after it failed again and again, in milliseconds. Default: 1,000. */
  readonly restMs?: number;
  /** Is told when it is no longer asked, and when it is again. Default: nobody is. */
  readonly onBreaker?: (state: BreakerState) => void;
}

interface Signed {
  readonly token: Promise<string>;
  readonly until: number;
}

/** Signs identities for one subgraph: once per identity object, reused until shortly before its end. */
function identityTokens(subgraph: string, signer: Signer) {
  const signed = new WeakMap<Identity, Signed>();
  return (identity: Identity): Promise<string> => {
    const known = signed.get(identity);
    if (known && known.until > Date.now()) return known.token;
    const token = signIdentity(identity, subgraph, signer);
    const until = Date.now() + IDENTITY_LIFE_S * 1_000 - RENEW_BEFORE_MS;
    signed.set(identity, { token, until });
    return token;
  };
}

/** The gateway's own operations and those of query plans begin with their kind. */
function isQuery(text: string): boolean {
  return /^\s*(query\b|\{)/.test(text);
}

/**
 * Reaches a subgraph over HTTP. The gateway keeps one identity object for an account as long as its
 * grants are current. A query that was not answered is asked once more; a mutation never is, since
 * it may have been done. After failures in a row nothing is asked for a while: it is refused at once.
 */
export function httpClient(options: HttpClientOptions): SubgraphClient {
  const { name, origin, path = '/graphql', identitySigner, log, restMs, onBreaker } = options;
  const { timeoutMs = TIMEOUT_MS } = options;
  // One connection more than requests: whether it can be reached is asked however many wait.
  const pool = new Pool(origin, {
    ...{ connections: AT_ONCE + 1, pipelining: 1 },
    connect: { timeout: CONNECT_MS },
  });
  const slots = createSlots(AT_ONCE);
  const tokenFor = identitySigner && identityTokens(name, identitySigner);
  const breaker = createBreaker({
    ...(restMs !== undefined && { restMs }),
    onChange(state) {
      log?.warn({ subgraph: name, state }, 'breaker of a subgraph');
      onBreaker?.(state);
    },
  });

  async function post(
    body: string,
    token: string | undefined,
    { requestId, idempotencyKey }: SubgraphOperation,
    { until, signal }: { readonly until: number; readonly signal: AbortSignal },
  ) {
    const left = Math.floor(until - performance.now());
    if (left < 1) throw new Error('The time for an answer is over before it was asked.');
    const traceparent = currentSpan()?.traceparent;
    const response = await pool.request({
      method: 'POST',
      path,
      headers: {
        ...{ accept: 'application/json', 'content-type': 'application/json' },
        ...(token !== undefined && { [IDENTITY_HEADER]: token }),
        [DEADLINE_HEADER]: String(left),
        'x-request-id': requestId,
        ...(traceparent !== undefined && { traceparent }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...{ body, signal },
    });
    const { statusCode } = response;
    // Of a body or of headers that are too large, and said by the server before the graph.
    if (statusCode === 413 || statusCode === 431) {
      await response.body.dump();
      throw new RequestRefusedError(`The subgraph answers ${statusCode}.`);
    }
    const answer = result.parse(await response.body.json());
    // A refused identity is between gateway and subgraph: the client's own token is good.
    if (statusCode === 401) throw new Error('The subgraph refuses this gateway.');
    return answer;
  }

  async function ask(operation: SubgraphOperation, identity: Identity) {
    const { query, variables, operationName, requestId } = operation;
    const body = JSON.stringify({ query, variables, operationName });
    const again = isQuery(query);
    // What one request tries out, all others wait to learn: it is not given up with its asker.
    const gone = again && breaker.state === 'closed' ? operation.signal : undefined;
    const until = performance.now() + timeoutMs;
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = gone ? AbortSignal.any([deadline, gone]) : deadline;
    // The turn is waited for here, where a signal ends it at once, and not in the pool's own queue,
    // where a request would keep the deadline that it came with and be written however late. To get
    // none in all its time is a failure for the breaker: more who ask would only wait as well.
    const attemptOnce = async () => {
      try {
        const turn = slots.take(signal);
        if (turn) await turn;
        try {
          return await post(body, await tokenFor?.(identity), operation, { until, signal });
        } finally {
          slots.release();
        }
      } catch (cause) {
        throw gone?.aborted ? new AskerGoneError('Nobody waits.', { cause }) : cause;
      }
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await breaker.run(attemptOnce);
      } catch (cause) {
        const asked = !(cause instanceof NotAskedError);
        // The cause names an address inside: it goes to the log, never to the client.
        if (asked) {
          log?.warn({ err: cause, requestId, subgraph: name, attempt }, 'subgraph not answering');
        }
        if (cause instanceof RequestRefusedError) {
          const message = 'A part of the graph does not take so much at once.';
          throw new DomainError('BAD_USER_INPUT', message, { cause });
        }
        if (attempt === 2 || !asked || !again || signal.aborted) {
          const message = 'A part of the graph does not answer.';
          throw new DomainError('UPSTREAM_TIMEOUT', message, { cause });
        }
        await sleep(RETRY_AFTER_MS);
      }
    }
  }

  return {
    name,
    async execute(operation, identity) {
      const { data, errors } = await ask(operation, identity);
      return {
        ...(data !== undefined && { data }),
        ...(errors && {
          errors: errors.map(({ message, path, extensions }) => ({
            message,
            ...(path && { path }),
            ...(extensions && { extensions }),
          })),
        }),
      };
    },
    async reaches() {
      const signal = AbortSignal.timeout(CONNECT_MS);
      const { statusCode, body } = await pool.request({ method: 'GET', path: '/ready', signal });
      await body.dump();
      return statusCode === 200;
    },
    close: () => pool.close(),
  };
}
