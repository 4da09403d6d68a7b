import { describe, expect, it } from 'vitest';
import { decodeFile, readTestFile, sampleInstant } from './test-file.ts';

const HEAD = 'documentType,documentNumber,sampleCollectedAt,result,laboratory';
const ROW = 'RESIDENT_ID,11010119900307002X,2022-11-24T08:15:00+08:00,NOT_DETECTED,甲';

describe('a file of test results', () => {
  it('is read by its column names, in any order', () => {
    expect(readTestFile(`${HEAD}\r\n${ROW}\r\n\r\n`)).toEqual({
      ignored: [],
      rows: [
        {
          ...{ documentType: 'RESIDENT_ID', documentNumber: '11010119900307002X' },
          ...{ sampleCollectedAt: '2022-11-24T08:15:00+08:00', result: 'NOT_DETECTED' },
          laboratory: '甲',
        },
      ],
    });
  });

  it('may be in Chinese, with a byte order mark and columns that nobody asks for', () => {
    const text =
      '\uFEFF姓名,证件类型,证件号码,采样时间,结果,检测机构\n某,身份证,1,2022/11/4 8:05,阴性,乙';
    expect(readTestFile(text)).toEqual({
      ignored: ['姓名'],
      rows: [
        {
          ...{ documentType: 'RESIDENT_ID', documentNumber: '1', result: 'NOT_DETECTED' },
          ...{ sampleCollectedAt: '2022-11-04T08:05:00+08:00', laboratory: '乙' },
        },
      ],
    });
  });

  it.each([
    ['nothing in it', '', { fault: 'EMPTY' }],
    ['names of columns only', HEAD, { fault: 'EMPTY' }],
    [
      'a column too few',
      `${HEAD.replace(',laboratory', '')}\n1,2,3,4`,
      { missing: ['laboratory'] },
    ],
    ['a quote that never ends', `${HEAD}\n"1,2`, { fault: 'QUOTES' }],
  ])('is not sent with %s', (_title, text, fault) => {
    expect(readTestFile(text)).toMatchObject(fault);
  });

  it('keeps a row that is too short for the server to refuse', () => {
    expect(readTestFile(`${HEAD}\nPASSPORT`)).toMatchObject({
      rows: [{ documentType: 'PASSPORT', result: '' }],
    });
  });

  it.each(['constructor', 'toString', '__proto__'])('takes the result %s for a text', (word) => {
    const file = readTestFile(`${HEAD}\n${ROW.replace('NOT_DETECTED', word)}`);
    expect(file).toMatchObject({ rows: [{ result: word }] });
  });

  it('may be saved by an old spreadsheet', () => {
    const gb = Uint8Array.from([0xbd, 0xe1, 0xb9, 0xfb]);
    expect(decodeFile(gb.buffer)).toBe('结果');
    expect(decodeFile(new TextEncoder().encode('结果').buffer)).toBe('结果');
  });
});

describe('the instant of a sample', () => {
  it.each([
    ['2022-11-24 08:15', '2022-11-24T08:15:00+08:00'],
    ['2022/1/4 8:15:09', '2022-01-04T08:15:09+08:00'],
    ['2022-11-24T08:15:00Z', '2022-11-24T08:15:00Z'],
    ['yesterday', 'yesterday'],
  ])('%s is %s', (text, instant) => {
    expect(sampleInstant(text)).toBe(instant);
  });
});
