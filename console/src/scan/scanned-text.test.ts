import { describe, expect, it } from 'vitest';
import { cleanText, pickText } from './scanned-text.ts';

describe('a text as it is asked about', () => {
  it.each([
    ['HCN1:AB C$', 'HCN1:AB C$'],
    ['  HCN1:AB\r\n', 'HCN1:AB'],
    ['HCN1:AB\nCD\tEF', 'HCN1:ABCDEF'],
    ['HCN1:AB ', 'HCN1:AB '],
    ['\n \n', ''],
  ])('%j is %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('keeps the longest text that is looked at, and shows that a longer one is longer', () => {
    expect(cleanText('x'.repeat(1_024))).toHaveLength(1_024);
    expect(cleanText('x'.repeat(90_000))).toHaveLength(1_025);
  });
});

describe('the text of a picture', () => {
  it.each([
    ['nothing', [], { kind: 'NONE' }],
    ['an empty code', [''], { kind: 'NONE' }],
    ['one code', ['HCN1:A'], { kind: 'ONE', text: 'HCN1:A' }],
    [
      'one code of somebody else',
      ['https://a.example'],
      { kind: 'ONE', text: 'https://a.example' },
    ],
    ['the same code twice', ['HCN1:A', 'HCN1:A'], { kind: 'ONE', text: 'HCN1:A' }],
    ['ours beside another', ['https://a.example', 'HCN1:A'], { kind: 'ONE', text: 'HCN1:A' }],
    [
      'one presented live beside another',
      ['https://a.example', 'HCP1:A'],
      { kind: 'ONE', text: 'HCP1:A' },
    ],
    ['two of ours', ['HCN1:A', 'HCN1:B'], { kind: 'SEVERAL' }],
    ['two of others', ['a', 'b'], { kind: 'SEVERAL' }],
  ])('of %s', (_what, texts, found) => {
    expect(pickText(texts)).toEqual(found);
  });
});
