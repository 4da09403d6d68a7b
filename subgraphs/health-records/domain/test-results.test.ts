import { describe, expect, it } from 'vitest';
import { anOfficial, fakeRecords, NEIGHBOR, refusalOf, RESIDENT } from './record-fakes.ts';
import { testResultUseCases, type Correction, type NewTestResult } from './test-results.ts';

const laboratory = anOfficial('laboratory');
const SAMPLE = new Date('2022-06-30T01:00:00.000Z');

function aResult(changes: Partial<NewTestResult> = {}): NewTestResult {
  return {
    ...{ residentId: RESIDENT, sampleCollectedAt: SAMPLE, result: 'NOT_DETECTED' },
    ...{ method: 'NUCLEIC_ACID', laboratory: 'LAB-330100' },
    ...changes,
  };
}

function given() {
  const records = fakeRecords('2022-07-01T04:00:00.000Z');
  return { records, ...testResultUseCases(records) };
}

describe('test results', () => {
  it('§3.3 are evidence at once, of when the sample was collected', async () => {
    const { records, record } = given();
    const kept = await record(aResult({ result: 'DETECTED' }), laboratory);
    expect(kept).toMatchObject({ result: 'DETECTED', recordedBy: 'laboratory', region: '330100' });
    expect(records.events).toEqual([
      {
        ...{ kind: 'TEST_RESULT', region: '330100', residentId: RESIDENT, occurredAt: SAMPLE },
        id: kept.id,
        body: {
          ...{ source: 'ACCREDITED', sampleCollectedAt: '2022-06-30T01:00:00.000Z' },
          result: 'DETECTED',
        },
      },
    ]);
  });

  it.each([
    { collected: '2022-07-01T04:01:00.000Z', taken: true },
    { collected: '2022-07-01T04:01:00.001Z', taken: false },
    { collected: '2022-05-02T04:00:00.000Z', taken: true },
    { collected: '2022-05-02T03:59:59.999Z', taken: false },
  ])('§3.1 of a sample of $collected: taken $taken', async ({ collected, taken }) => {
    const { records, record } = given();
    const work = record(aResult({ sampleCollectedAt: new Date(collected) }), laboratory);
    if (taken) await work;
    else {
      const expected = { code: 'BAD_USER_INPUT', fields: ['input.sampleCollectedAt'] };
      expect(await refusalOf(work)).toEqual(expected);
    }
    expect(records.events).toHaveLength(taken ? 1 : 0);
  });

  it.each([
    { name: '', taken: false },
    { name: '   ', taken: false },
    { name: 'x', taken: true },
    { name: 'x'.repeat(64), taken: true },
    { name: 'x'.repeat(65), taken: false },
  ])('§3.4 of the laboratory "$name": taken $taken', async ({ name, taken }) => {
    const { records, record } = given();
    const work = record(aResult({ laboratory: name }), laboratory);
    if (taken) await expect(work).resolves.toMatchObject({ laboratory: name });
    else {
      const expected = { code: 'BAD_USER_INPUT', fields: ['input.laboratory'] };
      expect(await refusalOf(work)).toEqual(expected);
    }
    expect(records.rows()).toBe(taken ? 1 : 0);
  });

  it.each([
    { what: 'word for word', changes: {} },
    { what: '§3.4 with blanks around the laboratory', changes: { laboratory: ' LAB-330100 ' } },
  ])('§3.2 are kept once when they come again $what', async ({ changes }) => {
    const { records, record } = given();
    const first = await record(aResult(), laboratory);
    expect(await record(aResult(changes), anOfficial('another'))).toEqual(first);
    expect(records.rows()).toBe(1);
    expect(records.events).toHaveLength(1);
  });

  it('§3.2 conflict with another result of the same sample, which stays', async () => {
    const { records, record } = given();
    const first = await record(aResult(), laboratory);
    const work = record(aResult({ result: 'DETECTED' }), laboratory);
    expect(await refusalOf(work)).toEqual({ code: 'CONFLICT' });
    expect(await records.store.findTestResult(first.id)).toEqual(first);
    expect(records.events).toHaveLength(1);
  });

  it.each<{ differs: string; changes: Partial<NewTestResult> }>([
    { differs: 'person', changes: { residentId: NEIGHBOR } },
    { differs: 'instant', changes: { sampleCollectedAt: new Date(SAMPLE.getTime() + 1) } },
    { differs: 'laboratory', changes: { laboratory: 'LAB-2' } },
    { differs: 'method', changes: { method: 'ANTIGEN' } },
  ])('§3.2 of another $differs are results of their own', async ({ changes }) => {
    const { records, record } = given();
    await record(aResult(), laboratory);
    await record(aResult({ ...changes, result: 'DETECTED' }), laboratory);
    expect(records.events).toHaveLength(2);
  });

  it('are refused for people of other regions', async () => {
    const elsewhere = anOfficial('laboratory', { regions: ['510000'] });
    const work = given().record(aResult(), elsewhere);
    expect(await refusalOf(work)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('corrections', () => {
  const reason = 'mixed up at the bench';

  async function corrected(changes: Partial<Correction> = { result: 'DETECTED' }) {
    const { records, record, correct } = given();
    const old = await record(aResult(), laboratory);
    const right = await correct({ testResultId: old.id, reason, ...changes }, laboratory);
    return { records, record, correct, old, right };
  }

  it('§3.5 supersede a result, which stays as it was', async () => {
    const { records, old, right } = await corrected();
    expect(right).toMatchObject({ result: 'DETECTED', supersedesId: old.id, revision: 1 });
    const kept = await records.store.findTestResult(old.id);
    expect(kept).toEqual({ ...old, correctedById: right.id });
    expect(records.events[1]).toEqual({
      ...{ kind: 'TEST_RESULT', region: '330100', id: right.id, residentId: RESIDENT },
      occurredAt: SAMPLE,
      body: {
        ...{ source: 'ACCREDITED', sampleCollectedAt: SAMPLE.toISOString(), result: 'DETECTED' },
        supersedes: old.id,
      },
    });
    expect(records.audit.notes.at(-1)).toMatchObject({
      ...{ action: 'TEST_RESULT_CORRECTED', objectId: right.id, reason },
    });
  });

  it('§3.5 happen once to a result, and again to what corrects it', async () => {
    const { correct, old, right } = await corrected();
    const twice = correct({ testResultId: old.id, reason, method: 'ANTIGEN' }, laboratory);
    expect(await refusalOf(twice)).toEqual({ code: 'CONFLICT' });
    const next = { testResultId: right.id, reason, result: 'NOT_DETECTED' } as const;
    expect(await correct(next, laboratory)).toMatchObject({ revision: 2, supersedesId: right.id });
  });

  it('§3.5 stand against what was said first when it is said again', async () => {
    const { records, record } = await corrected();
    expect(await refusalOf(record(aResult(), laboratory))).toEqual({ code: 'CONFLICT' });
    expect(records.events).toHaveLength(2);
  });

  it.each<{ what: string; changes: Partial<Correction>; refused: object }>([
    {
      what: 'nothing',
      changes: { result: 'NOT_DETECTED' },
      refused: { code: 'BAD_USER_INPUT', fields: ['input.testResultId'] },
    },
    {
      what: 'to a sample of the future',
      changes: { sampleCollectedAt: new Date('2022-07-02T00:00:00Z') },
      refused: { code: 'BAD_USER_INPUT', fields: ['input.sampleCollectedAt'] },
    },
    {
      what: 'without a reason',
      changes: { result: 'DETECTED', reason: ' ' },
      refused: { code: 'BAD_USER_INPUT', fields: ['input.reason'] },
    },
    {
      what: 'what is not there',
      changes: { testResultId: 'x' },
      refused: { code: 'NOT_FOUND', fields: ['input.testResultId'] },
    },
  ])('§3.5 are refused that change $what', async ({ changes, refused }) => {
    expect(await refusalOf(corrected(changes))).toEqual(refused);
  });
});
