import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../../../test/sample.ts';
import { decodeFile, readTestFile, TEST_FIELDS } from './test-file.ts';

const HEADS = [
  'documentType,documentNumber,sampleCollectedAt,result,method,laboratory,corrects',
  '姓名,证件类型,证件号码,采样时间,结果,检测机构',
];
const ROWS = [
  'RESIDENT_ID,11010119900307002X,2022-11-24T08:15:00+08:00,NOT_DETECTED,ANTIGEN,甲,false',
  '某,身份证,11010119900307002X,2022/11/4 8:05,阴性,乙',
  '"某, 某",护照,"E""1",2022-11-04 08:05,检出,"乙\n丙"',
];
/** What an object knows by itself, and no file means. */
const INNATE = Object.getOwnPropertyNames(Object.prototype);

const cells = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' ', '"', '""', '"a', '\0', '\uFEFF', '=1+1', '2022-13-40 99:99', ...INNATE),
);
const lines = fc.oneof(
  fc.constantFrom(...ROWS),
  fc.array(cells, { maxLength: 12 }).map((all) => all.join(',')),
);
/** Files as a laboratory may save them, cut, doubled, and with anything put in their middle. */
const texts = fc
  .tuple(
    fc.oneof(fc.constantFrom(...HEADS), lines),
    fc.array(lines, { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    fc.constantFrom(',', ';', '\t', '|'),
    fc.tuple(fc.nat(), fc.nat(12), fc.oneof(fc.constant(''), cells, fc.string({ unit: 'binary' }))),
  )
  .map(([head, rows, end, comma, [at, length, put]]) => {
    const text = [head, ...rows].join(end).replaceAll(',', comma);
    const from = at % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + length);
  });

/** The same as bytes: in three encodings, or with one bit changed. */
const files = fc
  .tuple(texts, fc.constantFrom('utf8', 'utf16le', 'latin1', 'bit'), fc.nat())
  .map(([text, how, at]) => {
    const bytes = Uint8Array.from(Buffer.from(text, how === 'bit' ? 'utf8' : (how as 'utf8')));
    const nth = at % Math.max(1, bytes.length);
    if (how === 'bit') bytes[nth] = (bytes[nth] ?? 0) ^ (1 << (at % 8));
    return bytes;
  });

it('a file of results is rows of texts, or has one fault of the list, whatever it holds', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(files, (bytes) => {
      const file = readTestFile(decodeFile(bytes.buffer));
      if ('fault' in file) {
        expect(['EMPTY', 'COLUMNS', 'QUOTES']).toContain(file.fault);
        expect(TEST_FIELDS).toEqual(expect.arrayContaining([...file.missing]));
        seen.add(file.fault);
        return;
      }
      seen.add('ROWS');
      expect(file.rows.length).toBeGreaterThan(0);
      for (const row of file.rows) {
        for (const [field, value] of Object.entries(row)) {
          expect(TEST_FIELDS).toContain(field);
          expect(typeof value).toBe('string');
        }
      }
    }),
    cases(100_000),
  );
  // The generator reaches what it is for.
  expect([...seen].sort()).toEqual(['COLUMNS', 'EMPTY', 'QUOTES', 'ROWS']);
});
