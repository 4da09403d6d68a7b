import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/sample.ts';
import { derSignature } from './der-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ieee = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
const half = (hex: string) => hex.padStart(64, '0');
const derOf = (r: string, s: string) => {
  const der = derSignature(Buffer.from(half(r) + half(s), 'hex'));
  return der && Buffer.from(der).toString('hex');
};

describe('a signature of r and s in DER', () => {
  it.each([
    ['short numbers', '01', '7f', '300602010102017f'],
    ['numbers that would be negative', '80', 'ff', '30080202008002' + '0200ff'],
    ['zero', '00', '01', '3006020100020101'],
    [
      'full numbers',
      '7f'.repeat(32),
      '80'.repeat(32),
      `30450220${'7f'.repeat(32)}022100${'80'.repeat(32)}`,
    ],
  ])('has %s', (_title, r, s, der) => {
    expect(derOf(r, s)).toBe(der);
  });

  it.each([0, 63, 65, 96])('is none of %i bytes', (length) => {
    expect(derSignature(new Uint8Array(length))).toBeNull();
  });

  it('holds exactly where Node says so of the other form', () => {
    const changed = fc.option(fc.tuple(fc.nat(63), fc.integer({ min: 1, max: 255 })));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), changed, (data, change) => {
        const signature = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
        if (change) signature[change[0]]! ^= change[1];
        const holds = verify('sha256', data, publicKey, derSignature(signature)!);
        expect(holds).toBe(change === null);
        expect(holds).toBe(verify('sha256', data, ieee, signature));
      }),
      cases(10_000),
    );
  });
});
