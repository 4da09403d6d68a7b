import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { z } from 'zod';

const text = z.string();
const jwk = z.object({
  ...{ kty: text, crv: text, x: text, y: text, kid: text, alg: text, use: text },
  d: text.optional(),
});

/** Client id of the gateway at the embedded provider. */
export const CONSOLE_CLIENT = 'tongma-console';

/** A client of the embedded provider: with a secret, or with a key (`private_key_jwt`). */
export const providerClient = z.object({
  clientId: z.string(),
  secret: z.string().optional(),
  /** Public JWK, ES256. */
  publicKey: jwk.optional(),
  scopes: z.array(z.string()),
  accessTokenSeconds: z.number().int().default(600),
});

/** One client of the embedded provider. */
export type ProviderClient = z.infer<typeof providerClient>;

/** What the embedded provider is made of, kept in a sealed file. */
export const providerSettings = z.object({
  /** Private JWK, ES256, that signs access tokens. */
  signingKey: jwk,
  cookieKeys: z.array(z.string()),
  /** Secret of the gateway, through which people sign in; a folder from before it has none. */
  consoleSecret: z
    .string()
    .min(32)
    .default(() => randomBytes(32).toString('base64url')),
  clients: z.array(providerClient),
});

/** Settings of the embedded provider. */
export type ProviderSettings = z.infer<typeof providerSettings>;

/** A P-256 key as a JWK. */
export type EcJwk = z.infer<typeof jwk>;

/** An ES256 key pair as JWKs, both with their thumbprint as `kid`. */
export async function createKeyPair(): Promise<{
  privateJwk: EcJwk;
  publicJwk: EcJwk;
  privatePem: string;
}> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = await calculateJwkThumbprint(await exportJWK(publicKey));
  const about = { kid, alg: 'ES256', use: 'sig' };
  return {
    privateJwk: jwk.parse({ ...(await exportJWK(privateKey)), ...about }),
    publicJwk: jwk.parse({ ...(await exportJWK(publicKey)), ...about }),
    privatePem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

/** The public part of a private EC key. */
export function publicPart({ kty, crv, x, y, kid, alg, use }: EcJwk): Omit<EcJwk, 'd'> {
  return { kty, crv, x, y, kid, alg, use };
}

/** Settings of a new provider, without clients. */
export async function createProviderSettings(): Promise<ProviderSettings> {
  const { privateJwk } = await createKeyPair();
  return {
    signingKey: { ...privateJwk },
    cookieKeys: [randomBytes(32).toString('base64url')],
    consoleSecret: randomBytes(32).toString('base64url'),
    clients: [],
  };
}
