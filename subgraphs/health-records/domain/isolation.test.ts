import { describe, expect, it } from 'vitest';
import { contactNoticeUseCases } from './contact-notices.ts';
import { isolationUseCases, type NewIsolationOrder } from './isolation.ts';
import { anOfficial, fakeRecords, NEIGHBOR, refusalOf, RESIDENT } from './record-fakes.ts';
import { testResultUseCases } from './test-results.ts';

const officer = anOfficial('officer');
const FROM = new Date('2022-07-01T00:00:00.000Z');
const UNTIL = new Date('2022-07-08T00:00:00.000Z');

async function given() {
  const records = fakeRecords('2022-07-01T04:00:00.000Z');
  const resultOf = (residentId: string) =>
    testResultUseCases(records).record(
      {
        ...{ residentId, sampleCollectedAt: FROM, result: 'DETECTED' },
        ...{ method: 'NUCLEIC_ACID', laboratory: 'LAB-330100' },
      },
      anOfficial('laboratory'),
    );
  const [own, other] = [await resultOf(RESIDENT), await resultOf(NEIGHBOR)];
  const anOrder = (changes: Partial<NewIsolationOrder> = {}): NewIsolationOrder => ({
    ...{ residentId: RESIDENT, place: 'HOME', from: FROM, until: UNTIL },
    citation: { kind: 'TEST_RESULT', id: own.id },
    ...changes,
  });
  const made = () => records.events.filter(({ kind }) => kind.startsWith('ISOLATION'));
  return { records, own, other, anOrder, made, ...isolationUseCases(records) };
}

const ordered = { region: '330100', residentId: RESIDENT } as const;

describe('isolation orders', () => {
  it('§4.1 are evidence at once, from when they begin', async () => {
    const { anOrder, order, made, own } = await given();
    const kept = await order(anOrder({ place: 'CENTRAL' }), officer);
    expect(kept).toMatchObject({ recordedBy: 'officer', releasedAt: null, place: 'CENTRAL' });
    expect(kept.citation).toEqual({ kind: 'TEST_RESULT', id: own.id });
    expect(made()).toEqual([
      {
        ...{ kind: 'ISOLATION_ORDER', ...ordered, occurredAt: FROM },
        body: {
          ...{ source: 'OFFICIAL', orderId: kept.id, place: 'CENTRAL' },
          ...{ from: '2022-07-01T00:00:00.000Z', until: '2022-07-08T00:00:00.000Z' },
        },
      },
    ]);
  });

  it.each([
    { until: '2022-06-30T23:59:59.999Z', taken: false },
    { until: '2022-07-01T00:00:00.000Z', taken: false },
    { until: '2022-07-01T00:00:00.001Z', taken: true },
    { until: '2022-07-31T00:00:00.000Z', taken: true },
    { until: '2022-07-31T00:00:00.001Z', taken: false },
  ])('§4.1 until $until: taken $taken', async ({ until, taken }) => {
    const { anOrder, order, made } = await given();
    const work = order(anOrder({ until: new Date(until) }), officer);
    if (taken) await work;
    else {
      expect(await refusalOf(work)).toEqual({ code: 'BAD_USER_INPUT', fields: ['input.until'] });
    }
    expect(made()).toHaveLength(taken ? 1 : 0);
  });

  it('§4.1 cite a result that exists and is of the same person', async () => {
    const { anOrder, order, made, other } = await given();
    for (const id of [other.id, 'nothing']) {
      const work = order(anOrder({ citation: { kind: 'TEST_RESULT', id } }), officer);
      expect(await refusalOf(work)).toEqual({ code: 'BAD_USER_INPUT', fields: ['input.citation'] });
    }
    expect(made()).toEqual([]);
  });

  it('§4.1 cite a stay of the same person that was in a risk area', async () => {
    const { records, anOrder, order, made } = await given();
    records.expose(RESIDENT, 'own');
    records.expose(NEIGHBOR, 'other');
    const citing = (id: string) => order(anOrder({ citation: { kind: 'STAY', id } }), officer);
    for (const id of ['other', 'nothing']) {
      const refused = { code: 'BAD_USER_INPUT', fields: ['input.citation'] };
      expect(await refusalOf(citing(id))).toEqual(refused);
    }
    expect(made()).toEqual([]);
    await citing('own');
    expect(made()).toHaveLength(1);
  });

  it('§4.1 cite no result that found nothing', async () => {
    const { records, anOrder, order, made } = await given();
    const { id } = await testResultUseCases(records).record(
      {
        ...{ residentId: RESIDENT, sampleCollectedAt: FROM, result: 'NOT_DETECTED' },
        ...{ method: 'ANTIGEN', laboratory: 'LAB-330100' },
      },
      anOfficial('laboratory'),
    );
    const work = order(anOrder({ citation: { kind: 'TEST_RESULT', id } }), officer);
    expect(await refusalOf(work)).toEqual({ code: 'BAD_USER_INPUT', fields: ['input.citation'] });
    expect(made()).toEqual([]);
  });

  it.each([
    { now: '2022-07-29T00:00:00.000Z', taken: true },
    { now: '2022-07-29T00:00:00.001Z', taken: false },
  ])('§4.1 cite a sample of 2022-07-01, given $now: taken $taken', async ({ now, taken }) => {
    const { records, other, anOrder, order, made } = await given();
    const notice = await contactNoticeUseCases(records).notice(
      {
        ...{ residentId: RESIDENT, testResultId: other.id },
        ...{ overlapFrom: FROM, overlapUntil: FROM },
      },
      officer,
    );
    records.moveTo(now);
    const [from, until] = [new Date(now), new Date('2022-08-01T00:00:00.000Z')];
    const contact = { kind: 'CONTACT_NOTICE', id: notice.id } as const;
    for (const changes of [{}, { citation: contact }]) {
      const work = order(anOrder({ from, until, ...changes }), officer);
      if (taken) await work;
      else expect(await refusalOf(work)).toMatchObject({ fields: ['input.citation'] });
    }
    expect(made()).toHaveLength(taken ? 2 : 0);
  });

  it.each([
    { until: '2022-07-31T04:00:00.000Z', taken: true },
    { until: '2022-07-31T04:00:00.001Z', taken: false },
  ])('§4.1 given 2022-07-01T04:00, begun later, until $until: taken $taken', async (row) => {
    const { anOrder, order, made } = await given();
    const later = { from: new Date('2022-07-20T00:00:00.000Z'), until: new Date(row.until) };
    const work = order(anOrder(later), officer);
    if (row.taken) await work;
    else expect(await refusalOf(work)).toMatchObject({ fields: ['input.until'] });
    expect(made()).toHaveLength(row.taken ? 1 : 0);
  });

  it('are refused for people of other regions', async () => {
    const { anOrder, order } = await given();
    const work = order(anOrder(), anOfficial('officer', { regions: ['510000'] }));
    expect(await refusalOf(work)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('releases', () => {
  it('§4.2 end an order now and are evidence at once', async () => {
    const { records, anOrder, order, release, made } = await given();
    const { id: orderId } = await order(anOrder(), officer);
    records.moveTo('2022-07-03T02:00:00.000Z');
    const at = records.now();
    expect(await release(orderId, officer)).toMatchObject({ id: orderId, releasedAt: at });
    expect(made()[1]).toEqual({
      ...{ kind: 'ISOLATION_RELEASE', ...ordered, occurredAt: at },
      body: { source: 'OFFICIAL', orderId, releasedAt: '2022-07-03T02:00:00.000Z' },
    });
  });

  it('§4.2 happen once', async () => {
    const { anOrder, order, release, made } = await given();
    const { id } = await order(anOrder(), officer);
    await release(id, officer);
    expect(await refusalOf(release(id, officer))).toEqual({ code: 'ILLEGAL_TRANSITION' });
    expect(made()).toHaveLength(2);
  });

  it.each([
    { at: '2022-07-07T23:59:59.999Z', taken: true },
    { at: '2022-07-08T00:00:00.000Z', taken: false },
  ])('§4.2 of an order until 2022-07-08, at $at: taken $taken', async ({ at, taken }) => {
    const { records, anOrder, order, release, made } = await given();
    const { id } = await order(anOrder(), officer);
    records.moveTo(at);
    if (taken) await release(id, officer);
    else expect(await refusalOf(release(id, officer))).toEqual({ code: 'ILLEGAL_TRANSITION' });
    expect(made()).toHaveLength(taken ? 2 : 1);
  });

  it('say when there is no such order', async () => {
    const { release } = await given();
    expect(await refusalOf(release('x', officer))).toEqual({
      code: 'NOT_FOUND',
      fields: ['orderId'],
    });
  });
});

describe('extensions', () => {
  const reason = 'a second result was detected';

  it('§4.3 end an order later, and are evidence at once', async () => {
    const { records, anOrder, order, extend, made } = await given();
    const { id: orderId } = await order(anOrder(), officer);
    const until = new Date('2022-07-10T00:00:00.000Z');
    expect(await extend({ orderId, until, reason }, officer)).toMatchObject({ until });
    expect(await records.store.findOrder(orderId)).toMatchObject({ until });
    expect(made()[1]).toEqual({
      ...{ kind: 'ISOLATION_EXTENSION', ...ordered, occurredAt: records.now() },
      body: { source: 'OFFICIAL', orderId, until: '2022-07-10T00:00:00.000Z' },
    });
    expect(records.audit.notes.at(-1)).toMatchObject({ action: 'ISOLATION_EXTENDED', reason });
  });

  it.each([
    { until: '2022-07-07T23:59:59.999Z', taken: false },
    { until: '2022-07-08T00:00:00.000Z', taken: false },
    { until: '2022-07-08T00:00:00.001Z', taken: true },
    { until: '2022-07-31T04:00:00.000Z', taken: true },
    { until: '2022-07-31T04:00:00.001Z', taken: false },
  ])('§4.3 of an order until 2022-07-08, until $until: taken $taken', async ({ until, taken }) => {
    const { anOrder, order, extend, made } = await given();
    const { id: orderId } = await order(anOrder(), officer);
    const work = extend({ orderId, until: new Date(until), reason }, officer);
    if (taken) await work;
    else {
      expect(await refusalOf(work)).toEqual({ code: 'BAD_USER_INPUT', fields: ['input.until'] });
    }
    expect(made()).toHaveLength(taken ? 2 : 1);
  });

  it('§4.3 are refused once what the order cites is too old, or was corrected', async () => {
    const { records, own, anOrder, order, extend, made } = await given();
    records.moveTo('2022-07-20T00:00:00.000Z');
    const [from, until] = [records.now(), new Date('2022-08-10T00:00:00.000Z')];
    const { id: orderId } = await order(anOrder({ from, until }), officer);
    const later = (day: string) => ({ orderId, until: new Date(day), reason });
    records.moveTo('2022-07-29T00:00:00.001Z');
    const refused = { code: 'BAD_USER_INPUT', fields: ['input.orderId'] };
    expect(await refusalOf(extend(later('2022-08-20'), officer))).toEqual(refused);
    records.moveTo('2022-07-29T00:00:00.000Z');
    await extend(later('2022-08-20'), officer);
    await testResultUseCases(records).correct(
      { testResultId: own.id, result: 'NOT_DETECTED', reason: 'mixed up at the bench' },
      anOfficial('laboratory'),
    );
    expect(await refusalOf(extend(later('2022-08-21'), officer))).toEqual(refused);
    expect(made()).toHaveLength(2);
  });

  it('§4.3 are refused once an order was released', async () => {
    const { anOrder, order, release, extend } = await given();
    const { id: orderId } = await order(anOrder(), officer);
    await release(orderId, officer);
    const until = new Date('2022-07-10T00:00:00.000Z');
    const work = extend({ orderId, until, reason }, officer);
    expect(await refusalOf(work)).toEqual({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('citations', () => {
  it('§4.1 are refused of a result that was corrected', async () => {
    const { records, own, anOrder, order, made } = await given();
    await testResultUseCases(records).correct(
      { testResultId: own.id, result: 'NOT_DETECTED', reason: 'mixed up at the bench' },
      anOfficial('laboratory'),
    );
    expect(await refusalOf(order(anOrder(), officer))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(made()).toEqual([]);
  });

  it('§4.1 are of a contact notice while it stands', async () => {
    const { records, other, anOrder, order, made } = await given();
    const contacts = contactNoticeUseCases(records);
    const notice = await contacts.notice(
      {
        ...{ residentId: RESIDENT, testResultId: other.id },
        ...{ overlapFrom: new Date(FROM), overlapUntil: new Date(FROM) },
      },
      officer,
    );
    const citation = { kind: 'CONTACT_NOTICE', id: notice.id } as const;
    await order(anOrder({ citation }), officer);
    await contacts.withdraw(notice.id, 'they never met at all', officer);
    expect(await refusalOf(order(anOrder({ citation }), officer))).toEqual({
      ...{ code: 'BAD_USER_INPUT', fields: ['input.citation'] },
    });
    expect(made()).toHaveLength(1);
  });
});
