import type { KeyObject } from 'node:crypto';
import { Pool } from 'undici';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { IDENTITY_HEADER } from '../../subgraphs/kit/serve-http.ts';
import { IDENTITY_LIFE_S, signIdentity } from '../../subgraphs/kit/signed-identity.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** A signed identity is reused until this long before its end. Source: DESIGN.md §8. */
const RENEW_BEFORE_MS = 10_000;

const TIMEOUT_MS = 10_000;

const result = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
});

/** Where a subgraph listens, and the key that signs identities for it. */
export interface HttpClientOptions {
  readonly name: string;
  /** `http://host:port` of the subgraph. */
  readonly origin: string;
  readonly identityKey: KeyObject;
}

interface Signed {
  readonly token: Promise<string>;
  readonly until: number;
}

/**
 * Reaches a subgraph over HTTP. Identities are signed once per identity object and reused; the
 * gateway keeps one identity object for an account as long as its grants are current.
 */
export function httpClient({ name, origin, identityKey }: HttpClientOptions): SubgraphClient {
  const pool = new Pool(origin, { connections: 32, pipelining: 1 });
  const signed = new WeakMap<Identity, Signed>();

  function tokenFor(identity: Identity): Promise<string> {
    const known = signed.get(identity);
    if (known && known.until > Date.now()) return known.token;
    const token = signIdentity(identity, name, identityKey);
    const until = Date.now() + IDENTITY_LIFE_S * 1_000 - RENEW_BEFORE_MS;
    signed.set(identity, { token, until });
    return token;
  }

  async function post(body: string, token: string, requestId: string): Promise<unknown> {
    try {
      const response = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: {
          'content-type': 'application/json',
          [IDENTITY_HEADER]: token,
          'x-request-id': requestId,
        },
        body,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
      });
      return await response.body.json();
    } catch (cause) {
      // The cause names an address inside: it goes to the log, never to the client.
      throw new DomainError('UPSTREAM_TIMEOUT', 'A part of the graph does not answer.', { cause });
    }
  }

  return {
    name,
    async execute({ query, variables, operationName, requestId }, identity) {
      const body = JSON.stringify({ query, variables, operationName });
      const answer = await post(body, await tokenFor(identity), requestId);
      const { data, errors } = result.parse(answer);
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
    close: () => pool.close(),
  };
}
