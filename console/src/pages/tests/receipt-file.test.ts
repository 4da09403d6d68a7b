import { expect, it } from 'vitest';
import english from '../../locales/console/en.json';
import simplified from '../../locales/console/zh-Hans.json';
import traditional from '../../locales/console/zh-Hant.json';
import { emptyFile, receiptFile, refusedFile, type ReceiptWords } from './receipt-file.ts';
import { readTestFile } from './test-file.ts';

const words: ReceiptWords = {
  column: (field) => field,
  head: { row: 'row', state: 'state', why: 'why', submission: 'submission' },
  state: (accepted) => (accepted ? 'yes' : 'no'),
  why: ({ refused }) => refused?.code ?? '',
};
const receipts = [
  { row: 1, submission: 's', refused: null },
  { row: 2, submission: 's', refused: { field: 'result', code: 'TERM' } },
];

it('every row has a line, and none says whom it is about', () => {
  expect(receiptFile(receipts, words).split('\r\n').slice(1, 3)).toEqual([
    '"1","yes","","s"',
    '"2","no","TERM","s"',
  ]);
});

it('what was refused can be corrected in its file and sent again', () => {
  const row = {
    ...{ documentType: 'PASSPORT', documentNumber: 'E1', sampleCollectedAt: '2022-11-24' },
    ...{ result: 'well', method: 'ANTIGEN', laboratory: '甲', corrects: '' },
  };
  const file = refusedFile([{ documentType: 'RESIDENT_ID' }, row], receipts, words);
  expect(readTestFile(file)).toEqual({ rows: [row], ignored: ['why'] });
});

it.each([english, simplified, traditional])(
  'an empty table has every column, understood in every language',
  ({ tests }) => {
    const file = emptyFile({ column: (field) => tests.column[field] });
    expect(readTestFile(file)).toEqual({ fault: 'EMPTY', missing: [] });
  },
);
