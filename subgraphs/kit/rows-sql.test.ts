import { describe, expect, it } from 'vitest';
import { listOf, literal, valuesOf } from './rows-sql.ts';

describe('rows as SQL', () => {
  it.each([
    [null, 'null'],
    ["O'Neill; drop table x; --", "'O''Neill; drop table x; --'"],
    ['a\\', "'a\\'"],
    ["\\' or 1=1", "'\\'' or 1=1'"],
    ['no\0thing', "'nothing'"],
    [-1.5, '-1.5'],
    [true, 'true'],
    [new Date('2022-07-01T00:00:00.000Z'), "'2022-07-01T00:00:00.000Z'"],
    [Uint8Array.of(0, 255), "'\\x00ff'"],
    [{ text: "it's" }, `'{"text":"it''s"}'`],
    [['a', 'b'], `'["a","b"]'`],
  ])('writes %j as a literal that nothing in it can end', (cell, text) => {
    expect(literal(cell)).toBe(text);
  });

  it('puts rows and lists in parentheses; an empty list holds nothing', () => {
    expect(valuesOf([['a', 1], [null, 2]])).toBe("('a', 1),\n(null, 2)"); // prettier-ignore
    expect(listOf(['a', 'b'])).toBe("('a', 'b')");
    expect(listOf([])).toBe('(null)');
  });
});
