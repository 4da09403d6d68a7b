import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Signer, Verify } from '../domain/token/keys.ts';

const ENCODING = 'ieee-p1363'; // r and s, 32 bytes each, as COSE has them

/** SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** HMAC-SHA256 of a text. */
export function hmacSha256(key: Uint8Array, text: string): Uint8Array {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

/** Key id of a public key: the first 8 bytes of the SHA-256 of its SPKI, hexadecimal. */
export function keyId(spki: Uint8Array): string {
  return Buffer.from(sha256(spki).subarray(0, 8)).toString('hex');
}

/** ES256 checks off the main thread; public keys are parsed once. */
export function nodeVerify(): Verify {
  const parsed = new Map<string, KeyObject>();

  function keyOf(kid: string, spki: Uint8Array): KeyObject {
    const known = parsed.get(kid);
    if (known) return known;
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    parsed.set(kid, key);
    return key;
  }

  return ({ kid, spki }, data, signature) =>
    new Promise((resolve) => {
      try {
        const key = { key: keyOf(kid, spki), dsaEncoding: ENCODING } as const;
        verify('sha256', data, key, signature, (error, good) => {
          resolve(!error && good);
        });
      } catch {
        resolve(false); // a key that cannot be read signs nothing
      }
    });
}

/** Signs with an ES256 private key (PKCS #8, PEM), off the main thread. */
export function nodeSigner(privateKeyPem: string): Signer & { readonly spki: Uint8Array } {
  const key = createPrivateKey(privateKeyPem);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    kid: keyId(spki),
    spki,
    sign: (data) =>
      new Promise((resolve, reject) => {
        sign('sha256', data, { key, dsaEncoding: ENCODING }, (error, signature) => {
          if (error) reject(error);
          else resolve(signature);
        });
      }),
  };
}
