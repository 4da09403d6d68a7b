import { describe, expect, it } from 'vitest';
import { arrayText, valueText, type BulkValue } from './bulk-values.ts';

describe('a value as the database reads it', () => {
  it.each<[BulkValue, string | null]>([
    ['a\tb\n"\\', 'a\tb\n"\\'],
    [1.5, '1.5'],
    [true, 'true'],
    [null, null],
    [new Date('2022-07-01T00:00:00.123Z'), '2022-07-01T00:00:00.123Z'],
    [Buffer.from([0, 255]), '\\x00ff'],
    [{ a: '"' }, '{"a":"\\""}'],
    [['a', 'b,c', null], '{"a","b,c",NULL}'],
    [[], '{}'],
  ])('%j', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  it('stands in an array of texts, whatever it is', () => {
    expect(arrayText([{ a: '"\\\n\u2028' }])).toBe(
      '{"{\\"a\\":\\"\\\\\\"\\\\\\\\\\\\n\u2028\\"}"}',
    );
    expect(arrayText(['NULL', null, '{,}', '"\\', ''])).toBe('{"NULL",NULL,"{,}","\\"\\\\",""}');
  });
});
