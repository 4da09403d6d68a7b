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

/** Throws unless a key is on P-256, the one curve of ES256. Source: DESIGN.md §6, RFC 9053 §2.1. */
function requireP256(key: KeyObject): KeyObject {
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('Not a P-256 key.');
  return key;
}

/** ES256 checks in the thread pool; public keys are parsed once. False for a key that is none. */
export function nodeVerify(): Verify {
  const parsed = new Map<string, { readonly spki: Uint8Array; readonly key: KeyObject }>();

  function keyOf(kid: string, spki: Uint8Array): KeyObject {
    const known = parsed.get(kid);
    // A kid is what a list says; only the same bytes are the same key.
    if (known && Buffer.compare(known.spki, spki) === 0) return known.key;
    const key = requireP256(
      createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
    );
    parsed.set(kid, { spki, key });
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

/**
 * Signs with an ES256 private key (PKCS #8, PEM), in the thread pool. Throws for any other key;
 * the message never holds it.
 */
export function nodeSigner(privateKeyPem: string): Signer & { readonly spki: Uint8Array } {
  const key = requireP256(createPrivateKey(privateKeyPem));
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
