import { encode, rfc8949EncodeOptions } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from './cbor-encoder.ts';

/** The same by a library, which is the oracle here. */
function encodedByLibrary(value: CborValue): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Where the length of a number changes, and beside it. */
const EDGES = [23, 0xff, 0xffff, 0xffff_ffff, Number.MAX_SAFE_INTEGER - 1].flatMap((edge) =>
  [edge - 1, edge, edge + 1].flatMap((number) => [number, -number, -1 - number]),
);
const integer = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer(),
  fc.constantFrom(...EDGES.filter(Number.isSafeInteger)),
);
const text = fc
  .oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  .filter((one) => !one.startsWith('\uFEFF'));
const value = fc.letrec<{ any: CborValue }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'medium' },
    ...[integer, text, fc.uint8Array({ maxLength: 300 }), fc.constantFrom(null, true, false)],
    fc.array(tie('any'), { maxLength: 30 }),
    fc
      .array(fc.tuple(fc.oneof(integer, text), tie('any')), { maxLength: 30 })
      .map((pairs) => new Map(pairs)),
  ),
})).any;

describe('the encoder', () => {
  it('gives what a library gives', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(hex(encodeCbor(given))).toBe(hex(encodedByLibrary(given)));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(EDGES.filter(Number.isSafeInteger))('writes %i in the fewest bytes', (number) => {
    expect(hex(encodeCbor(number))).toBe(hex(encodedByLibrary(number)));
  });

  // RFC 8949 §4.2.1 and appendix A.
  it.each<[string, CborValue, string]>([
    ['an integer of eight bytes', 1_000_000_000_000, '1b000000e8d4a51000'],
    ['a negative one of two', -1_000, '3903e7'],
    ['a text of two bytes a letter', 'ü', '62c3bc'],
    ['a text of four', '\u{10151}', '64f0908591'],
    [
      'keys, whole numbers first',
      new Map<number | string, CborValue>([
        ['aa', 1],
        ['z', 2],
        [-1, 3],
        [100, 4],
        [10, 5],
      ]),
      'a50a05186404200361 7a026261 6101'.replaceAll(' ', ''),
    ],
    [
      'keys by their bytes, not their letters',
      new Map([
        ['\u{10000}a', 1],
        ['\uFF5Eaa', 2],
      ]),
      'a265efbd9e61610265f09080806101',
    ],
    [
      'nested ones, each in order',
      new Map<number, CborValue>([
        [
          2,
          new Map([
            [1, 0],
            [0, 0],
          ]),
        ],
        [1, []],
      ]),
      'a2018002a200000100',
    ],
  ])('writes %s', (_title, given, bytes) => {
    expect(hex(encodeCbor(given))).toBe(bytes);
    expect(hex(encodedByLibrary(given))).toBe(bytes);
  });

  it('writes what is longer than its buffer, and then short ones again', () => {
    const long = new Uint8Array(200_000).fill(7);
    const texts = Array.from({ length: 3_000 }, (_, at) => `界${'x'.repeat(at % 70)}`);
    for (const given of [[long], texts, [1], [long, texts]]) {
      expect(hex(encodeCbor(given))).toBe(hex(encodedByLibrary(given)));
    }
  });

  it('gives bytes that the next text leaves alone', () => {
    const first = encodeCbor('first');
    encodeCbor('other');
    expect(hex(first)).toBe(hex(encodedByLibrary('first')));
  });

  it('writes no text that begins with a byte order mark, which nobody reads', () => {
    for (const given of ['\uFEFF', '\uFEFF样', ['\uFEFF'], new Map([['\uFEFF', 1]])]) {
      expect(() => encodeCbor(given)).toThrow(TypeError);
    }
    expect(hex(encodeCbor('样\uFEFF'))).toBe(hex(encodedByLibrary('样\uFEFF')));
  });

  it.each([1.5, NaN, Infinity, 2 ** 53])('throws at %d, and writes on after it', (number) => {
    expect(() => encodeCbor(['before', new Map([[1, number]])])).toThrow(TypeError);
    expect(hex(encodeCbor([1]))).toBe('8101');
  });
});
