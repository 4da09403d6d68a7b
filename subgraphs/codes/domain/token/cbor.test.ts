import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asInstant, decodeCbor, encodeCbor, isCbor, type CborValue } from './cbor.ts';
import { DEPTH_MAX } from './cbor-decoder.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const STRICT = {
  ...{ useMaps: true, strict: true, rejectDuplicateMapKeys: true, allowIndefinite: false },
  ...{ allowUndefined: false, allowInfinity: false, allowNaN: false, allowBigInt: false },
} as const;

function depthOf(value: unknown): number {
  const items =
    value instanceof Map ? [...value.values()] : Array.isArray(value) ? (value as unknown[]) : null;
  return items ? 1 + Math.max(0, ...items.map(depthOf)) : 0;
}

function hasMark(value: unknown): boolean {
  if (value instanceof Map) return [...value].flat().some(hasMark);
  return Array.isArray(value) ? value.some(hasMark) : String(value).startsWith('\uFEFF');
}

/**
 * The same by a library, which is the oracle here: what it reads with all its strictness, if it
 * encodes to the same bytes, nests no deeper than ours and is of our kinds.
 */
function decodedByLibrary(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, STRICT);
    if (!isCbor(value) || depthOf(value) > DEPTH_MAX || hasMark(value)) return undefined;
    return Buffer.compare(encode(value, rfc8949EncodeOptions), bytes) === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

const nested = (depth: number) => hex(`${'81'.repeat(depth)}00`);

describe('strict CBOR', () => {
  it('encodes maps in the order of their encoded keys', () => {
    const map = new Map<number | string, CborValue>([
      ['a', 1],
      [-1, 2],
      [10, 3],
    ]);
    expect(Buffer.from(encodeCbor(map)).toString('hex')).toBe('a30a032002616101'); // RFC 8949 §4.2.1
  });

  it.each([
    ['trailing bytes', '0000'],
    ['nothing', ''],
    ['duplicate keys', 'a201000100'],
    ['duplicate text keys', 'a2616100616101'],
    ['keys out of order', 'a202000100'],
    ['a list of indefinite length', '9f00ff'],
    ['a map of indefinite length', 'bf0000ff'],
    ['bytes of indefinite length', '5f4100ff'],
    ['a text of indefinite length', '7f6161ff'],
    ['an integer longer than it must be', '1817'],
    ['an integer of eight bytes for a small one', '1b0000000000000001'],
    ['a length longer than it must be', '580100'],
    ['a list that ends early', '8200'],
    ['a map that ends early', 'a100'],
    ['bytes that end early', '4400'],
    ['a length beyond all memory', '5b7fffffffffffffff'],
    ['a list longer than the text', '9b001fffffffffffff'],
    ['a float for a whole number', 'f93c00'],
    ['minus zero', 'f98000'],
    ['a half', 'f93800'],
    ['a float of eight bytes', 'fb3ff199999999999a'],
    ['not a number', 'f97e00'],
    ['infinity', 'f97c00'],
    ['undefined', 'f7'],
    ['an unknown simple value', 'e0'],
    ['a tag', 'c100'],
    ['a break alone', 'ff'],
    ['an integer beyond 2^53', '1bffffffffffffffff'],
    ['the first beyond 2^53', '1b0020000000000000'],
    ['a negative integer beyond 2^53', '3b001fffffffffffff'],
    ['a text that is not UTF-8', '61ff'],
    ['a surrogate as text', '63eda080'],
    ['an overlong letter', '62c1a1'],
    ['a long text that is not UTF-8', `7828${'61'.repeat(39)}ff`],
    ['a text that is not UTF-8 where its replacement has the same length', '63e28261'],
    ['a text that is a byte order mark, which decoders leave out', '63efbbbf'],
    ['a text that begins with one', '64efbbbf61'],
    ['a negative integer longer than it must be', '3817'],
    ['a length of a list longer than it must be', '980100'],
    ['a length of a map longer than it must be', 'b8010000'],
    ['a length of a text longer than it must be', '780161'],
    ['keys out of order, of two lengths', 'a218200000 00'.replace(' ', '')],
    ['text keys before integer keys', 'a26161000000'],
    ['keys out of order after a nested map', 'a202a1030401 00'.replace(' ', '')],
    ['duplicate keys after a nested list', 'a20182a1000001 0100'.replaceAll(' ', '')],
    ['a key that is bytes', 'a1410000'],
    ['a key that is a list', 'a18000'],
    ['a key that is true', 'a1f500'],
    ['a reserved length', '1c'],
  ])('refuses %s', (_title, text) => {
    expect(decodeCbor(hex(text))).toBeUndefined();
  });

  it.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    'reads the last integer, %i',
    (last) => {
      expect(decodeCbor(encodeCbor(last))).toBe(last);
    },
  );

  it('reads nesting up to the limit and none deeper', () => {
    expect(decodeCbor(nested(DEPTH_MAX))).toBeDefined();
    expect(decodeCbor(nested(DEPTH_MAX + 1))).toBeUndefined();
    expect(decodeCbor(nested(100_000))).toBeUndefined();
    const maps = (depth: number) => hex(`${'a100'.repeat(depth)}00`);
    expect(decodeCbor(maps(DEPTH_MAX))).toBeDefined();
    expect(decodeCbor(maps(DEPTH_MAX + 1))).toBeUndefined();
  });

  it('counts depth, not the number of lists side by side', () => {
    const row: CborValue[] = Array.from({ length: 100 }, () => [[], new Map([[1, [1]]])]);
    expect(decodeCbor(encodeCbor(row))).toEqual(row);
  });

  it('never throws, and reads no bytes that encoding would not give', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 48 }), (bytes) => {
        const value = decodeCbor(bytes);
        if (value !== undefined) expect(encodeCbor(value as CborValue)).toEqual(bytes);
        expect(value).toEqual(decodedByLibrary(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([0, 23, 24, 255, 256, 65_535, 65_536])(
    'reads texts of %i bytes, any letters',
    (length) => {
      for (const text of ['x'.repeat(length), `界${'x'.repeat(length)}\uFFFD`]) {
        expect(decodeCbor(encodeCbor(text))).toBe(text);
      }
    },
  );

  it('reads of changed bytes none that encoding would not give', () => {
    const text = (maxLength: number) =>
      fc.string({ unit: 'binary', maxLength }).filter((one) => !one.startsWith('\uFEFF'));
    const value = fc.letrec<{ any: CborValue }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'medium' },
        fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -300, max: 300 })),
        text(40),
        fc.uint8Array({ maxLength: 30 }),
        fc.constantFrom(null, true, false),
        fc.array(tie('any'), { maxLength: 4 }),
        fc
          .array(fc.tuple(fc.oneof(fc.integer(), text(3)), tie('any')), {
            maxLength: 4,
          })
          .map((pairs) => new Map(pairs)),
      ),
    })).any;
    const change = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 });
    let read = 0;
    fc.assert(
      fc.property(value, change, (given, changes) => {
        const bytes = encodeCbor(given);
        expect(decodeCbor(bytes)).toEqual(given);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const decoded = decodeCbor(bytes);
        expect(decoded).toEqual(decodedByLibrary(bytes));
        if (decoded === undefined) return;
        read += 1;
        expect(encodeCbor(decoded as CborValue)).toEqual(bytes);
      }),
      { numRuns: 5_000 },
    );
    expect(read).toBeGreaterThan(1_000);
  });

  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [253_402_300_799, '9999-12-31T23:59:59.000Z'],
    [253_402_300_800, null],
    [-1, null],
    [Number.MAX_SAFE_INTEGER, null],
    ['0', null],
  ])('reads %s as the instant %s', (value, expected) => {
    expect(asInstant(value)?.toISOString() ?? null).toBe(expected);
  });
});
