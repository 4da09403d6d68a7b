import { describe, expect, it } from 'vitest';
import { contactNoticeUseCases, type NewContactNotice } from './contact-notices.ts';
import { anOfficial, fakeRecords, NEIGHBOR, refusalOf, RESIDENT } from './record-fakes.ts';
import { testResultUseCases, type NewTestResult } from './test-results.ts';

const officer = anOfficial('officer');
const SAMPLE = new Date('2022-07-01T00:00:00.000Z');
const reason = 'they never met at all';

async function given(changes: Partial<NewTestResult> = {}) {
  const records = fakeRecords('2022-07-03T04:00:00.000Z');
  const testing = testResultUseCases(records);
  const cited = await testing.record(
    {
      ...{ residentId: NEIGHBOR, sampleCollectedAt: SAMPLE, result: 'DETECTED' },
      ...{ method: 'NUCLEIC_ACID', laboratory: 'LAB' },
      ...changes,
    },
    anOfficial('laboratory'),
  );
  const aContact = (more: Partial<NewContactNotice> = {}): NewContactNotice => ({
    ...{ residentId: RESIDENT, testResultId: cited.id },
    overlapFrom: new Date('2022-06-29T01:00:00.000Z'),
    overlapUntil: new Date('2022-06-29T03:00:00.000Z'),
    ...more,
  });
  const made = () => records.events.filter(({ kind }) => kind.startsWith('CONTACT'));
  return { records, testing, cited, aContact, made, ...contactNoticeUseCases(records) };
}

describe('contact notices', () => {
  it('§7.1 are evidence at once, of the last contact, and name no case', async () => {
    const { aContact, notice, made, cited } = await given();
    const kept = await notice(aContact(), officer);
    expect(kept).toMatchObject({ caseResultId: cited.id, withdrawnAt: null, region: '330100' });
    expect(made()).toEqual([
      {
        ...{ kind: 'CONTACT_NOTICE', region: '330100', id: kept.id, residentId: RESIDENT },
        occurredAt: new Date('2022-06-29T03:00:00.000Z'),
        body: {
          ...{ source: 'OFFICIAL', noticeId: kept.id },
          lastContactAt: '2022-06-29T03:00:00.000Z',
        },
      },
    ]);
  });

  it.each<{ what: string; of?: Partial<NewTestResult>; more?: Partial<NewContactNotice> }>([
    { what: 'a result that found nothing', of: { result: 'NOT_DETECTED' } },
    { what: "the contact's own result", of: { residentId: RESIDENT } },
    { what: 'no result', more: { testResultId: 'x' } },
  ])('§7.2 are refused that cite $what', async ({ of, more }) => {
    const { aContact, notice, made } = await given(of);
    expect(await refusalOf(notice(aContact(more), officer))).toEqual({
      ...{ code: 'BAD_USER_INPUT', fields: ['input.testResultId'] },
    });
    expect(made()).toEqual([]);
  });

  it('§7.2 are refused that cite a result which was corrected', async () => {
    const { aContact, notice, testing, cited } = await given();
    const right = { testResultId: cited.id, result: 'NOT_DETECTED', reason } as const;
    await testing.correct(right, anOfficial('laboratory'));
    expect(await refusalOf(notice(aContact(), officer))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    { from: '2022-07-03T03:00:00.000Z', until: '2022-07-03T04:00:00.000Z', taken: true },
    { from: '2022-07-03T03:00:00.000Z', until: '2022-07-03T04:00:00.001Z', taken: false },
    { from: '2022-06-17T00:00:00.000Z', until: '2022-06-17T00:00:00.000Z', taken: true },
    { from: '2022-06-16T23:59:59.999Z', until: '2022-06-16T23:59:59.999Z', taken: false },
    { from: '2022-06-30T00:00:00.001Z', until: '2022-06-30T00:00:00.000Z', taken: false },
    { from: '2022-06-17T00:00:00.000Z', until: '2022-07-01T00:00:00.000Z', taken: true },
    { from: '2022-06-16T23:59:59.999Z', until: '2022-07-01T00:00:00.000Z', taken: false },
  ])('§7.2 of an overlap from $from until $until: taken $taken', async ({ from, until, taken }) => {
    const { aContact, notice, made } = await given();
    const overlap = { overlapFrom: new Date(from), overlapUntil: new Date(until) };
    const work = notice(aContact(overlap), officer);
    if (taken) await work;
    else expect(await refusalOf(work)).toMatchObject({ fields: ['input.overlapUntil'] });
    expect(made()).toHaveLength(taken ? 1 : 0);
  });

  it.each([
    { from: '2022-07-15T00:00:00.000Z', taken: true },
    { from: '2022-07-15T00:00:00.001Z', taken: false },
  ])('§7.2 of an overlap from $from on, long after the sample: taken $taken', async (row) => {
    const { records, aContact, notice, made } = await given();
    records.moveTo('2022-07-20T00:00:00.000Z');
    const overlap = { overlapFrom: new Date(row.from), overlapUntil: records.now() };
    const work = notice(aContact(overlap), officer);
    if (row.taken) await work;
    else expect(await refusalOf(work)).toMatchObject({ fields: ['input.overlapFrom'] });
    expect(made()).toHaveLength(row.taken ? 1 : 0);
  });

  it('§7.3 are withdrawn once, for a reason', async () => {
    const { records, aContact, notice, withdraw, made } = await given();
    const { id } = await notice(aContact(), officer);
    expect(await refusalOf(withdraw(id, 'no', officer))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await withdraw(id, reason, officer)).toMatchObject({ withdrawnAt: records.now() });
    expect(await refusalOf(withdraw(id, reason, officer))).toEqual({ code: 'ILLEGAL_TRANSITION' });
    expect(made()[1]).toMatchObject({
      ...{ kind: 'CONTACT_WITHDRAWAL', residentId: RESIDENT },
      body: { source: 'OFFICIAL', noticeId: id, withdrawnAt: records.now().toISOString() },
    });
    expect(await refusalOf(withdraw('x', reason, officer))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are refused for people of other regions', async () => {
    const { aContact, notice } = await given();
    const elsewhere = anOfficial('officer', { regions: ['510000'] });
    expect(await refusalOf(notice(aContact(), elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
