import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

describe('a CSV file', () => {
  it('begins with a mark, has every cell quoted and every row ended', () => {
    expect(csv([['甲', 'b'], ['1']])).toBe('\uFEFF"甲","b"\r\n"1"\r\n');
  });

  it.each<[string, string, string]>([
    ['quotes', 'a "b"', '"a ""b"""'],
    ['commas and line ends', 'a,b\r\nc', '"a,b\r\nc"'],
    ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a phone number with a plus', '+8613800000000', '"\'+8613800000000"'],
    ['a minus', '-1+1', '"\'-1+1"'],
    ['an at', '@SUM(A1)', '"\'@SUM(A1)"'],
    ['a tab before a formula', '\t=1', '"\'\t=1"'],
    ['a formula in full width', '＝1', '"\'＝1"'],
    ['nothing', '', '""'],
  ])('holds %s as text', (_title, value, written) => {
    expect(csv([[value]])).toBe(`\uFEFF${written}\r\n`);
  });
});
