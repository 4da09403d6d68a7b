import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('base 45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('RFC 9285 §4.3, §4.4: "%s" is "%s"', (plain, encoded) => {
    expect(encodeBase45(bytes(plain))).toBe(encoded);
    expect(decodeBase45(encoded)).toEqual(bytes(plain));
  });

  it.each([
    ['FGW', Uint8Array.of(0xff, 0xff)],
    ['U5', Uint8Array.of(0xff)],
  ])('reads the greatest value %s', (text, expected) => {
    expect(decodeBase45(text)).toEqual(expected);
  });

  it.each([
    ['three characters above 65,535', 'GGW'],
    ['the greatest three characters', ':::'],
    ['two characters above 255', 'V5'],
    ['the greatest two characters', '::'],
    ['a length of 1 mod 3', 'BB8A'],
    ['one character', 'A'],
    ['a small letter', 'bb8'],
    ['a character outside the alphabet', 'BB_'],
    ['a bad character in second place', 'B_8'],
    ['a bad character in a final pair', 'BB8B='],
    ['half of a surrogate pair', 'BB\ud800'],
    ['a full-width digit', 'BB８'],
    ['a line end', 'BB8\n'],
  ])('refuses %s', (_title, text) => {
    expect(decodeBase45(text)).toBeNull();
  });

  it('gives every array back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (given) => {
        expect(decodeBase45(encodeBase45(given))).toEqual(given);
      }),
    );
  });

  it('reads no text that encoding would not give', () => {
    const character = fc.constantFrom(...'0123456789ABCXYZ $%*+-./:ab');
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 12 }), (text) => {
        const decoded = decodeBase45(text);
        if (decoded) expect(encodeBase45(decoded)).toBe(text);
      }),
    );
  });
});
