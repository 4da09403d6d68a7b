import { beforeAll, describe, expect, it } from 'vitest';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { signStatement } from '../status/statement.ts';
import type { Signer } from '../token/keys.ts';
import { encodeHeld } from './list-exchange.ts';
import { openRequest, REQUEST_MAX, signRequest, type RegionRequest } from './request.ts';

const signer = { evidence: aSigner(), status: aSigner(), stranger: aSigner() };
const trust = aTrust([
  aKey(signer.evidence, { use: 'evidence' }),
  aKey(signer.status, { use: 'status' }),
]);
const REQUEST: RegionRequest = {
  ...{ from: ISSUER, to: '510000', askedAt: NOW, nonce: new Uint8Array(16).fill(7) },
  body: encodeHeld({ trust: null, lists: [new Uint8Array(32)] }),
};

const signed = (given: Partial<RegionRequest> = {}, by: Signer = signer.evidence, kind = 'lists') =>
  signRequest(kind, { ...REQUEST, ...given }, by);

const opened = (bytes: Uint8Array, now = NOW, kind = 'lists') =>
  openRequest(bytes, kind, { trust, verify: nodeVerify(), now });

describe('a request of a region', () => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = await signed();
  });

  it('opens as it was signed', async () => {
    const { body, ...rest } = REQUEST;
    expect(await opened(good)).toEqual({ ...rest, body });
  });

  it.each<[string, () => Promise<Uint8Array>, string, Date?, string?]>([
    ['of another kind', () => signed({}, signer.evidence, 'conversion'), 'MALFORMED'],
    ['of an unknown key', () => signed({}, signer.stranger), 'ISSUER_NOT_TRUSTED'],
    ['by a key for lists', () => signed({}, signer.status), 'WRONG_KEY_USE'],
    ['in the name of another region', () => signed({ from: '510000' }), 'FOREIGN_REGION'],
    ['two minutes old', () => signed(), 'EXPIRED', after(120)],
    ['of a clock far ahead', () => signed({ askedAt: after(121) }), 'NOT_YET_VALID'],
    ['with a short nonce', () => signed({ nonce: new Uint8Array(8) }), 'MALFORMED'],
    ['too long', () => Promise.resolve(new Uint8Array(REQUEST_MAX + 1)), 'TOO_LARGE'],
    ['that is a statement', aStatement, 'MALFORMED'],
    ['of no bytes', () => Promise.resolve(new Uint8Array()), 'MALFORMED'],
  ])('%s is refused', async (_title, bytes, fault, now) => {
    expect(await opened(await bytes(), now)).toEqual({ fault });
  });

  it('is refused with any one bit flipped', async () => {
    const all = Array.from({ length: good.length * 8 }, (_, bit) =>
      opened(good.with(bit >> 3, (good[bit >> 3] ?? 0) ^ (1 << (bit & 7)))),
    );
    for (const one of await Promise.all(all)) expect(one).toHaveProperty('fault');
  });

  function aStatement() {
    const life = { issuedAt: NOW, expiresAt: after(60) };
    const said = { lists: [], ctis: [], places: [], kids: [] };
    return signStatement({ issuer: ISSUER, ...life, ...said }, signer.status);
  }
});
