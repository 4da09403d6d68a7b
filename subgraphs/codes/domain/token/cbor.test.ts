import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asInstant, decodeCbor, encodeCbor, type CborValue } from './cbor.ts';
import { DEPTH_MAX } from './cbor-depth.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
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
    ['not a number', 'f97e00'],
    ['infinity', 'f97c00'],
    ['undefined', 'f7'],
    ['an unknown simple value', 'e0'],
    ['a tag', 'c100'],
    ['a break alone', 'ff'],
    ['an integer beyond 2^53', '1bffffffffffffffff'],
    ['a text that is not UTF-8', '61ff'],
    ['a reserved length', '1c'],
  ])('refuses %s', (_title, text) => {
    expect(decodeCbor(hex(text))).toBeUndefined();
  });

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
      }),
      { numRuns: 2_000 },
    );
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
