import {
  checkDocument,
  DOCUMENT_TYPES,
  type DocumentTypeCode,
} from '../../../kit/standards/document-types.ts';
import { isOfAge, LABORATORY_MOST } from '../checks.ts';
import { TEST_METHODS, TEST_OUTCOMES, type TestMethod, type TestOutcome } from '../records.ts';
import { instantOf, isTooLong, textOf } from './row-texts.ts';

/** A row as a source gives it: texts, as they stand in a file. Nothing of it is trusted. */
export type SubmittedRow = Readonly<Partial<Record<RowField, unknown>>>;

/** What a row says, in the order of a file's columns. */
export const ROW_FIELDS = [
  'documentType',
  'documentNumber',
  'sampleCollectedAt',
  'result',
  'method',
  'laboratory',
  'corrects',
] as const;
/** One field of a row. */
export type RowField = (typeof ROW_FIELDS)[number];

/** A row that may be stored. */
export interface CheckedRow {
  readonly documentType: DocumentTypeCode;
  /** In canonical form. */
  readonly documentNumber: string;
  readonly sampleCollectedAt: Date;
  readonly result: TestOutcome;
  readonly method: TestMethod;
  readonly laboratory: string;
  /** Whether it replaces what was said before of the same sample. */
  readonly corrects: boolean;
}

/** Why a row is refused: a closed list. CONFLICT: another row says something else of its sample. */
export const ROW_FAULTS = [
  'MISSING',
  'TERM',
  'INSTANT',
  'AGE',
  'TYPE',
  'LENGTH',
  'CHARACTERS',
  'BIRTH_DATE',
  'CHECK_DIGIT',
  'CONFLICT',
] as const satisfies readonly string[];
/** One fault of the list. */
export type RowFault = (typeof ROW_FAULTS)[number];

/** The first thing that is wrong with a row; it never holds what the row said. */
export interface RowRefusal {
  readonly field: RowField;
  readonly code: RowFault;
}

const TYPES: ReadonlyMap<string, DocumentTypeCode> = new Map(
  Object.entries(DOCUMENT_TYPES).flatMap(([name, code]) => [
    [name, code],
    [code, code],
  ]),
);

/** A refusal in the making; known within this file alone. */
class Refused {
  readonly refusal: RowRefusal;
  constructor(field: RowField, code: RowFault) {
    this.refusal = { field, code };
  }
}

function required(row: SubmittedRow, field: RowField): string | Refused {
  const text = textOf(row[field]);
  if (text === null) return new Refused(field, 'MISSING');
  return isTooLong(text) ? new Refused(field, 'LENGTH') : text;
}

function term<T extends string>(
  row: SubmittedRow,
  field: RowField,
  terms: readonly T[],
  otherwise?: T,
): T | Refused {
  const given = row[field];
  if (otherwise !== undefined && (given == null || given === '')) return otherwise;
  const text = required(row, field);
  if (text instanceof Refused) return text;
  const found = terms.find((one) => one === text.toUpperCase());
  return found ?? new Refused(field, 'TERM');
}

function sampleOf(row: SubmittedRow, now: Date): Date | Refused {
  const text = required(row, 'sampleCollectedAt');
  if (text instanceof Refused) return text;
  const instant = instantOf(text);
  if (!instant) return new Refused('sampleCollectedAt', 'INSTANT');
  return isOfAge(instant, now) ? instant : new Refused('sampleCollectedAt', 'AGE');
}

function documentOf(
  row: SubmittedRow,
): Pick<CheckedRow, 'documentType' | 'documentNumber'> | Refused {
  const name = required(row, 'documentType');
  if (name instanceof Refused) return name;
  const documentType = TYPES.get(name.toUpperCase());
  if (!documentType) return new Refused('documentType', 'TYPE');
  const number = required(row, 'documentNumber');
  if (number instanceof Refused) return number;
  const document = checkDocument(documentType, number);
  if ('fault' in document) return new Refused('documentNumber', document.fault);
  return { documentType, documentNumber: document.number };
}

function laboratoryOf(row: SubmittedRow): string | Refused {
  const name = required(row, 'laboratory');
  if (name instanceof Refused) return name;
  return name.length > LABORATORY_MOST ? new Refused('laboratory', 'LENGTH') : name;
}

/**
 * Checks a row by itself; total: whatever is given, the answer is a row or what is wrong with it.
 * Source: RULES.md §6.
 */
export function checkRow(row: SubmittedRow, now: Date): CheckedRow | RowRefusal {
  const document = documentOf(row);
  if (document instanceof Refused) return document.refusal;
  const sampleCollectedAt = sampleOf(row, now);
  if (sampleCollectedAt instanceof Refused) return sampleCollectedAt.refusal;
  const result = term(row, 'result', TEST_OUTCOMES);
  if (result instanceof Refused) return result.refusal;
  const method = term(row, 'method', TEST_METHODS, 'NUCLEIC_ACID');
  if (method instanceof Refused) return method.refusal;
  const laboratory = laboratoryOf(row);
  if (laboratory instanceof Refused) return laboratory.refusal;
  const corrects = row.corrects === true || row.corrects === 'true';
  if (
    !corrects &&
    row.corrects != null &&
    !['', false, 'false'].some((no) => no === row.corrects)
  ) {
    return { field: 'corrects', code: 'TERM' };
  }
  return { ...document, sampleCollectedAt, result, method, laboratory, corrects };
}

/** What is one sample of one person: another result of it is a contradiction. */
export function sampleKey(row: CheckedRow): string {
  const { documentType, documentNumber, sampleCollectedAt, laboratory, method } = row;
  return [documentType, documentNumber, +sampleCollectedAt, method, laboratory].join('\0');
}
