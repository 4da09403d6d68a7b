import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyId, pemSigner } from '../../kit/signing/sealed-signer.ts';
import { hmacSha256, nodeVerify, sha256 } from './node-crypto.ts';
import { aSigner } from './signing-fakes.ts';

const DATA = new TextEncoder().encode('tongma');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const signer = aSigner();
const signature = await signer.sign(DATA);
const verify = nodeVerify();

function pem(type: 'P-384' | 'rsa' | 'ed25519'): { privateKey: string; spki: Uint8Array } {
  const pair =
    type === 'P-384'
      ? generateKeyPairSync('ec', { namedCurve: type })
      : type === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
        : generateKeyPairSync('ed25519');
  const privateKey = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { privateKey, spki: pair.publicKey.export({ type: 'spki', format: 'der' }) };
}

describe('node crypto', () => {
  it('hashes as the standards say', () => {
    const abc = new TextEncoder().encode('abc'); // FIPS 180-2 B.1
    expect(hex(sha256(abc))).toMatch(/^ba7816bf8f01cfea414140de5dae2223b00361a3/);
    const jefe = hmacSha256(new TextEncoder().encode('Jefe'), 'what do ya want for nothing?');
    expect(hex(jefe)).toMatch(/^5bdcc146bf60754e6a042426089575c7/); // RFC 4231 §4.3
    expect(keyId(abc)).toBe('ba7816bf8f01cfea');
  });

  it('signs 64 bytes that WebCrypto verifies', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const spki = Uint8Array.from(signer.spki);
    const key = await webcrypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
    expect(signature).toHaveLength(64);
    expect(signer.kid).toBe(keyId(signer.spki));
    const bytes = Uint8Array.from(signature);
    expect(await webcrypto.subtle.verify(ecdsa, key, bytes, DATA)).toBe(true);
  });

  it('verifies what was signed, and nothing else', async () => {
    expect(await verify(signer, DATA, signature)).toBe(true);
    expect(await verify(signer, DATA.subarray(1), signature)).toBe(false);
    expect(await verify(aSigner(), DATA, signature)).toBe(false);
    expect(await verify(signer, DATA, signature.subarray(1))).toBe(false);
    expect(await verify(signer, DATA, new Uint8Array(64))).toBe(false);
    expect(await verify(signer, DATA, new Uint8Array())).toBe(false);
  });

  it('takes a key for another when a kid comes again with other bytes', async () => {
    const other = { kid: signer.kid, spki: aSigner().spki };
    expect(await verify(other, DATA, signature)).toBe(false);
    expect(await verify(signer, DATA, signature)).toBe(true);
  });

  it.each(['P-384', 'rsa', 'ed25519'] as const)('takes no key of kind %s', async (type) => {
    const { privateKey, spki } = pem(type);
    expect(() => pemSigner(privateKey, 'ES256')).toThrow('Not a P-256 key.');
    expect(await verify({ kid: keyId(spki), spki }, DATA, signature)).toBe(false);
  });

  it('does not fail on a key that cannot be read', async () => {
    expect(await verify({ kid: '00', spki: new Uint8Array(3) }, DATA, signature)).toBe(false);
  });
});
