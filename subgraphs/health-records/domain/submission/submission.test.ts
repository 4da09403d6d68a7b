import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import { opaqueId } from '../../../kit/standards/opaque-id.ts';
import { anOfficial, refusalOf } from '../record-fakes.ts';
import { submissionUseCases, type EvidenceBatch, type SubmittedEvidence } from './submission.ts';
import type { SubmittedRow } from './submitted-row.ts';

const NOW = new Date('2022-07-01T04:00:00.000Z');
const laboratory = anOfficial('laboratory', { grants: ['330100'] });

function aRow(changes: SubmittedRow = {}): SubmittedRow {
  return {
    ...{ documentType: 'PASSPORT', documentNumber: 'X1234567', laboratory: 'LAB' },
    ...{ sampleCollectedAt: '2022-06-30T01:00:00Z', result: 'DETECTED' },
    ...changes,
  };
}

function given() {
  const kept: { batch: EvidenceBatch; rows: readonly SubmittedEvidence[] }[] = [];
  let made = 0;
  const audit = fakeTrail();
  const { submit } = submissionUseCases({
    store: {
      add: (batch, rows) => Promise.resolve(void kept.push({ batch, rows })),
      find: () => Promise.resolve(null),
    },
    ...{ audit, now: () => NOW },
    newId: (region) => opaqueId(region, new Uint8Array(16).fill((made += 1))),
  });
  const results = (
    rows: readonly SubmittedRow[],
    region: string | null = null,
    issuedAt: Date | null = null,
  ) => submit({ region, results: rows, issuedAt }, laboratory);
  return { kept, audit, submit: results };
}

describe('submissions', () => {
  it('§6.1 are kept without the rows that are refused, each with its line', async () => {
    const { kept, submit, audit } = given();
    const receipt = await submit([aRow(), aRow({ result: '?' }), aRow({ documentNumber: '' })]);
    expect(receipt).toMatchObject({
      ...{ region: '330100', total: 3, submittedAt: NOW, kid: null },
      refused: [
        { line: 2, field: 'result', code: 'TERM' },
        { line: 3, field: 'documentNumber', code: 'MISSING' },
      ],
    });
    expect(kept[0]?.rows.map(({ row }) => row.documentNumber)).toEqual(['X1234567']);
    expect(kept[0]?.batch.expiresAt).toEqual(new Date('2022-07-15T04:00:00.000Z'));
    expect(audit.notes).toMatchObject([
      { action: 'EVIDENCE_SUBMITTED', objectId: receipt.id, detail: { rows: 3, refused: 2 } },
    ]);
    expect(JSON.stringify(audit.notes)).not.toContain('X1234567');
  });

  it.each([
    { issuedAt: null, taken: true },
    { issuedAt: '2022-06-30T04:00:00.000Z', taken: true },
    { issuedAt: '2022-06-30T03:59:59.999Z', taken: false },
    { issuedAt: '2022-07-01T04:01:00.000Z', taken: true },
    { issuedAt: '2022-07-01T04:01:00.001Z', taken: false },
  ])('§6.6 said at $issuedAt are taken at 04:00: $taken', async ({ issuedAt, taken }) => {
    const { kept, submit } = given();
    const saidAt = issuedAt === null ? null : new Date(issuedAt);
    const work = submit([aRow()], null, saidAt);
    if (taken) await work;
    else {
      const refused = { code: 'BAD_USER_INPUT', fields: ['input.issuedAt'] };
      expect(await refusalOf(work)).toEqual(refused);
    }
    expect(kept.map(({ batch }) => batch.saidAt)).toEqual(taken ? [saidAt] : []);
  });

  it('§6.1 keep one of two rows that say the same, and refuse one that contradicts', async () => {
    const { kept, submit } = given();
    const receipt = await submit([aRow(), aRow(), aRow({ result: 'NOT_DETECTED' })]);
    expect(receipt.refused).toEqual([{ line: 3, field: 'result', code: 'CONFLICT' }]);
    expect(kept[0]?.rows).toHaveLength(1);
  });

  it.each([
    { rows: 0, taken: false },
    { rows: 1, taken: true },
    { rows: 500, taken: true },
    { rows: 501, taken: false },
  ])('§6.1 have 1 to 500 rows: $rows, taken $taken', async ({ rows, taken }) => {
    const { kept, submit } = given();
    const work = submit(Array.from({ length: rows }, () => aRow()));
    if (taken) await work;
    else {
      expect(await refusalOf(work)).toEqual({ code: 'BAD_USER_INPUT', fields: ['input.results'] });
    }
    expect(kept).toHaveLength(taken ? 1 : 0);
  });

  it('are of a region of the source', async () => {
    const { submit } = given();
    expect(await refusalOf(submit([aRow()], '510000'))).toEqual({ code: 'REGION_OUT_OF_SCOPE' });
    expect(await submit([aRow()], '330100')).toMatchObject({ region: '330100' });
  });
});
