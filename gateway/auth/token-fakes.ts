import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { vi } from 'vitest';

/** When tokens of a test are given. */
export const BEGUN = new Date('2022-07-20T04:00:00Z');
const [ISSUER, AUDIENCE] = ['https://sign-in.test', 'https://gateway.test'];
const { privateKey, publicKey } = await generateKeyPair('ES256');

/** Whose tokens are taken in a test. */
export const RULES = {
  issuer: ISSUER,
  audience: AUDIENCE,
  keys: createLocalJWKSet({ keys: [await exportJWK(publicKey)] }),
};

/** A token that ends some seconds after {@link BEGUN}. */
export function tokenFor(seconds: number, subject: string, claims: object): Promise<string> {
  const begun = BEGUN.getTime() / 1_000;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt(begun)
    .setExpirationTime(begun + seconds)
    .sign(privateKey);
}

/** Has it be so many seconds after {@link BEGUN}; only where time is a fake. */
export function pass(seconds: number): void {
  vi.setSystemTime(BEGUN.getTime() + seconds * 1_000);
}
