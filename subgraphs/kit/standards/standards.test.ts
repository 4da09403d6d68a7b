import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './document-types.ts';
import { DIVISIONS, divisionBook } from './gbt2260-data.ts';
import { opaqueId, placeOfId, regionOfId } from './opaque-id.ts';
import { checkDigit, readResidentId } from './resident-id.ts';
import { shanghaiDay, startOfDay, startOfShanghaiDay } from './shanghai-day.ts';

describe('GB/T 2260', () => {
  it('has every level, codes of six digits that differ, and a parent for each', () => {
    const codes = new Set(DIVISIONS.map(({ code }) => code));
    expect(codes.size).toBe(DIVISIONS.length);
    expect(DIVISIONS.length).toBeGreaterThan(3_500);
    for (const { code, parent, level } of DIVISIONS) {
      expect(code).toMatch(/^\d{6}$/);
      expect(level === 'NATION' ? parent === null : codes.has(parent ?? '')).toBe(true);
    }
  });

  it.each([
    ['330106', ['330106', '330100', '330000', '000000']],
    ['110101', ['110101', '110000', '000000']],
    ['330000', ['330000', '000000']],
    ['999999', []],
  ])('lies %s below %j', (code, line) => {
    expect(divisionBook.ancestors(code)).toEqual(line);
  });

  it.each([
    ['330100', '330106', true],
    ['330106', '330106', true],
    ['000000', '659001', true],
    ['330106', '330100', false],
    ['510000', '330106', false],
    ['000000', '999999', false],
  ])('%s covers %s: %s', (root, code, covers) => {
    expect(divisionBook.covers(root, code)).toBe(covers);
  });

  it.each([
    ['330106', '330100'],
    ['330212', '330000'],
    ['440106', '000000'],
    ['999999', null],
  ])('the nearest region of %s is %s', (code, nearest) => {
    expect(divisionBook.nearestOf(new Set(['000000', '330000', '330100']), code)).toBe(nearest);
  });
});

describe('GB 11643', () => {
  // The example of the standard itself, and one whose check character is X.
  it.each([
    ['11010519491231002X', { division: '110105', birthDate: '1949-12-31', sex: 'FEMALE' }],
    ['440524188001010014', { division: '440524', birthDate: '1880-01-01', sex: 'MALE' }],
    ['110105194912310021', { fault: 'CHECK_DIGIT' }],
    ['11010519491331002X', { fault: 'BIRTH_DATE' }],
    ['11010519490229002X', { fault: 'BIRTH_DATE' }],
    ['1101051949123100', { fault: 'LENGTH' }],
    ['11010519491231O02X', { fault: 'CHARACTERS' }],
  ])('%s', (number, facts) => {
    expect(readResidentId(number)).toEqual(facts);
  });

  it('notices every wrong digit and every swap of neighbors', () => {
    const number = '11010519491231002X';
    const first17 = fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(first17, ([at, by]) => {
        const digits = [...number.slice(0, 17)];
        digits[at] = String((Number(digits[at]) + by) % 10);
        return checkDigit(digits.join('')) !== 'X';
      }),
    );
    for (let at = 0; at < 16; at += 1) {
      const digits = [...number.slice(0, 17)];
      if (digits[at] === digits[at + 1]) continue;
      [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
      expect(checkDigit(digits.join(''))).not.toBe('X');
    }
  });
});

describe('WS 364.3', () => {
  it.each([
    [
      '01',
      ' １１０１０５１９４９１２３１００２ｘ ',
      { number: '11010519491231002X', birthDate: '1949-12-31' },
    ],
    ['03', 'e 1234567', { number: 'E1234567' }],
    ['06', 'H1234567', { fault: 'CHARACTERS' }],
    ['06', 'h12345678', { number: 'H12345678' }],
    ['07', '12345678', { number: '12345678' }],
    ['07', '123456789', { fault: 'CHARACTERS' }],
    ['55', '12345678', { fault: 'TYPE' }],
  ])('type %s takes %j as %j', (type, number, checked) => {
    expect(checkDocument(type, number)).toEqual(checked);
  });
});

describe('ids', () => {
  it('hold their region and 128 random bits, and differ when one bit does', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const id = opaqueId('330100', a);
        expect(id).toMatch(/^330100-[0-9A-Z]{26}$/);
        expect(regionOfId(id)).toBe('330100');
        expect(opaqueId('330100', b) === id).toBe(a.every((byte, at) => byte === b[at]));
      }),
    );
  });

  it('lies among all that a region may have, in their order, from 0 to below 1', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const [one, other] = [opaqueId('330100', a), opaqueId('330100', b)].sort();
        const places = [placeOfId(one ?? ''), placeOfId(other ?? '')];
        expect(places).toEqual(places.toSorted((x, y) => x - y));
        for (const place of places) expect(place).toBeLessThan(1);
        expect(placeOfId(opaqueId('330100', a))).toBeCloseTo(((a[0] ?? 0) + 0.5) / 256, 2);
      }),
    );
    const [least, most] = [0, 255].map((byte) => opaqueId('330100', new Uint8Array(16).fill(byte)));
    expect(placeOfId(least ?? '')).toBe(0);
    expect(placeOfId(most ?? '')).toBe(1 - 2 ** -48);
  });

  it.each(['', '330100', '330100-', '330100-0000000000000000000000000U', "330100-' or 1=1"])(
    '%j is none',
    (text) => {
      expect(regionOfId(text)).toBeNull();
      expect(() => placeOfId(text)).toThrow(RangeError);
    },
  );
});

describe('days in Shanghai', () => {
  it.each([
    ['2022-07-01T15:59:59.999Z', '2022-07-01', '2022-06-30T16:00:00.000Z'],
    ['2022-07-01T16:00:00.000Z', '2022-07-02', '2022-07-01T16:00:00.000Z'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31', '1969-12-30T16:00:00.000Z'],
  ])('%s is %s, which began at %s', (instant, day, start) => {
    expect(shanghaiDay(new Date(instant))).toBe(day);
    expect(startOfShanghaiDay(new Date(instant)).toISOString()).toBe(start);
    expect(startOfDay(day).toISOString()).toBe(start);
  });
});
