import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import { aKey, aSigner, aTrust, NOW, someClaims } from '../../persistence/signing-fakes.ts';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { encodeCbor } from './cbor.ts';
import { encodeClaims } from './claims.ts';
import { issueToken } from './issue-token.ts';
import { TOKEN_STATUSES } from './token-status.ts';
import { verifyToken } from './verify-token.ts';

const signer = aSigner();
const verifiers = { verify: nodeVerify(), verifyHolder: nodeVerifyHolder() };
const checks = { trust: aTrust([aKey(signer)]), ...verifiers, now: NOW };
const issued = await issueToken(someClaims(), signer);
const bytes = decodeBase45(issued.slice(5))!;
const payloadLength = encodeClaims(someClaims()).length;
const SIGNATURE_AT = bytes.length - 64;
const PAYLOAD_AT = SIGNATURE_AT - 2 - payloadLength; // the signature has a head of two bytes

async function statusOf(text: string): Promise<string> {
  const { status, claims } = await verifyToken(text, checks);
  expect(TOKEN_STATUSES).toContain(status);
  expect(claims === null).toBe(status !== 'VERIFIED');
  return status;
}

function flipped(bit: number): string {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return `HCN1:${encodeBase45(copy)}`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

describe('one flipped bit', () => {
  it.each([
    ['payload', PAYLOAD_AT, SIGNATURE_AT - 2],
    ['signature', SIGNATURE_AT, bytes.length],
  ])('of the %s is INVALID_SIGNATURE, whichever it is', async (_part, from, to) => {
    const bits = range(from * 8, to * 8);
    const statuses = await Promise.all(bits.map((bit) => statusOf(flipped(bit))));
    expect(bits.length).toBe((to - from) * 8);
    expect(new Set(statuses)).toEqual(new Set(['INVALID_SIGNATURE']));
  });

  it('of anything before the payload is refused, whichever it is', async () => {
    const bits = [...range(0, PAYLOAD_AT * 8), ...range((SIGNATURE_AT - 2) * 8, SIGNATURE_AT * 8)];
    const statuses = new Set(await Promise.all(bits.map((bit) => statusOf(flipped(bit)))));
    expect(statuses).toEqual(new Set(['MALFORMED', 'ISSUER_NOT_TRUSTED']));
  });
});

describe('verifyToken', () => {
  const RUNS = { numRuns: 500 };

  it('answers every text', async () => {
    const base45 = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFXYZ $%*+-./:') });
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      base45.map((text) => `HCN1:${text}`),
      fc.uint8Array({ maxLength: 200 }).map((random) => `HCN1:${encodeBase45(random)}`),
      fc
        .uint8Array({ maxLength: 200 })
        .map((random) => `HCN1:${encodeBase45(Uint8Array.of(0xd2, 0x84, ...random))}`),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await statusOf(text)).not.toBe('VERIFIED');
      }),
      RUNS,
    );
  });

  it('verifies no text but the one that was issued', async () => {
    const at = fc.nat({ max: bytes.length - 1 });
    const mutation = fc.oneof(
      fc.tuple(at, fc.nat({ max: 255 })).map(([place, byte]) => bytes.with(place, byte)),
      fc
        .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 4 }))
        .map(([place, more]) =>
          Uint8Array.of(...bytes.subarray(0, place), ...more, ...bytes.subarray(place)),
        ),
      fc
        .tuple(at, at)
        .map(([a, b]) =>
          Uint8Array.of(...bytes.subarray(0, Math.min(a, b)), ...bytes.subarray(Math.max(a, b))),
        ),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async (mutant) => {
        const text = `HCN1:${encodeBase45(mutant)}`;
        expect((await statusOf(text)) === 'VERIFIED').toBe(text === issued);
      }),
      RUNS,
    );
  });

  it('answers whatever a trusted key signed', async () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.string(),
        fc.uint8Array(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
    })).any;
    const payload = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc
        .array(fc.tuple(fc.constantFrom(1, 4, 6, 7, 8, -65_537), value), { maxLength: 6 })
        .map((pairs) => encodeCbor(new Map(pairs as [number, string][]))),
    );
    await fc.assert(
      fc.asyncProperty(payload, async (body) => {
        const header = bytes.subarray(3, 16);
        const signature = await signer.sign(
          encodeCbor(['Signature1', header, new Uint8Array(), body]),
        );
        const token = Uint8Array.of(0xd2, ...encodeCbor([header, new Map(), body, signature]));
        expect(await statusOf(`HCN1:${encodeBase45(token)}`)).toBe('MALFORMED');
      }),
      { numRuns: 300 },
    );
  });
});
