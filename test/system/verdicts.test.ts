import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../subgraphs/codes/domain/token/base45.ts';
import { ask, demo } from './support/client.ts';
import { codeIs, codeOf, greenPerson, issued } from './support/people.ts';
import { wasInRiskArea } from './support/exposed-stays.ts';
import { recognized, recognizedAll } from './support/recognize.ts';

interface Row {
  readonly title: string;
  readonly from: string;
  readonly color: string;
  readonly at: string;
  readonly verdict: object;
}

const NOTHING_SHOWN = { issuedColor: null, color: null, holder: null, validUntil: null };

const rows: readonly Row[] = [
  {
    ...{ title: 'agreed and green passes', from: '330000', color: 'GREEN', at: '510000' },
    verdict: { pass: true, outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED', color: 'GREEN' },
  },
  {
    ...{
      title: 'agreed and yellow is recognized, and does not pass',
      from: '330000',
      color: 'YELLOW',
    },
    ...{ at: '510000', verdict: { pass: false, outcome: 'RECOGNIZED', color: 'YELLOW' } },
  },
  {
    ...{ title: 'no agreement shows neither color nor holder', from: '330100', color: 'GREEN' },
    at: '510100',
    verdict: {
      ...{ pass: false, outcome: 'NOT_RECOGNIZED', tokenStatus: 'VERIFIED', ...NOTHING_SHOWN },
      reasons: [
        { ruleId: 'AGREEMENT', outcome: 'FAIL', text: expect.stringContaining('no agreement') },
      ],
    },
  },
  {
    ...{ title: 'an agreement of the province is not inherited', from: '330000', color: 'GREEN' },
    ...{ at: '510100', verdict: { outcome: 'NOT_RECOGNIZED', ...NOTHING_SHOWN } },
  },
  {
    ...{ title: 'the own region needs no agreement', from: '330100', color: 'GREEN', at: '330106' },
    verdict: { pass: true, outcome: 'RECOGNIZED', presentedIn: { id: '330100', name: 'Hangzhou' } },
  },
  {
    ...{ title: 'a color without an entry is looked at by hand', from: '510000', color: 'RED' },
    at: '330000',
    verdict: { pass: false, outcome: 'CROSS_CHECK', issuedColor: 'RED', color: null },
  },
  {
    ...{ title: 'a condition of another color is not asked', from: '510000', color: 'GREEN' },
    ...{ at: '330000', verdict: { pass: true, outcome: 'RECOGNIZED' } },
  },
  {
    ...{ title: 'convert asks for a code of the receiver', from: '330100', color: 'GREEN' },
    at: '510000',
    verdict: { outcome: 'CROSS_CHECK', reasons: [{ ruleId: 'CONVERT' }, { ruleId: 'AGREEMENT' }] },
  },
];

describe('verdicts of receiving regions', () => {
  it.each(rows)('$title', async ({ from, color, at, verdict }) => {
    const code = demo().codes.find((one) => one.region === from && one.color === color)!;
    expect(await recognized(code.text, at)).toMatchObject(verdict);
  });

  it('a suspended code is looked at by hand', async () => {
    const residentId = await greenPerson('330000', '330212');
    const { text } = await issued('330000', residentId);
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const stay = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
    const input = { residentId, division: '330212', arrivedAt: at(-90) };
    const { id } = (await ask('desk-330000', stay, { input })).declareStay;
    const order = 'mutation($input: OrderIsolationInput!) { orderIsolation(input: $input) { id } }';
    await wasInRiskArea(residentId, id);
    const citation = { kind: 'STAY', id };
    const isolation = { residentId, place: 'HOME', from: at(-72), until: at(72), citation };
    await ask('case-officer-330000', order, { input: isolation });
    await codeIs('330000', residentId, 'SUSPENDED', null);
    expect(await recognized(text, '510000')).toMatchObject({
      ...{ pass: false, outcome: 'CROSS_CHECK', tokenStatus: 'SUSPENDED', color: null },
    });
  });

  it('a withdrawn text is refused, and a new one is recognized', async () => {
    const residentId = await greenPerson('330000', '330212');
    const { text } = await issued('330000', residentId);
    const code = await codeOf('330000', residentId);
    const withdraw = 'mutation($input: WithdrawCodeInput!) { withdrawCode(input: $input) { id } }';
    await ask('case-officer-330000', withdraw, {
      input: { codeId: code.id, reason: 'paper was lost' },
    });
    expect(await recognized(text, '510000')).toMatchObject({
      ...{ pass: false, outcome: 'NOT_RECOGNIZED', tokenStatus: 'WITHDRAWN', validUntil: null },
    });
    const again = await issued('330000', residentId);
    expect((await recognized(again.text, '510000')).outcome).toBe('RECOGNIZED');
  });

  it('one flipped bit of payload or signature is an invalid signature', async () => {
    const { text } = demo().codes.find(
      ({ region, color }) => region === '330000' && color === 'GREEN',
    )!;
    const bytes = decodeBase45(text.slice(5))!;
    // tag, array, protected header (18), unprotected, then payload with its head, signature with its.
    const payloadAt = bytes.findIndex((byte, at) => at > 15 && byte === 0xa0) + 3;
    const signatureAt = bytes.length - 64;
    const flipped: string[] = [];
    for (let at = payloadAt; at < bytes.length; at += 1) {
      if (at >= signatureAt - 2 && at < signatureAt) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        const copy = Uint8Array.from(bytes);
        copy[at] = copy[at]! ^ (1 << bit);
        flipped.push(`HCN1:${encodeBase45(copy)}`);
      }
    }
    expect(flipped.length).toBeGreaterThan(1_000);
    const found = [];
    for (let from = 0; from < flipped.length; from += 1_000) {
      found.push(...(await recognizedAll(flipped.slice(from, from + 1_000), '510000')));
    }
    const statuses = new Set(found.map(({ tokenStatus }) => tokenStatus));
    expect([...statuses]).toEqual(['INVALID_SIGNATURE']);
    expect(
      found.every(
        ({ outcome, color, holder }) => outcome === 'NOT_RECOGNIZED' && !color && !holder,
      ),
    ).toBe(true);
  });
});
