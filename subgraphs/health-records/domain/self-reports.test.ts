import { describe, expect, it } from 'vitest';
import { anOfficial, aPerson, fakeRecords, NEIGHBOR, refusalOf, RESIDENT } from './record-fakes.ts';
import { selfReportUseCases, type NewDeclaration, type ReviewInput } from './self-reports.ts';

const reviewer = anOfficial('reviewer');

function aReport(changes: Partial<NewDeclaration> = {}): NewDeclaration {
  return {
    ...{ residentId: RESIDENT, symptoms: [], temperature: 36.6, contactWithCase: false },
    ...changes,
  };
}

function given(instant?: string) {
  const records = fakeRecords(instant);
  return { records, ...selfReportUseCases(records) };
}

/** A declaration of the person, waiting for review. */
async function pending(changes: Partial<NewDeclaration> = {}) {
  const parts = given();
  const { id } = await parts.declare(aReport(changes), aPerson());
  const decide = (decision: ReviewInput['decision'], reason: string | null = null, by = reviewer) =>
    parts.review({ declarationId: id, decision, reason }, by);
  return { ...parts, id, decide };
}

describe('declarations', () => {
  it('§1.2 wait for review and are no evidence before it', async () => {
    const { records, declare } = given();
    const symptoms = ['FEVER', 'COUGH', 'FEVER'] as const;
    const declared = await declare(aReport({ symptoms }), aPerson());
    expect(declared).toMatchObject({
      ...{ residentId: RESIDENT, region: '330100', recordedBy: 'person', state: 'PENDING' },
      ...{ symptoms: ['COUGH', 'FEVER'], reviewedAt: null, reviewReason: null },
      declaredAt: records.now(),
    });
    expect(await records.store.findDeclaration(declared.id)).toEqual(declared);
    expect(records.events).toEqual([]);
  });

  it('§1.1 are recorded at a desk under the name of the desk', async () => {
    const { declare } = given();
    expect(await declare(aReport(), anOfficial('desk'))).toMatchObject({ recordedBy: 'desk' });
  });

  it.each([
    { who: 'another person', by: aPerson({ residents: [NEIGHBOR] }), residentId: RESIDENT },
    { who: 'a desk elsewhere', by: anOfficial('d', { regions: ['510000'] }), residentId: RESIDENT },
    { who: 'a desk, of no id', by: anOfficial('d'), residentId: 'nobody' },
  ])('§1.1 are refused to $who, as if there were no such person', async ({ by, residentId }) => {
    const { records, declare, checkIn } = given();
    const report = aReport({ residentId });
    expect(await refusalOf(declare(report, by))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(checkIn(report, by))).toMatchObject({ code: 'NOT_FOUND' });
    expect(records.rows()).toBe(0);
  });

  it.each([
    { temperature: 33.9, taken: false },
    { temperature: 34, taken: true },
    { temperature: 43, taken: true },
    { temperature: 43.1, taken: false },
    { temperature: Number.NaN, taken: false },
    { temperature: null, taken: true },
  ])('§1.6 §2.1 of $temperature °C: taken $taken', async ({ temperature, taken }) => {
    const { records, declare, checkIn } = given();
    const both = [declare, checkIn].map((work) => work(aReport({ temperature }), aPerson()));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status === 'fulfilled')).toEqual([taken, taken]);
    expect(records.rows()).toBe(taken ? 2 : 0);
  });

  it('§1.6 names the field and repeats no value', async () => {
    const refused = given().declare(aReport({ temperature: 99.5 }), aPerson());
    await expect(refused).rejects.toThrow(/^((?!99).)*$/);
    const expected = { code: 'BAD_USER_INPUT', fields: ['input.temperature'] };
    expect(await refusalOf(refused)).toEqual(expected);
  });
});

describe('reviews', () => {
  it('§1.5 make an approved declaration evidence of when it was declared', async () => {
    const { records, decide } = await pending({ symptoms: ['COUGH'], temperature: 37.8 });
    const declaredAt = records.now();
    records.moveTo('2022-07-02T01:00:00.000Z');
    expect(await decide('APPROVE')).toMatchObject({ state: 'APPROVED', reviewedAt: records.now() });
    expect(records.events).toEqual([
      {
        ...{ kind: 'DECLARATION', region: '330100', residentId: RESIDENT, occurredAt: declaredAt },
        body: {
          ...{ source: 'SELF', declaredAt: '2022-07-01T04:00:00.000Z' },
          ...{ symptoms: ['COUGH'], temperature: 37.8 },
        },
      },
    ]);
  });

  it('§1.5 make a rejected declaration no evidence', async () => {
    const { records, decide, id } = await pending();
    await decide('REJECT', 'not legible');
    const kept = await records.store.findDeclaration(id);
    expect(kept).toMatchObject({ state: 'REJECTED', reviewReason: 'not legible' });
    expect(records.events).toEqual([]);
  });

  it.each([
    { first: 'APPROVE', second: 'REJECT' },
    { first: 'REJECT', second: 'APPROVE' },
    { first: 'APPROVE', second: 'APPROVE' },
  ] as const)('§1.2 happen once: $second after $first', async ({ first, second }) => {
    const { records, decide } = await pending();
    await decide(first, 'a good reason');
    const events = [...records.events];
    const again = decide(second, 'a good reason', anOfficial('another'));
    await expect(again).rejects.toThrow('PENDING');
    expect(await refusalOf(again)).toEqual({ code: 'ILLEGAL_TRANSITION' });
    expect(records.events).toEqual(events);
  });

  it.each([
    { decision: 'REJECT', reason: null, taken: false },
    { decision: 'REJECT', reason: '12345', taken: false },
    { decision: 'REJECT', reason: ' 12345 ', taken: false },
    { decision: 'REJECT', reason: '123456', taken: true },
    { decision: 'REJECT', reason: 'x'.repeat(500), taken: true },
    { decision: 'REJECT', reason: 'x'.repeat(501), taken: false },
    { decision: 'APPROVE', reason: null, taken: true },
    { decision: 'APPROVE', reason: 'x'.repeat(501), taken: false },
  ] as const)('§1.4 $decision because "$reason": taken $taken', async (row) => {
    const { decide, records, id } = await pending();
    const work = decide(row.decision, row.reason);
    if (row.taken) await expect(work).resolves.toMatchObject({ reviewReason: row.reason });
    else {
      expect(await refusalOf(work)).toEqual({ code: 'BAD_USER_INPUT', fields: ['input.reason'] });
      expect(await records.store.findDeclaration(id)).toMatchObject({ state: 'PENDING' });
    }
  });

  it('§1.3 are refused to who recorded the declaration, also to reject it', async () => {
    const { records, declare, review } = given();
    const { id: declarationId } = await declare(aReport(), anOfficial('desk'));
    for (const decision of ['APPROVE', 'REJECT'] as const) {
      const work = review({ declarationId, decision, reason: 'long enough' }, anOfficial('desk'));
      expect(await refusalOf(work)).toEqual({ code: 'SELF_APPROVAL' });
    }
    expect(records.events).toEqual([]);
  });

  it('say when there is no such declaration', async () => {
    const work = given().review(
      { declarationId: 'x', decision: 'APPROVE', reason: null },
      reviewer,
    );
    const expected = { code: 'NOT_FOUND', fields: ['input.declarationId'] };
    expect(await refusalOf(work)).toEqual(expected);
  });
});

describe('check-ins', () => {
  it('§2.2 are evidence at once', async () => {
    const { records, checkIn } = given();
    const kept = await checkIn(aReport({ symptoms: ['HEADACHE'], temperature: null }), aPerson());
    expect(kept).toMatchObject({ day: '2022-07-01', at: records.now() });
    expect(records.events).toEqual([
      {
        ...{ kind: 'CHECK_IN', region: '330100', residentId: RESIDENT, occurredAt: records.now() },
        body: {
          ...{ source: 'SELF', at: '2022-07-01T04:00:00.000Z' },
          ...{ symptoms: ['HEADACHE'], temperature: null },
        },
      },
    ]);
  });

  it.each([
    { next: '2022-07-01T15:59:59.999Z', taken: false },
    { next: '2022-07-01T16:00:00.000Z', taken: true },
  ])('§2.1 are one a Shanghai day: again at $next, taken $taken', async ({ next, taken }) => {
    const { records, checkIn } = given('2022-06-30T16:00:00.000Z');
    await checkIn(aReport(), aPerson());
    records.moveTo(next);
    const again = checkIn(aReport(), aPerson());
    if (taken) await expect(again).resolves.toMatchObject({ day: '2022-07-02' });
    else expect(await refusalOf(again)).toEqual({ code: 'CONFLICT' });
    expect(records.events).toHaveLength(taken ? 2 : 1);
  });

  it('§2.1 count for each resident alone', async () => {
    const { records, checkIn } = given();
    const guardian = aPerson({ residents: [RESIDENT, NEIGHBOR] });
    await checkIn(aReport(), guardian);
    await checkIn(aReport({ residentId: NEIGHBOR }), guardian);
    expect(records.events.map(({ residentId }) => residentId)).toEqual([RESIDENT, NEIGHBOR]);
  });
});
