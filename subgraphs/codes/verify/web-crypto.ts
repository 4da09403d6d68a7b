import { hexOf } from '../domain/token/bytes.ts';
import type { Verify, VerifyHolder } from '../domain/token/keys.ts';

const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const ED25519 = 'Ed25519';
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Browsers and Node each name this type in a place of their own. */
type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** SHA-256 by WebCrypto, which browsers and Node have built in. */
export async function webSha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/**
 * ES256 checks by WebCrypto; public keys are imported once. False for a key that is none. The same
 * vectors prove that it agrees with the service. Source: DESIGN.md §6 (`Verify` port).
 */
export function webVerify(): Verify {
  const imported = new Map<
    string,
    { readonly spki: Uint8Array; readonly key: Promise<ImportedKey> }
  >();

  function keyOf(kid: string, spki: Uint8Array): Promise<ImportedKey> {
    const known = imported.get(kid);
    // A kid is what a list says; only the same bytes are the same key.
    if (known && sameBytes(known.spki, spki)) return known.key;
    const key = crypto.subtle.importKey('spki', Uint8Array.from(spki), P256, false, ['verify']);
    imported.set(kid, { spki, key });
    return key;
  }

  return async ({ kid, spki }, data, signature) => {
    try {
      const key = await keyOf(kid, spki);
      const [given, said] = [Uint8Array.from(signature), Uint8Array.from(data)];
      return await crypto.subtle.verify(ES256, key, given, said);
    } catch {
      return false; // a key that cannot be read signs nothing
    }
  };
}

/** Whether what WebCrypto threw says that it does not know an algorithm. */
function isNotSupported(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotSupportedError';
}

/**
 * Ed25519 checks by WebCrypto. False for a key that is none. Rejects where there is no Ed25519, as in
 * browsers of some years ago: what a device cannot check speaks against nobody.
 */
export function webVerifyHolder(): VerifyHolder {
  return async (x, data, signature) => {
    try {
      const key = await crypto.subtle.importKey('raw', Uint8Array.from(x), ED25519, false, [
        'verify',
      ]);
      const [given, said] = [Uint8Array.from(signature), Uint8Array.from(data)];
      return await crypto.subtle.verify(ED25519, key, given, said);
    } catch (error) {
      if (isNotSupported(error)) throw error;
      return false;
    }
  };
}

/** HMAC-SHA256 of a text by WebCrypto, hexadecimal. */
export async function webTag(secret: Uint8Array, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(secret), HMAC, false, ['sign']);
  const tag = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return hexOf(new Uint8Array(tag));
}
