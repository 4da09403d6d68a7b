import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../../test/sample.ts';
import { DOCUMENT_TYPES } from '../../../kit/standards/document-types.ts';
import { checkDigit } from '../../../kit/standards/resident-id.ts';
import { TEST_METHODS, TEST_OUTCOMES } from '../records.ts';
import { checkRow, ROW_FAULTS, ROW_FIELDS, type SubmittedRow } from './submitted-row.ts';

const NOW = new Date('2022-07-01T04:00:00.000Z');
const FIRST17 = '33010619900307001';
const NUMBER = FIRST17 + checkDigit(FIRST17);

function aRow(changes: SubmittedRow = {}): SubmittedRow {
  return {
    ...{ documentType: 'RESIDENT_ID', documentNumber: NUMBER, laboratory: 'LAB' },
    ...{ sampleCollectedAt: '2022-06-30T01:00:00Z', result: 'DETECTED' },
    ...changes,
  };
}

describe('a row', () => {
  it('§6.1 is read with blanks, small letters, codes and other time zones', () => {
    const row = aRow({
      ...{ documentType: ' 01 ', documentNumber: ` ${NUMBER.toLowerCase()} `, result: 'detected' },
      ...{ sampleCollectedAt: '2022-06-30T09:00:00+08:00', method: 'antigen', laboratory: ' 甲 ' },
    });
    expect(checkRow(row, NOW)).toEqual({
      ...{ documentType: '01', documentNumber: NUMBER, result: 'DETECTED', method: 'ANTIGEN' },
      ...{ sampleCollectedAt: new Date('2022-06-30T01:00:00Z'), laboratory: '甲', corrects: false },
    });
  });

  it.each<[SubmittedRow, string, string]>([
    [{ documentType: undefined }, 'documentType', 'MISSING'],
    [{ documentType: '10' }, 'documentType', 'TYPE'],
    [{ documentNumber: '  ' }, 'documentNumber', 'MISSING'],
    [{ documentNumber: '123' }, 'documentNumber', 'LENGTH'],
    [{ documentNumber: `${FIRST17}X` }, 'documentNumber', 'CHECK_DIGIT'],
    [{ documentNumber: '330106199002300015' }, 'documentNumber', 'BIRTH_DATE'],
    [{ documentType: 'PASSPORT', documentNumber: '!!!!!!' }, 'documentNumber', 'CHARACTERS'],
    [{ documentNumber: '1'.repeat(129) }, 'documentNumber', 'LENGTH'],
    [{ sampleCollectedAt: '2022-06-30' }, 'sampleCollectedAt', 'INSTANT'],
    [{ sampleCollectedAt: '2022-06-31T01:00:00Z' }, 'sampleCollectedAt', 'INSTANT'],
    [{ sampleCollectedAt: '2022-06-30T25:00:00Z' }, 'sampleCollectedAt', 'INSTANT'],
    [{ sampleCollectedAt: '2022-07-01T04:01:00.001Z' }, 'sampleCollectedAt', 'AGE'],
    [{ sampleCollectedAt: '2022-05-02T03:59:59.999Z' }, 'sampleCollectedAt', 'AGE'],
    [{ result: 'positive' }, 'result', 'TERM'],
    [{ result: null }, 'result', 'MISSING'],
    [{ method: 'PCR' }, 'method', 'TERM'],
    [{ laboratory: 7 }, 'laboratory', 'MISSING'],
    [{ laboratory: 'x'.repeat(65) }, 'laboratory', 'LENGTH'],
    [{ corrects: 'yes' }, 'corrects', 'TERM'],
  ])('§6.1 is refused for %o', (changes, field, code) => {
    expect(checkRow(aRow(changes), NOW)).toEqual({ field, code });
  });

  it.each<[SubmittedRow, object]>([
    [{ sampleCollectedAt: '2022-07-01T04:01:00.000Z' }, {}],
    [{ sampleCollectedAt: '2022-05-02T04:00:00.000Z' }, {}],
    [{ method: '' }, { method: 'NUCLEIC_ACID' }],
    [{ laboratory: 'x'.repeat(64) }, {}],
    [{ corrects: 'true' }, { corrects: true }],
    [{ corrects: 'false' }, { corrects: false }],
  ])('§6.1 is taken with %o', (changes, expected) => {
    expect(checkRow(aRow(changes), NOW)).toMatchObject({ documentType: '01', ...expected });
  });
});

const RUNS = cases(100_000);

/** Rows near the right one: of each field what is right, what is nearly so, or anything. */
const rows = fc.record(
  Object.fromEntries(
    ROW_FIELDS.map((field) => [
      field,
      fc.oneof(
        fc.constant(aRow()[field]),
        fc.constantFrom(...TEST_METHODS, ...Object.keys(DOCUMENT_TYPES), 'true', '03', NUMBER),
        fc.date({ noInvalidDate: true }).map((date) => date.toJSON() as string | null),
        fc.tuple(fc.nat(30), fc.string({ unit: 'binary', maxLength: 2 })).map(([at, text]) => {
          const value = aRow()[field];
          const right = typeof value === 'string' ? value : '';
          return right.slice(0, at) + text + right.slice(at + 1);
        }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.anything(),
      ),
    ]),
  ),
  { requiredKeys: [] },
);

describe(`${RUNS.numRuns} generated rows`, () => {
  it('each give a row that may be stored, or one fault of the list, soon', () => {
    const seen = new Set<string>();
    let slowest = 0;
    fc.assert(
      fc.property(rows, (row) => {
        const begun = performance.now();
        const checked = checkRow(row, NOW);
        slowest = Math.max(slowest, performance.now() - begun);
        if ('code' in checked) {
          expect(ROW_FAULTS).toContain(checked.code);
          expect(ROW_FIELDS).toContain(checked.field);
          expect(Object.keys(checked)).toHaveLength(2);
          seen.add(checked.code);
        } else {
          expect(TEST_OUTCOMES).toContain(checked.result);
          expect(TEST_METHODS).toContain(checked.method);
          expect(checked.laboratory.trim().length).toBeGreaterThan(0);
          expect(checked.sampleCollectedAt.getTime()).not.toBeNaN();
          seen.add('ACCEPTED');
        }
      }),
      RUNS,
    );
    // The generator reaches what it is for.
    expect([...seen]).toEqual(expect.arrayContaining(['MISSING', 'TYPE', 'LENGTH', 'INSTANT']));
    expect(slowest).toBeLessThan(1_000);
  }, 600_000);
});
