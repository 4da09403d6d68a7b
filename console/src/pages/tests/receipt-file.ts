import { csv } from '../../format/csv.ts';
import type { RowReceipt } from './sending.ts';
import { TEST_FIELDS, type TestField, type TestRow } from './test-file.ts';

/** Words of the files that are saved. */
export interface ReceiptWords {
  readonly column: (field: TestField) => string;
  readonly head: { row: string; state: string; why: string; submission: string };
  readonly state: (accepted: boolean) => string;
  readonly why: (receipt: RowReceipt) => string;
}

/** A CSV file with the receipt of each row; who a row is about does not stand in it. */
export function receiptFile(receipts: readonly RowReceipt[], words: ReceiptWords): string {
  const { row, state, why, submission } = words.head;
  return csv([
    [row, state, why, submission],
    ...receipts.map((one) => [
      ...[String(one.row), words.state(one.refused === null), words.why(one)],
      one.submission,
    ]),
  ]);
}

/** A CSV file of the rows that were refused as they were, and why: corrected, it can be sent again. */
export function refusedFile(
  rows: readonly TestRow[],
  receipts: readonly RowReceipt[],
  words: ReceiptWords,
): string {
  const refused = receipts.filter((one) => one.refused !== null);
  return csv([
    [...TEST_FIELDS, words.head.why],
    ...refused.map((one) => [
      ...TEST_FIELDS.map((field) => rows[one.row - 1]?.[field] ?? ''),
      words.why(one),
    ]),
  ]);
}

/** A file with the names of the columns alone, to be filled. */
export function emptyFile(words: Pick<ReceiptWords, 'column'>): string {
  return csv([TEST_FIELDS.map((field) => words.column(field))]);
}
