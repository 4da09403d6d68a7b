import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { z } from 'zod';

const jwk = z.record(z.string(), z.unknown());

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
  clients: z.array(providerClient),
});

/** Settings of the embedded provider. */
export type ProviderSettings = z.infer<typeof providerSettings>;

/** An ES256 key pair as JWKs, both with their thumbprint as `kid`. */
export async function createKeyPair(): Promise<{
  privateJwk: JWK;
  publicJwk: JWK;
  privatePem: string;
}> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = await exportJWK(publicKey);
  const about = { kid: await calculateJwkThumbprint(publicJwk), alg: 'ES256', use: 'sig' };
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...about },
    publicJwk: { ...publicJwk, ...about },
    privatePem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

/** Settings of a new provider, without clients. */
export async function createProviderSettings(): Promise<ProviderSettings> {
  const { privateJwk } = await createKeyPair();
  return {
    signingKey: { ...privateJwk },
    cookieKeys: [randomBytes(32).toString('base64url')],
    clients: [],
  };
}
