import fc from 'fast-check';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../../test/sample.ts';
import { nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import {
  after,
  aHolder,
  aKey,
  aSigner,
  aTrust,
  NOW,
  someClaims,
} from '../../persistence/signing-fakes.ts';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { concat } from './bytes.ts';
import { issueToken } from './issue-token.ts';
import { encodePresentation, readPresentation, stepAt } from './presentation.ts';
import { TOKEN_STATUSES, type TokenStatus } from './token-status.ts';
import { TEXT_MAX, verifyToken } from './verify-token.ts';

const [signer, paper, holder, thief] = [aSigner(), aSigner(), aHolder(), aHolder()];
const trust = aTrust([aKey(signer), aKey(paper, { use: 'paper' })]);
const verifiers = { verify: nodeVerify(), verifyHolder: nodeVerifyHolder() };
const bound = { holderKey: holder.key };
const token = await issueToken(someClaims(bound), signer);
const STEP = stepAt(NOW);
const live = holder.present(token, STEP);
const bytes = decodeBase45(live.slice(5))!;

const check = (text: string, now = NOW) => verifyToken(text, { trust, ...verifiers, now });
const asText = (some: Uint8Array) => `HCP1:${encodeBase45(some)}`;
const versionOf = (text: string) => create(text, { errorCorrectionLevel: 'M' }).version;

describe('a presentation', () => {
  it('has 395 characters and QR version 12; its token alone 293 and 10', () => {
    expect([token.length, versionOf(token)]).toEqual([293, 10]);
    expect([live.length, versionOf(live)]).toEqual([395, 12]);
  });

  it('is verified, with its claims, and was presented', async () => {
    const found = await check(live);
    const key = aKey(signer);
    expect(found).toEqual({ status: 'VERIFIED', claims: someClaims(bound), key, presented: true });
  });

  it('comes back as it was', () => {
    const read = readPresentation(live);
    expect(read).toMatchObject({ step: STEP, token: decodeBase45(token.slice(5)) });
    expect(read && encodePresentation(read)).toBe(live);
  });

  it.each([
    ['its step begins 120 s from now', new Date(STEP * 30_000 - 120_000), true],
    ['its step begins 120.001 s from now', new Date(STEP * 30_000 - 120_001), false],
    ['its step began 120 s ago', new Date(STEP * 30_000 + 120_000), true],
    ['its step began 120.001 s ago', new Date(STEP * 30_000 + 120_001), false],
    ['it is of yesterday', after(22 * 3_600), false],
  ])('%s: the token holds, live: %s', async (_title, now, presented) => {
    expect(await check(live, now)).toMatchObject({ status: 'VERIFIED', presented });
  });

  it.each<[string, () => string | Promise<string>, TokenStatus]>([
    ['the prefix alone', () => 'HCP1:', 'MALFORMED'],
    ['too long', () => 'HCP1:'.padEnd(TEXT_MAX + 1, '0'), 'MALFORMED'],
    ['no base 45', () => 'HCP1:é', 'MALFORMED'],
    ['in small letters', () => live.toLowerCase(), 'NOT_SUPPORTED'],
    ['a signature and no token', () => asText(bytes.subarray(-68)), 'MALFORMED'],
    ['a token and no signature', () => token.replace('HCN1', 'HCP1'), 'MALFORMED'],
    ['shown as a token', () => live.replace('HCP1', 'HCN1'), 'MALFORMED'],
    ['longer by a trailing byte', () => asText(concat(bytes, Uint8Array.of(0))), 'MALFORMED'],
    [
      'of a token without a holder key',
      async () => holder.present(await issueToken(someClaims(), signer), STEP),
      'MALFORMED',
    ],
    [
      'of a paper token',
      async () => {
        const claims = someClaims({ ...bound, kind: 'PAPER' });
        return holder.present(await issueToken(claims, paper), STEP);
      },
      'MALFORMED',
    ],
    ['by another key', () => thief.present(token, STEP), 'INVALID_SIGNATURE'],
    ['by another key, and old', () => thief.present(token, STEP - 2_880), 'INVALID_SIGNATURE'],
    [
      "yesterday's with the step of today",
      () =>
        encodePresentation({
          ...readPresentation(holder.present(token, STEP - 2_880))!,
          step: STEP,
        }),
      'INVALID_SIGNATURE',
    ],
    [
      "another's token under the signature",
      async () => {
        const other = await issueToken(someClaims(bound), signer);
        const signature = readPresentation(live)!.signature;
        return encodePresentation({ token: decodeBase45(other.slice(5))!, step: STEP, signature });
      },
      'INVALID_SIGNATURE',
    ],
    [
      'of a token nobody trusts',
      async () => holder.present(await issueToken(someClaims(bound), aSigner()), STEP),
      'ISSUER_NOT_TRUSTED',
    ],
  ])('%s is refused, and tells nothing', async (_title, make, status) => {
    expect(await check(await make())).toEqual({ status, claims: null });
  });

  it('of an expired token is EXPIRED, whoever signed it live', async () => {
    const expired = await issueToken(someClaims({ ...bound, expiresAt: NOW }), signer);
    expect((await check(holder.present(expired, STEP))).status).toBe('EXPIRED');
    expect((await check(thief.present(expired, STEP))).status).toBe('INVALID_SIGNATURE');
  });
});

describe('10,000 changed presentations', () => {
  it('are all refused, without an exception', async () => {
    const at = fc.nat({ max: bytes.length - 1 });
    const mutant = fc.oneof(
      fc
        .tuple(at, fc.nat({ max: 7 }))
        .map(([place, bit]) => bytes.with(place, bytes[place]! ^ (1 << bit))),
      fc.tuple(at, fc.nat({ max: 255 })).map(([place, byte]) => bytes.with(place, byte)),
      fc
        .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 4 }))
        .map(([place, more]) => concat(bytes.subarray(0, place), more, bytes.subarray(place))),
      fc
        .tuple(at, at)
        .map(([a, b]) => concat(bytes.subarray(0, Math.min(a, b)), bytes.subarray(Math.max(a, b)))),
      fc.uint8Array({ maxLength: 300 }),
    );
    const statuses = new Map<TokenStatus, number>();
    await fc.assert(
      fc.asyncProperty(mutant, async (changed) => {
        const text = asText(changed);
        const { status, claims, presented } = await check(text);
        expect(TOKEN_STATUSES).toContain(status);
        if (text === live) return;
        expect([status, claims, presented]).toEqual([
          expect.not.stringMatching('VERIFIED'),
          null,
          undefined,
        ]);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      cases(100_000, 5_000),
    );
    process.stdout.write(`changed presentations: ${JSON.stringify([...statuses])}\n`);
    expect([...statuses.keys()]).toEqual(
      expect.arrayContaining(['MALFORMED', 'INVALID_SIGNATURE']),
    );
  });
});
