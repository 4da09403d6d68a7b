import { describe, expect, it } from 'vitest';
import { nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, NOW, someClaims } from '../../persistence/signing-fakes.ts';
import { encodeBase45, decodeBase45 } from './base45.ts';
import { encodeCbor, type CborValue } from './cbor.ts';
import { encodeClaims, type TokenClaims } from './claims.ts';
import { signSign1 } from './cose-sign1.ts';
import { issueToken } from './issue-token.ts';
import { kidBytes, type KeyUse, type TrustedKey } from './keys.ts';
import type { TokenStatus } from './token-status.ts';
import { TEXT_MAX, verifyToken } from './verify-token.ts';

const signer = aSigner();
const verifiers = { verify: nodeVerify(), verifyHolder: nodeVerifyHolder() };
const KEY = aKey(signer);
const HALF_A_YEAR = 90 * 86_400;

interface Given {
  readonly claims?: Partial<TokenClaims>;
  readonly key?: Partial<TrustedKey>;
  readonly trust?: Parameters<typeof aTrust>[1];
  readonly now?: Date;
}

async function statusOf(text: string, { key = {}, trust = {}, now = NOW }: Given = {}) {
  return verifyToken(text, { trust: aTrust([aKey(signer, key)], trust), ...verifiers, now });
}

function text(bytes: Uint8Array): string {
  return `HCN1:${encodeBase45(bytes)}`;
}

/** A COSE_Sign1 whose headers are not ours, signed all the same over what it protects. */
async function withHeaders(
  head: readonly [number, CborValue][],
  open: readonly [number, CborValue][] = [],
): Promise<string> {
  const header = encodeCbor(new Map(head));
  const payload = encodeClaims(someClaims());
  const signed = encodeCbor(['Signature1', header, new Uint8Array(), payload]);
  const body = encodeCbor([header, new Map(open), payload, await signer.sign(signed)]);
  return text(Uint8Array.of(0xd2, ...body));
}

const payloadText = async (payload: Uint8Array) => text(await signSign1(payload, signer));
const goodText = await issueToken(someClaims(), signer);
const goodBytes = decodeBase45(goodText.slice(5))!;
const kid = kidBytes(signer.kid);

describe('a token text', () => {
  it('is about 143 bytes and 220 characters', async () => {
    const paper = await issueToken(someClaims({ kind: 'PAPER', maskedName: '欧阳**' }), signer);
    process.stdout.write(`token: ${goodBytes.length} bytes, ${goodText.length} characters\n`);
    expect(goodBytes.length).toBeGreaterThan(140);
    expect(goodBytes.length).toBeLessThan(150);
    expect(goodText.length).toBeLessThan(230);
    expect(paper.length).toBeLessThan(262); // what QR version 9 takes at level M
  });

  it('is verified, with its claims and key', async () => {
    const found = await statusOf(goodText);
    expect(found).toEqual({ status: 'VERIFIED', claims: someClaims(), key: KEY });
  });

  it.each<[string, () => string | Promise<string>, TokenStatus]>([
    ['empty', () => '', 'NOT_SUPPORTED'],
    ['a web address', () => 'https://example.org/?c=HCN1:', 'NOT_SUPPORTED'],
    ['a certificate of others', () => goodText.replace('HCN1', 'HC1'), 'NOT_SUPPORTED'],
    ['in small letters', () => goodText.toLowerCase(), 'NOT_SUPPORTED'],
    ['the prefix alone', () => 'HCN1:', 'MALFORMED'],
    ['too long', () => 'HCN1:'.padEnd(TEXT_MAX + 1, '0'), 'MALFORMED'],
    ['no base 45', () => 'HCN1:é', 'MALFORMED'],
    ['cut by one character', () => goodText.slice(0, -1), 'MALFORMED'],
    ['longer by a trailing byte', () => text(Uint8Array.of(...goodBytes, 0)), 'MALFORMED'],
    ['without the tag', () => text(goodBytes.subarray(1)), 'MALFORMED'],
    ['with another tag', () => text(Uint8Array.of(0xd1, ...goodBytes.subarray(1))), 'MALFORMED'],
    [
      'of indefinite length',
      () => text(Uint8Array.of(0xd2, 0x9f, ...goodBytes.subarray(2), 0xff)),
      'MALFORMED',
    ],
    ['with kid only unprotected', () => withHeaders([[1, -7]], [[4, kid]]), 'MALFORMED'],
    [
      'with kid protected and unprotected',
      () =>
        withHeaders(
          [
            [1, -7],
            [4, kid],
          ],
          [[4, kid]],
        ),
      'MALFORMED',
    ],
    [
      'alg confusion: ES384',
      () =>
        withHeaders([
          [1, -35],
          [4, kid],
        ]),
      'MALFORMED',
    ],
    [
      'alg confusion: HMAC',
      () =>
        withHeaders([
          [1, 5],
          [4, kid],
        ]),
      'MALFORMED',
    ],
    [
      'alg confusion: EdDSA',
      () =>
        withHeaders([
          [1, -8],
          [4, kid],
        ]),
      'MALFORMED',
    ],
    [
      'of an unknown kid',
      () =>
        withHeaders([
          [1, -7],
          [4, new Uint8Array(8)],
        ]),
      'ISSUER_NOT_TRUSTED',
    ],
    [
      'of an unknown kid and alg',
      () =>
        withHeaders([
          [1, -8],
          [4, new Uint8Array(8)],
        ]),
      'ISSUER_NOT_TRUSTED',
    ],
    [
      'of our kid signed by others',
      () => issueToken(someClaims(), { ...aSigner(), kid: signer.kid }),
      'INVALID_SIGNATURE',
    ],
    ['with a payload that is no CWT', () => payloadText(encodeCbor('hello')), 'MALFORMED'],
    ['with an empty payload', () => payloadText(new Uint8Array()), 'MALFORMED'],
    [
      'with a trailing byte in the payload',
      () => payloadText(Uint8Array.of(...encodeClaims(someClaims()), 0)),
      'MALFORMED',
    ],
    [
      'with a duplicate key in the payload',
      () => payloadText(Uint8Array.of(0xa2, 1, 0x61, 0x61, 1, 0x61, 0x61)),
      'MALFORMED',
    ],
  ])('%s is refused', async (_title, make, status) => {
    const given = await make();
    expect(await statusOf(given)).toEqual({ status, claims: null });
  });

  it('of exactly the longest length is still looked at', async () => {
    const longest = await statusOf('HCN1:'.padEnd(TEXT_MAX, '0'));
    expect(longest.status).toBe('MALFORMED');
    const name = 'x'.repeat(500);
    const long = await issueToken(someClaims({ maskedName: name }), signer);
    const padding = Math.floor(((TEXT_MAX - long.length) * 2) / 3);
    const fits = await issueToken(someClaims({ maskedName: name + 'x'.repeat(padding) }), signer);
    const over = await issueToken(
      someClaims({ maskedName: name + 'x'.repeat(padding + 4) }),
      signer,
    );
    expect([fits.length <= TEXT_MAX, over.length > TEXT_MAX]).toEqual([true, true]);
    expect((await statusOf(fits)).status).toBe('VERIFIED');
    expect((await statusOf(over)).status).toBe('MALFORMED');
  });
});

const issuedAt = someClaims().issuedAt;

describe('a signed token', () => {
  it.each<Given & { readonly title: string; readonly status: TokenStatus }>([
    // key
    { title: 'key terminated', key: { state: 'TERMINATED' }, status: 'KEY_TERMINATED' },
    {
      title: 'key terminated comes before its use',
      key: { state: 'TERMINATED', use: 'status' },
      status: 'KEY_TERMINATED',
    },
    {
      title: 'key not begun, within tolerance',
      key: { notBefore: after(-3_600) },
      now: after(-3_600 - 120),
      claims: {},
      status: 'VERIFIED',
    },
    {
      title: 'key not begun',
      key: { notBefore: after(-3_600) },
      now: after(-3_600 - 121),
      status: 'KEY_TERMINATED',
    },
    { title: 'issued as the key begins', key: { notBefore: issuedAt }, status: 'VERIFIED' },
    {
      title: 'issued before the key began',
      key: { notBefore: after(1, issuedAt) },
      status: 'KEY_TERMINATED',
    },
    {
      title: 'issued in the last second of the key',
      key: { notAfter: after(1, issuedAt) },
      status: 'VERIFIED',
    },
    { title: 'issued as the key ends', key: { notAfter: issuedAt }, status: 'KEY_TERMINATED' },
    // region and use
    { title: 'foreign region', claims: { issuer: '510000' }, status: 'ISSUER_NOT_TRUSTED' },
    { title: 'region below', claims: { issuer: '330100' }, status: 'ISSUER_NOT_TRUSTED' },
    {
      title: 'foreign region comes before use',
      claims: { issuer: '510000', kind: 'PAPER' },
      status: 'ISSUER_NOT_TRUSTED',
    },
    // clock
    {
      title: 'clock 120 s behind the list',
      now: after(-86_400 - 120),
      claims: { issuedAt: after(-2 * 86_400) },
      status: 'VERIFIED',
    },
    {
      title: 'clock 121 s behind the list',
      now: after(-86_400 - 121),
      claims: { issuedAt: after(-2 * 86_400) },
      status: 'CLOCK_SUSPECT',
    },
    { title: 'clock of 1970', now: new Date(0), status: 'CLOCK_SUSPECT' },
    {
      title: 'clock suspect comes before specimen',
      key: { use: 'specimen' },
      claims: { kind: 'SPECIMEN' },
      now: new Date(0),
      status: 'CLOCK_SUSPECT',
    },
    { title: 'issued 120 s ahead', claims: { issuedAt: after(120) }, status: 'VERIFIED' },
    { title: 'issued 121 s ahead', claims: { issuedAt: after(121) }, status: 'NOT_YET_VALID' },
    { title: 'last second', claims: { expiresAt: after(1) }, status: 'VERIFIED' },
    { title: 'expired', claims: { expiresAt: NOW }, status: 'EXPIRED' },
    // kinds
    { title: 'paper', key: { use: 'paper' }, claims: { kind: 'PAPER' }, status: 'VERIFIED' },
    {
      title: 'specimen',
      key: { use: 'specimen' },
      claims: { kind: 'SPECIMEN' },
      status: 'SPECIMEN',
    },
    {
      title: 'expired specimen',
      key: { use: 'specimen' },
      claims: { kind: 'SPECIMEN', expiresAt: NOW },
      status: 'EXPIRED',
    },
  ])('$title -> $status', async ({ claims = {}, status, ...given }) => {
    const found = await statusOf(await issueToken(someClaims(claims), signer), given);
    expect(found.status).toBe(status);
  });

  it.each<[TokenClaims['kind'], KeyUse]>([
    ...(['paper', 'specimen', 'status', 'policy', 'evidence', 'receipt'] as const).map(
      (use): [TokenClaims['kind'], KeyUse] => ['DYNAMIC', use],
    ),
    ...([
      ['PAPER', 'dynamic'],
      ['PAPER', 'specimen'],
      ['SPECIMEN', 'dynamic'],
      ['SPECIMEN', 'paper'],
    ] as [TokenClaims['kind'], KeyUse][]),
  ])('%s by a key of use %s -> WRONG_KEY_USE', async (kind, use) => {
    const found = await statusOf(await issueToken(someClaims({ kind }), signer), { key: { use } });
    expect(found.status).toBe('WRONG_KEY_USE');
  });

  it('of a region that has ended its codes -> SUNSET, also when expired', async () => {
    const regions = [{ region: '330000', state: 'SUNSET' as const, keys: [KEY] }];
    expect((await statusOf(goodText, { trust: { regions } })).status).toBe('SUNSET');
    expect(
      (await statusOf(goodText, { trust: { regions }, now: after(HALF_A_YEAR - 1) })).status,
    ).toBe('SUNSET');
  });

  it('of a region that only recognizes -> ISSUER_NOT_TRUSTED', async () => {
    const region = { region: '330000', state: 'ACTIVE' as const, keys: [KEY] };
    const only = (role: 'ISSUER' | 'RECEIVER') => ({
      trust: { regions: [{ ...region, roles: [role] }] },
    });
    expect((await statusOf(goodText, only('RECEIVER'))).status).toBe('ISSUER_NOT_TRUSTED');
    expect((await statusOf(goodText, only('ISSUER'))).status).toBe('VERIFIED');
  });

  it('in the name of a foreign region shows nothing of what it claims', async () => {
    const found = await statusOf(await issueToken(someClaims({ issuer: '510000' }), signer));
    expect(found).toEqual({ status: 'ISSUER_NOT_TRUSTED', claims: null });
  });

  it('of a kid that two keys share -> ISSUER_NOT_TRUSTED', async () => {
    const trust = aTrust([KEY, aKey({ ...aSigner(), kid: signer.kid }, { region: '510000' })]);
    expect((await verifyToken(goodText, { trust, ...verifiers, now: NOW })).status).toBe(
      'ISSUER_NOT_TRUSTED',
    );
  });
});
