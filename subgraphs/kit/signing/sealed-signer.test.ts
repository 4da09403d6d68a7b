import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SealedFileError } from '../sealed-text.ts';
import { keyId, sealedSigner, SigningKeyError } from './sealed-signer.ts';

const DATA = new TextEncoder().encode('tongma');
const folder = mkdtempSync(join(tmpdir(), 'tongma-signer-'));

const pairs = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: generateKeyPairSync('ed25519'),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
};

function sealed(kind: keyof typeof pairs, mode = 0o600): string {
  const path = join(folder, `${kind}-${mode}.pem`);
  const { privateKey } = pairs[kind];
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  chmodSync(path, mode);
  return path;
}

describe('a signer from a sealed file', () => {
  it.each(['ES256', 'EdDSA'] as const)(
    'signs 64 bytes by %s that its public key verifies',
    async (alg) => {
      const signer = sealedSigner(sealed(alg), alg);
      const signature = await signer.sign(DATA);
      const key = createPublicKey({ key: Buffer.from(signer.spki), format: 'der', type: 'spki' });
      const options = { key, dsaEncoding: 'ieee-p1363' } as const;
      expect(signature).toHaveLength(64);
      expect(verify(alg === 'ES256' ? 'sha256' : null, DATA, options, signature)).toBe(true);
      expect(signer).toMatchObject({ alg, kid: keyId(signer.spki) });
    },
  );

  it.each([0o640, 0o604, 0o660, 0o622])('refuses a file of mode %o', (mode) => {
    expect(() => sealedSigner(sealed('ES256', mode), 'ES256')).toThrow(SealedFileError);
  });

  it.each([
    ['EdDSA', 'ES256'],
    ['ES256', 'EdDSA'],
    ['rsa', 'ES256'],
    ['rsa', 'EdDSA'],
  ] as const)('refuses a key of kind %s for %s', (kind, alg) => {
    expect(() => sealedSigner(sealed(kind), alg)).toThrow(SigningKeyError);
  });

  it('refuses what is no key, without showing it', () => {
    const path = join(folder, 'none.pem');
    writeFileSync(path, 'secret words', { mode: 0o600 });
    expect(() => sealedSigner(path, 'ES256')).toThrow(/^Not a P-256 key\.$/);
    expect(() => sealedSigner(join(folder, 'absent'), 'ES256')).toThrow('ENOENT');
  });
});
