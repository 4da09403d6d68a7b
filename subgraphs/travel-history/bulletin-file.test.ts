import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/sample.ts';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import { DomainError } from '../kit/domain-error.ts';
import { readBulletinBytes, readBulletinText, readBulletinUpload } from './bulletin-file.ts';
import { contentOf, readBulletin } from './domain/bulletin/bulletin.ts';
import { unresolvedNames } from './domain/bulletin/import-bulletin.ts';
import { nameResolver } from './domain/bulletin/resolve-name.ts';
import { aBulletin, inXihu } from './bulletin-fakes.ts';

const RUNS = cases(100_000);
const resolve = nameResolver(DIVISIONS);
const sound = JSON.stringify({
  data: aBulletin('2022-12-02 08时', {
    high: [inXihu('甲社区', '乙社区')],
    low: [inXihu('其它区域')],
  }),
  ...{ code: 0, msg: '' },
});

/** The same, one letter of a community's name lost on its way. */
const notUtf8 = Buffer.from(sound);
notUtf8[notUtf8.indexOf('甲社区') + 1] = 0x20;

/** Reads a text as far as anything reads it: a bulletin, or a refusal with a code. */
function outcome(text: string): string {
  try {
    const bulletin = readBulletin(readBulletinText(text));
    if (!bulletin) return 'NO_INSTANT';
    unresolvedNames(bulletin.areas, resolve);
    return contentOf(bulletin) === '' ? 'EMPTY' : 'BULLETIN';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** A sound bulletin with a part of its text replaced. */
const mutated = fc
  .tuple(fc.nat(sound.length), fc.nat(20), fc.oneof(fc.string(), fc.string({ unit: 'binary' })))
  .map(([at, length, put]) => sound.slice(0, at) + put + sound.slice(at + length));

/** Bulletins with any values where values stand. */
const anyValue = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant([]));
const list = fc.oneof(
  anyValue,
  fc.array(
    fc.record({
      ...{
        province: fc.oneof(fc.constant('浙江省'), fc.string({ unit: 'binary' })),
        city: fc.string(),
      },
      ...{ county: fc.string(), communitys: fc.array(fc.string({ unit: 'binary' })) },
    }),
  ),
);
const generated = fc
  .record(
    {
      end_update_time: fc.oneof(fc.constant('2022-12-02 8时'), fc.string()),
      ...{ hcount: fc.oneof(fc.nat(9), anyValue), mcount: fc.nat(9), lcount: fc.nat(9) },
      ...{ highlist: list, middlelist: list, lowlist: list },
    },
    { requiredKeys: ['end_update_time', 'hcount'] },
  )
  .map((data) => JSON.stringify({ data }));

describe('a bulletin that is read', () => {
  it('is one, or is refused with a code, whatever it holds', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof(mutated, generated, fc.string()), (text) => {
        const begun = performance.now();
        const what = outcome(text);
        seen.set(what, (seen.get(what) ?? 0) + 1);
        expect(['BULLETIN', 'NO_INSTANT', 'BAD_USER_INPUT']).toContain(what);
        // Ten milliseconds on a machine of its own; shared ones stop in between.
        expect(performance.now() - begun).toBeLessThan(1_000);
      }),
      RUNS,
    );
    expect(seen.get('BULLETIN')).toBeGreaterThan(0);
    expect(seen.get('BAD_USER_INPUT')).toBeGreaterThan(0);
  });

  it('may be gzipped or not, with the answer around it or not', async () => {
    const { data } = JSON.parse(sound) as { readonly data: object };
    const plain = await readBulletinBytes(Buffer.from(JSON.stringify(data)));
    expect(await readBulletinBytes(Buffer.from(sound))).toEqual(plain);
    expect(await readBulletinUpload(gzipSync(sound).toString('base64'))).toEqual(plain);
    expect(await readBulletinBytes(gzipSync(`\ufeff${sound}`))).toEqual(plain);
  });

  it.each([
    ['cut', gzipSync(sound).subarray(0, 40).toString('base64')],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1_048_576)).toString('base64')],
    ['not base64', 'ö'],
    ['too large', 'A'.repeat(2_000_001)],
    ['empty', ''],
    ['not in UTF-8', notUtf8.toString('base64')],
    ['not in UTF-8, gzipped', gzipSync(notUtf8).toString('base64')],
  ])('is refused when it is %s', async (_what, content) => {
    await expect(readBulletinUpload(content)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('counts what is listed, lists what is twice once, and sees entries without a community', () => {
    const lists = { high: [inXihu('甲', ' 甲 ', '乙'), inXihu()] };
    const bulletin = readBulletin(
      readBulletinText(JSON.stringify(aBulletin('2022-12-02 8时', lists))),
    );
    expect(bulletin).toMatchObject({ listed: { HIGH: 3 }, stated: { HIGH: 3 }, hollow: 1 });
    expect(bulletin?.areas.size).toBe(2);
  });
});
