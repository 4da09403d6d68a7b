import { availableParallelism } from 'node:os';
import { z } from 'zod';
import {
  drainMs,
  host,
  isLoopback,
  logLevel,
  origin,
  poolMax,
  port,
  postgresUrl,
  signerFile,
} from '../subgraphs/kit/config-fields.ts';

/** An address that is https, or on this machine. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopback(hostname);
}

const issuer = z
  .string()
  .refine((url) => URL.canParse(url) && isSafe(url), 'needs an https:// URL');

/** Most that one ad-hoc operation costs, unless it is set. Source: SECURITY.md, Limits. */
export const COST_MAX = 1_000;
/** Units that a client may spend a minute in each gateway process, unless it is set. */
export const RATE_PER_MINUTE = 600_000;

/** What a gateway's own process is told, variable by variable. */
export const gatewaySettings = z.object({
  PORT: port.default(4000),
  HOST: host,
  DRAIN_MS: drainMs,
  PUBLIC_URL: origin.optional(),
  /** File of the supergraph; without it the one that ships. */
  SUPERGRAPH: z.string().min(1).optional(),
  RESIDENTS_URL: origin,
  HEALTH_RECORDS_URL: origin,
  TRAVEL_HISTORY_URL: origin,
  CODES_URL: origin,
  GATEWAY_DATABASE_URL: postgresUrl,
  GATEWAY_POOL_MAX: poolMax,
  IDENTITY_PRIVATE_KEY_FILE: signerFile,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: z.string().min(1),
  /** Sign-in cookies are sealed under a key that follows from it. */
  OIDC_CLIENT_SECRET: z.string().min(32, 'needs at least 32 characters'),
  /** Whether people whom the provider knows make residents' accounts by signing in. */
  OIDC_RESIDENTS: z.enum(['on', 'off']).default('off'),
  API_AUDIENCE: z.string().min(1).optional(),
  GATEWAY_COST_MAX: z.coerce.number().int().min(100).default(COST_MAX),
  /** Processes that share the port; `cores`: as many as there are processors. */
  GATEWAY_WORKERS: z
    .union([
      z.literal('cores').transform(() => availableParallelism()),
      z.coerce.number().int().min(1).max(256),
    ])
    .default(1),
  GATEWAY_RATE_PER_MINUTE: z.coerce.number().int().min(1).default(RATE_PER_MINUTE),
  /** Whether partners find GraphiQL at `/graphiql/`. */
  GATEWAY_GRAPHIQL: z.enum(['on', 'off']).default('off'),
  /** Where metrics are read; they are not without it. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: host,
  LOG_LEVEL: logLevel,
});

/** Browsers and tokens stay on this machine, or travel by https to an address they know. */
function isReachedSafely(env: { HOST?: unknown; PUBLIC_URL?: unknown }): boolean {
  const here = typeof env.HOST === 'string' ? env.HOST : '127.0.0.1';
  const url = env.PUBLIC_URL;
  if (typeof url !== 'string' || !URL.canParse(url)) return url !== undefined || isLoopback(here);
  return url.startsWith('https:') || (isLoopback(here) && isSafe(url));
}

/** Settings of a gateway's own process. No secret has a default. */
export const gatewayConfig = gatewaySettings
  .refine(isReachedSafely, {
    path: ['PUBLIC_URL'],
    message: 'needs https://host[:port] unless the gateway is for this machine alone',
    when: () => true, // said together with whatever else is wrong
  })
  .transform((env) => {
    const publicOrigin = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`;
    return {
      port: env.PORT,
      host: env.HOST,
      drainMs: env.DRAIN_MS,
      origin: publicOrigin,
      subgraphs: {
        residents: env.RESIDENTS_URL,
        'health-records': env.HEALTH_RECORDS_URL,
        'travel-history': env.TRAVEL_HISTORY_URL,
        codes: env.CODES_URL,
      },
      supergraph: env.SUPERGRAPH,
      databaseUrl: env.GATEWAY_DATABASE_URL,
      poolMax: env.GATEWAY_POOL_MAX,
      identitySigner: env.IDENTITY_PRIVATE_KEY_FILE,
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      entersResidents: env.OIDC_RESIDENTS === 'on',
      audience: env.API_AUDIENCE ?? `${publicOrigin}/graphql`,
      costMax: env.GATEWAY_COST_MAX,
      workers: env.GATEWAY_WORKERS,
      ratePerMinute: env.GATEWAY_RATE_PER_MINUTE,
      graphiql: env.GATEWAY_GRAPHIQL === 'on',
      metrics:
        env.METRICS_PORT === undefined ? null : { port: env.METRICS_PORT, host: env.METRICS_HOST },
      logLevel: env.LOG_LEVEL,
    };
  });
