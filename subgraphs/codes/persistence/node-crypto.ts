import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { constants, deflateSync } from 'node:zlib';
import { hmacSha256 } from '../../kit/hmac.ts';
import { algorithmOf } from '../../kit/signing/sealed-signer.ts';
import type { Verify, VerifyHolder } from '../domain/token/keys.ts';
import { derSignature } from './der-signature.ts';

export { hmacSha256 };

/** SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

/**
 * Status bits in the zlib format. Runs of equal bytes are all that they hold: that strategy makes them
 * no longer than others do, in a hundredth of the time.
 */
export function packed(bits: Uint8Array): Uint8Array {
  return deflateSync(bits, { level: 9, strategy: constants.Z_RLE });
}

/** HMAC-SHA256 of a text, as a text. */
export function hmacTag(key: Uint8Array, text: string): string {
  return hmacSha256(key, text).toString('base64');
}

/** Throws unless a key is on P-256, the one curve of ES256. Source: DESIGN.md §6, RFC 9053 §2.1. */
function requireP256(key: KeyObject): KeyObject {
  if (algorithmOf(key) !== 'ES256') throw new Error('Not a P-256 key.');
  return key;
}

/** Public keys by what lists say of them, each parsed once. @throws {Error} for no P-256 key */
export function p256Keys(): (key: Parameters<Verify>[0]) => KeyObject {
  const parsed = new Map<string, { readonly spki: Uint8Array; readonly key: KeyObject }>();
  return ({ kid, spki }) => {
    const known = parsed.get(kid);
    // A kid is what a list says; only the same bytes are the same key.
    if (known && Buffer.compare(known.spki, spki) === 0) return known.key;
    const given = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const key = requireP256(given);
    parsed.set(kid, { spki, key });
    return key;
  };
}

/** ES256 checks in Node's thread pool, one after the other. False for a key that is none. */
export function nodeVerify(): Verify {
  const keyOf = p256Keys();
  return (key, data, signature) =>
    new Promise((resolve) => {
      const der = derSignature(signature);
      if (!der) {
        resolve(false);
        return;
      }
      try {
        verify('sha256', data, keyOf(key), der, (error, good) => {
          resolve(!error && good);
        });
      } catch {
        resolve(false); // a key that cannot be read signs nothing
      }
    });
}

/** Ed25519 checks in the thread pool. False for a key that is none. Source: RFC 8032. */
export function nodeVerifyHolder(): VerifyHolder {
  return (x, data, signature) =>
    new Promise((resolve) => {
      try {
        const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(x).toString('base64url') };
        const key = createPublicKey({ key: jwk, format: 'jwk' });
        verify(null, data, key, signature, (error, good) => {
          resolve(!error && good);
        });
      } catch {
        resolve(false);
      }
    });
}
