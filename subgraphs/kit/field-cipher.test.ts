import { describe, expect, it } from 'vitest';
import { createBlindIndex } from './blind-index.ts';
import { createFieldCipher, derivedKeys, SealBrokenError } from './field-cipher.ts';

const cipher = createFieldCipher(derivedKeys(Buffer.alloc(32, 1)));
const place = { region: '330000', column: 'name', row: '330000-A' };
const sealed = cipher.seal('周样甲', place);

describe('sealed fields', () => {
  it('open where they were sealed, and do not show the text', () => {
    expect(cipher.open(sealed, place)).toBe('周样甲');
    expect(sealed.includes(Buffer.from('周样甲'))).toBe(false);
  });

  it('differ each time', () => {
    expect(cipher.seal('周样甲', place).equals(sealed)).toBe(false);
  });

  it.each([
    { ...place, region: '510000' },
    { ...place, column: 'phone' },
    { ...place, row: '330000-B' },
  ])('do not open at %j', (other) => {
    expect(() => cipher.open(sealed, other)).toThrow(SealBrokenError);
  });

  it('do not open when one bit is changed, wherever', () => {
    for (let at = 0; at < sealed.length * 8; at += 1) {
      const copy = Buffer.from(sealed);
      copy[at >> 3]! ^= 1 << (at & 7);
      expect(() => cipher.open(copy, place)).toThrow(SealBrokenError);
    }
  });

  it('do not open under another key, cut off, or empty', () => {
    const other = createFieldCipher(derivedKeys(Buffer.alloc(32, 2)));
    expect(() => other.open(sealed, place)).toThrow(SealBrokenError);
    expect(() => cipher.open(sealed.subarray(0, -1), place)).toThrow(SealBrokenError);
    expect(() => cipher.open(Buffer.alloc(0), place)).toThrow(SealBrokenError);
  });
});

describe('the blind index', () => {
  const index = createBlindIndex(Buffer.alloc(32, 3));

  it('finds the same document and no other', () => {
    expect(index('01', '123').equals(index('01', '123'))).toBe(true);
    expect(index('01', '123').equals(index('03', '123'))).toBe(false);
    expect(index('01', '123').equals(index('01', '124'))).toBe(false);
    expect(index('0', '1123').equals(index('01', '123'))).toBe(false);
  });

  it('says nothing without the key', () => {
    expect(createBlindIndex(Buffer.alloc(32, 4))('01', '123').equals(index('01', '123'))).toBe(
      false,
    );
  });
});
