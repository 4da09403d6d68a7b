import { describe, expect, it } from 'vitest';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrustList, NOW } from '../../persistence/signing-fakes.ts';
import { asMap, decodeCbor, encodeCbor, type CborValue } from '../token/cbor.ts';
import { signByMany } from '../token/cose-sign.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import { encodeTrustList } from './trust-list-cbor.ts';
import {
  openTrustList,
  signTrustList,
  trustIndex,
  type TrustList,
  type TrustRules,
} from './trust-list.ts';

const roots = [aSigner(), aSigner(), aSigner()];
const [first, second, third] = roots;
const stranger = aSigner();
const issuer = aSigner();
const KEY = aKey(issuer);
const list = aTrustList([KEY, aKey(aSigner(), { region: '510000', use: 'paper' })]);

function rules(given: Partial<TrustRules> = {}): TrustRules {
  return {
    ...{ roots, threshold: 2, environment: 'production', current: 7, now: NOW },
    ...{ verify: nodeVerify(), ...given },
  };
}

async function faultOf(bytes: Uint8Array, given: Partial<TrustRules> = {}) {
  const opened = await openTrustList(bytes, rules(given));
  return 'fault' in opened ? opened.fault : null;
}

const by = (signers: readonly (typeof stranger | undefined)[], given: Partial<TrustList> = {}) =>
  signTrustList(
    { ...list, ...given },
    signers.filter((signer) => signer !== undefined),
  );

describe('a trust list', () => {
  it('opens as it was signed, with look-ups', async () => {
    const opened = await openTrustList(await by([first, second]), rules());
    if ('fault' in opened) throw new Error(opened.fault);
    const regions = list.regions.map((region) => ({ ...region, roles: ['ISSUER', 'RECEIVER'] }));
    expect(opened.list).toEqual({ ...list, regions });
    expect(opened.key(issuer.kid)).toEqual(KEY);
    expect(opened.key('0000000000000000')).toBeUndefined();
    expect(opened.region('510000')?.keys).toHaveLength(1);
    expect(opened.region('440000')).toBeUndefined();
  });

  it('is COSE_Sign, tag 98, over the fields of DESIGN.md §6', async () => {
    const bytes = await by([first, second]);
    expect([...bytes.subarray(0, 5)]).toEqual([0xd8, 98, 0x84, 0x40, 0xa0]); // RFC 9052 §4.1
    const payload = asMap(decodeCbor(encodeTrustList(list)))!;
    expect(new Set(payload.keys())).toEqual(
      new Set(['version', 'issuedAt', 'expires', 'environment', 'entries']),
    );
    const [entry] = payload.get('entries') as Map<string, CborValue>[];
    expect(new Set(entry!.keys())).toEqual(new Set(['region', 'roles', 'state', 'keys']));
  });

  it.each<[string, () => Promise<Uint8Array>, Partial<TrustRules>, string | null]>([
    ['two of three roots', () => by([first, third]), {}, null],
    ['all roots', () => by(roots), {}, null],
    ['two roots and a stranger', () => by([first, second, stranger]), {}, null],
    ['one root', () => by([first]), {}, 'TOO_FEW_SIGNATURES'],
    ['one root twice', () => by([first, first]), {}, 'TOO_FEW_SIGNATURES'],
    ['one root and a stranger', () => by([first, stranger]), {}, 'TOO_FEW_SIGNATURES'],
    ['no root', () => by([]), {}, 'TOO_FEW_SIGNATURES'],
    [
      'a root impersonated',
      () => by([first, { ...stranger, kid: second!.kid }]),
      {},
      'BAD_SIGNATURE',
    ],
    [
      'a root impersonated beside two',
      () => by([first, second, { ...stranger, kid: third!.kid }]),
      {},
      'BAD_SIGNATURE',
    ],
    ['the next version', () => by([first, second], { version: 8 }), {}, null],
    ['the same version', () => by([first, second]), { current: 7 }, null],
    ['rollback', () => by([first, second]), { current: 8 }, 'ROLLBACK'],
    ['the last second', () => by([first, second], { expiresAt: after(1) }), {}, null],
    ['expired', () => by([first, second], { expiresAt: NOW }), {}, 'EXPIRED'],
    ['seven days', () => by([first, second], { expiresAt: after(6 * 86_400) }), {}, null],
    [
      'seven days and a second',
      () => by([first, second], { expiresAt: after(6 * 86_400 + 1) }),
      {},
      'MALFORMED',
    ],
    [
      'demo keys in production',
      () => by([first, second], { environment: 'demo' }),
      {},
      'ENVIRONMENT',
    ],
    [
      'production keys in a demo',
      () => by([first, second]),
      { environment: 'demo' },
      'ENVIRONMENT',
    ],
    [
      'a region twice',
      () => by([first, second], { regions: [...list.regions, ...list.regions] }),
      {},
      'MALFORMED',
    ],
    [
      'an expiry beyond the year 9999',
      () => by([first, second], { expiresAt: new Date(8e15) }),
      {},
      'MALFORMED',
    ],
    ['no list at all', () => signByMany(encodeCbor([1]), roots), {}, 'MALFORMED'],
    ['COSE_Sign1', () => signSign1(encodeTrustList(list), roots[0]!), {}, 'MALFORMED'],
    ['no bytes', () => Promise.resolve(new Uint8Array()), {}, 'MALFORMED'],
    [
      'a trailing byte',
      async () => Uint8Array.of(...(await by([first, second])), 0),
      {},
      'MALFORMED',
    ],
  ])('by %s', async (_title, bytes, given, fault) => {
    expect(await faultOf(await bytes(), given)).toBe(fault);
  });

  it.each<[string, Record<string, CborValue>]>([
    ['another algorithm', { alg: 'ES384' }],
    ['an unknown use', { use: 'login' }],
    ['an unknown state', { state: 'PAUSED' }],
    ['a kid of 7 bytes', { kid: '01020304050607' }],
    ['a kid in capitals', { kid: 'ABCDEF0102030405' }],
    ['no public key', { publicKey: null }],
    ['a beginning that is no date', { notBefore: -1 }],
  ])('with a key of %s is malformed', async (_title, change) => {
    const payload = decodeCbor(encodeTrustList(list)) as Map<string, Map<string, CborValue>[]>;
    const keys = payload.get('entries')![0]!.get('keys') as unknown as Map<string, CborValue>[];
    for (const [name, value] of Object.entries(change)) keys[0]!.set(name, value);
    const bytes = await signByMany(encodeCbor(payload), [first!, second!]);
    expect(await faultOf(bytes)).toBe('MALFORMED');
  });

  it('is refused with any one bit flipped', async () => {
    const bytes = await signTrustList(aTrustList([KEY]), [roots[0]!, roots[1]!]);
    const faults = await Promise.all(
      Array.from({ length: bytes.length * 8 }, async (_, bit) => {
        const copy = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
        return faultOf(copy);
      }),
    );
    expect(faults).not.toContain(null);
  }, 30_000);

  it('gives a kid that two keys share to nobody', () => {
    const twice = aTrustList([KEY, { ...KEY, region: '510000' }, { ...KEY, region: '440000' }]);
    expect(trustIndex(twice).key(KEY.kid)).toBeUndefined();
  });
});
