import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, aKey, aSigner, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { encodeCbor } from '../token/cbor.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import { regionEntry } from './trust-entry-cbor.ts';
import { aFreshKey, anUpload, uploadRules } from './trust-fakes.ts';
import type { TrustedRegion } from './trust-list.ts';
import { openUpload, signUpload, type TrustUpload, type UploadRules } from './trust-upload.ts';

const DAY = 86_400;
const uploader = aSigner();
const key = aFreshKey();
const withdrawn = { ...key, state: 'TERMINATED' as const };

function listed(keys: TrustedRegion['keys'], state: TrustedRegion['state'] = 'ACTIVE') {
  return { known: { region: ISSUER, state, keys } };
}

async function faultOf(upload: Partial<TrustUpload>, rules: Partial<UploadRules> = {}) {
  const bytes = await signUpload(anUpload({ keys: [key], ...upload }), uploader);
  const opened = await openUpload(bytes, uploadRules(uploader, rules));
  return 'fault' in opened ? opened.fault : null;
}

describe('an upload', () => {
  it('opens as it was signed', async () => {
    const upload = anUpload({ endpoint: 'https://codes.example', keys: [key] });
    const bytes = await signUpload(upload, uploader);
    expect(await openUpload(bytes, uploadRules(uploader))).toEqual(upload);
  });

  it.each<[string, Partial<TrustUpload>, Partial<UploadRules>, string | null]>([
    ['the first one', {}, {}, null],
    ['another region', { region: '510000' }, {}, 'FOREIGN_REGION'],
    ['the next serial', { serial: 8 }, { serial: 7 }, null],
    ['the serial of the last one', { serial: 7 }, { serial: 7 }, 'ROLLBACK'],
    ['an older serial', { serial: 6 }, { serial: 7 }, 'ROLLBACK'],
    ['a serial of nothing', { serial: 0 }, { serial: -1 }, 'MALFORMED'],
    ['a clock two minutes ahead', { issuedAt: after(120) }, {}, null],
    ['a clock further ahead', { issuedAt: after(121) }, {}, 'CLOCK'],
    ['no keys yet', { keys: [] }, {}, null],
    ['65 keys', { keys: Array.from({ length: 65 }, () => key) }, {}, 'MALFORMED'],
    ['one key twice', { keys: [key, key] }, {}, 'KEY_TWICE'],
    ['a kid that is not of the key', { keys: [{ ...key, kid: '00'.repeat(8) }] }, {}, 'KEY_ID'],
    ['a key of another curve', { keys: [{ ...key, spki: new Uint8Array(91) }] }, {}, 'KEY_ID'],
    ['a key of another region', {}, { foreignKids: new Set([key.kid]) }, 'FOREIGN_KEY'],
    ['six months and the overlap', { keys: [aFreshKey({ notAfter: after(213 * DAY) })] }, {}, null],
    ['a longer life', { keys: [aFreshKey({ notAfter: after(213 * DAY + 1) })] }, {}, 'KEY_LIFE'],
    ['a life of nothing', { keys: [aFreshKey({ notAfter: NOW })] }, {}, 'KEY_LIFE'],
    [
      'a key that begins with the overlap',
      { keys: [aFreshKey({ notBefore: after(30 * DAY) })] },
      {},
      null,
    ],
    [
      'a key that begins later',
      { keys: [aFreshKey({ notBefore: after(30 * DAY + 1) })] },
      {},
      'KEY_LIFE',
    ],
    [
      'a new key that is over',
      { keys: [aFreshKey({ notBefore: after(-DAY), notAfter: NOW })] },
      {},
      'KEY_LIFE',
    ],
    ['a listed key again', {}, listed([key]), null],
    ['a listed key that is over', { keys: [key] }, { ...listed([key]), now: key.notAfter }, null],
    [
      'a listed key that ends earlier',
      { keys: [{ ...key, notAfter: after(9) }] },
      listed([key]),
      null,
    ],
    [
      'a listed key that ends later',
      { keys: [{ ...key, notAfter: after(200 * DAY) }] },
      listed([key]),
      'KEY_CHANGED',
    ],
    [
      'a listed key that began earlier',
      { keys: [{ ...key, notBefore: after(-1) }] },
      listed([key]),
      'KEY_CHANGED',
    ],
    [
      'a listed key of another use',
      { keys: [{ ...key, use: 'paper' }] },
      listed([key]),
      'KEY_CHANGED',
    ],
    ['a key that it withdraws', { keys: [withdrawn] }, listed([key]), null],
    ['a withdrawn key as such', { keys: [withdrawn] }, listed([withdrawn]), null],
    ['a withdrawn key that comes back', { keys: [key] }, listed([withdrawn]), 'KEY_RETURNED'],
    ['a key withdrawn long ago', {}, { withdrawnKids: new Set([key.kid]) }, 'KEY_RETURNED'],
    ['an end', { state: 'SUNSET' }, listed([key]), null],
    ['after its end', {}, listed([key], 'SUNSET'), 'SUNSET'],
    ['a plain address', { endpoint: 'http://codes.example' }, {}, 'MALFORMED'],
    ['an address on loopback', { endpoint: 'http://127.0.0.1:4001' }, {}, null],
    ['an address with a path', { endpoint: 'https://codes.example/a' }, {}, 'MALFORMED'],
    ['an address with a user', { endpoint: 'https://a@codes.example' }, {}, 'MALFORMED'],
    ['a nameless region', { names: { ZH_HANS: '', ZH_HANT: '', EN: '' } }, {}, 'MALFORMED'],
  ])('of %s', async (_title, upload, rules, fault) => {
    expect(await faultOf(upload, rules)).toBe(fault);
  });

  it('names the key that is why', async () => {
    const bytes = await signUpload(anUpload({ keys: [aFreshKey(), key, key] }), uploader);
    expect(await openUpload(bytes, uploadRules(uploader))).toEqual({
      ...{ fault: 'KEY_TWICE', kid: key.kid },
    });
  });

  it('by another key is refused, whatever kid it claims', async () => {
    const stranger = { ...aSigner(), kid: uploader.kid };
    for (const signer of [aSigner(), stranger]) {
      const bytes = await signUpload(anUpload(), signer);
      const opened = await openUpload(bytes, uploadRules(uploader));
      expect(opened).toEqual({ fault: 'BAD_SIGNATURE' });
    }
  });

  it('that is only an entry of a list is none', async () => {
    const entry = regionEntry({ region: ISSUER, state: 'ACTIVE', keys: [aKey(aSigner())] });
    for (const type of ['application/tongma-trust-upload', undefined]) {
      const bytes = await signSign1(encodeCbor(entry), uploader, type);
      expect(await openUpload(bytes, uploadRules(uploader))).toEqual({ fault: 'MALFORMED' });
    }
  });

  it('is refused with any one bit flipped', async () => {
    const bytes = await signUpload(anUpload(), uploader);
    const rules = uploadRules(uploader);
    const opened = await Promise.all(
      Array.from({ length: bytes.length * 8 }, (_, bit) =>
        openUpload(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))), rules),
      ),
    );
    expect(opened.filter((one) => !('fault' in one))).toEqual([]);
  }, 30_000);

  it('of any bytes is an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await openUpload(bytes, uploadRules(uploader))).toHaveProperty('fault');
      }),
    );
  });
});
