import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf } from './support/client.ts';
import {
  codeIs,
  codeOf,
  declared,
  greenPerson,
  issued,
  registered,
  somebody,
} from './support/people.ts';
import { wasInRiskArea } from './support/exposed-stays.ts';
import { readQr } from './support/read-qr.ts';
import { recognized, recognizedAll } from './support/recognize.ts';

const DAY_MS = 86_400_000;

describe('the path of one code', () => {
  it('goes from registration to recognition in another region', async () => {
    const residentId = await registered('330000', '330212');
    expect(await codeOf('330000', residentId).then((code) => code?.state ?? 'UNDER_REVIEW')).toBe(
      'UNDER_REVIEW',
    );
    await declared('330000', residentId);
    const code = await codeIs('330000', residentId, 'ACTIVE', 'GREEN');
    expect(code.decisions.nodes).toMatchObject([
      {
        fromState: 'UNDER_REVIEW',
        fromColor: null,
        toState: 'ACTIVE',
        toColor: 'GREEN',
        policyVersion: 1,
      },
    ]);

    const { text, svg, png, expiresAt, issuedAt } = await issued('330000', residentId);
    expect(text).toMatch(/^HCN1:[0-9A-Z $%*+\-./:]+$/);
    expect(text.length).toBeLessThan(250);
    expect(Date.parse(expiresAt) - Date.parse(issuedAt)).toBe(DAY_MS);
    expect(svg).toMatch(/^<svg [^>]*>/);
    expect(await readQr(png)).toBe(text);

    const verdict = await recognized(text, '510703');
    expect(verdict).toMatchObject({
      ...{ pass: true, outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED' },
      ...{ issuedColor: 'GREEN', color: 'GREEN', paper: false, specimen: false },
      issuer: { id: '330000', name: 'Zhejiang' },
      presentedIn: { id: '510000', name: 'Sichuan' },
    });
  });

  it('fills every field of the verdict', async () => {
    const residentId = await greenPerson('330000', '330212');
    const { text } = await issued('330000', residentId);
    const verdict = await recognized(text, '510000');
    expect(verdict).toMatchObject({
      holder: { maskedName: '周*甲', birthMonthDay: expect.stringMatching(/^\d{4}$/) },
      reasons: [
        {
          ruleId: 'AGREEMENT',
          version: 1,
          outcome: 'PASS',
          text: 'The two regions have an agreement',
        },
        { ruleId: 'COLOR_MAP', outcome: 'PASS' },
      ],
      basis: { mode: 'ONLINE', policyVersion: 1, agreementVersion: 1 },
    });
    expect(verdict.basis.trustListVersion).toBeGreaterThan(0);
    const fresh = Date.parse(verdict.basis.statusAsOf);
    expect(Math.abs(Date.now() - fresh)).toBeLessThan(60_000);
    expect(Date.parse(verdict.validUntil)).toBe(fresh + 60 * 60_000);
    expect(verdict.receipt).toMatch(/^HCR1:[\w-]{100,}$/);
  });

  it('gives the same dynamic code all day, and a new paper each time', async () => {
    const residentId = await greenPerson('330000', '330212');
    const [first, second] = [
      await issued('330000', residentId),
      await issued('330000', residentId),
    ];
    expect(second.issuedAt).toBe(first.issuedAt);
    const [a, b] = [
      await issued('330000', residentId, 'PAPER'),
      await issued('330000', residentId, 'PAPER'),
    ];
    expect(a.text).not.toBe(b.text);
    for (const { text } of [first, second, a, b]) {
      expect((await recognized(text, '510000')).outcome).toBe('RECOGNIZED');
    }
    expect((await recognized(a.text, '510000')).paper).toBe(true);
  });

  it('takes the color from the status, not from the token', async () => {
    const residentId = await greenPerson('330000', '330212');
    const { text } = await issued('330000', residentId);
    const test =
      'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }';
    const sampleCollectedAt = new Date(Date.now() - 3_600_000).toISOString();
    await ask('laboratory-330000', test, {
      input: { residentId, sampleCollectedAt, result: 'DETECTED', laboratory: 'LAB' },
    });
    const code = await codeIs('330000', residentId, 'ACTIVE', 'RED');
    expect(code.decisions.nodes[0].reasons).toMatchObject([
      {
        ...{ ruleId: 'DETECTED-7D', reasonClass: 'TEST', color: 'RED' },
        evidence: [{ kind: 'TEST_RESULT', source: 'ACCREDITED', at: sampleCollectedAt }],
      },
    ]);
    const verdict = await recognized(text, '510000');
    expect(verdict).toMatchObject({
      pass: false,
      outcome: 'RECOGNIZED',
      issuedColor: 'RED',
      color: 'RED',
    });
    expect(JSON.stringify(verdict)).not.toMatch(/DETECTED|TEST_RESULT|ACCREDITED/);
  });

  it('colors by each of the four conditions', async () => {
    const symptom = await registered('510000', '510303');
    await declared('510000', symptom, ['FEVER']);
    await codeIs('510000', symptom, 'ACTIVE', 'YELLOW');

    const stay = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
    const order = 'mutation($input: OrderIsolationInput!) { orderIsolation(input: $input) { id } }';
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    async function isolated(place: string, from: number) {
      const residentId = await greenPerson('510000', '510303');
      const input = { residentId, division: '510303', arrivedAt: at(-48) };
      const { id } = (await ask('desk-510000', stay, { input })).declareStay;
      await wasInRiskArea(residentId, id);
      const citation = { kind: 'STAY', id };
      await ask('case-officer-510000', order, {
        input: { residentId, place, from: at(from), until: at(72), citation },
      });
      return residentId;
    }
    await codeIs('510000', await isolated('HOME', -1), 'ACTIVE', 'YELLOW');
    await codeIs('510000', await isolated('CENTRAL', -1), 'ACTIVE', 'RED');
    const lapsed = await codeIs('510000', await isolated('HOME', -72), 'SUSPENDED', null);
    expect(lapsed.decisions.nodes[0].missing).toEqual(['CHECK_IN']);
  });

  it('recognizes a mixed thousand in order', async () => {
    const { codes } = demo();
    const green = codes.find(({ region, color }) => region === '330000' && color === 'GREEN')!;
    const red = codes.find(({ region, color }) => region === '330000' && color === 'RED')!;
    const kinds: readonly (readonly [string, object])[] = [
      [green.text, { pass: true, outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED', color: 'GREEN' }],
      [red.text, { pass: false, outcome: 'RECOGNIZED', color: 'RED' }],
      ['HC1:6BFOXN', { outcome: 'NOT_RECOGNIZED', tokenStatus: 'NOT_SUPPORTED' }],
      ['HCN1:ABC', { outcome: 'NOT_RECOGNIZED', tokenStatus: 'MALFORMED' }],
      ['', { outcome: 'NOT_RECOGNIZED', tokenStatus: 'NOT_SUPPORTED' }],
    ];
    const order = Array.from({ length: 1_000 }, (_, index) => (index * 7) % kinds.length);
    const verdicts = await recognizedAll(
      order.map((kind) => kinds[kind]![0]),
      '510000',
    );
    expect(verdicts).toHaveLength(1_000);
    order.forEach((kind, index) => {
      expect(verdicts[index]).toMatchObject(kinds[kind]![1]);
    });
    expect(new Set(verdicts.map(({ receipt }: { receipt: string }) => receipt)).size).toBe(1_000);
  });

  it('answers a case officer across all four subgraphs in one query', async () => {
    const residentId = await greenPerson('330000', '330212');
    const arrivedAt = new Date(Date.now() - 2 * DAY_MS).toISOString();
    await ask(
      'desk-330000',
      'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }',
      {
        input: { residentId, division: '410105', arrivedAt },
      },
    );
    const sampleCollectedAt = new Date(Date.now() - DAY_MS).toISOString();
    await ask(
      'laboratory-330000',
      'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }',
      { input: { residentId, sampleCollectedAt, result: 'NOT_DETECTED', laboratory: 'LAB' } },
    );
    const { id } = await codeOf('330000', residentId);
    const answer = await ask(
      'case-officer-330000',
      `query($id: ID!) { healthCode(id: $id) { state color resident { region maskedName division { name }
        latestTest { result sampleCollectedAt } recentStays(days: 14) { division arrivedAt } } } }`,
      { id },
    );
    expect(answer.healthCode).toEqual({
      ...{ state: 'ACTIVE', color: 'GREEN' },
      resident: {
        ...{ region: '330000', maskedName: '周*甲', division: { name: expect.any(String) } },
        latestTest: { result: 'NOT_DETECTED', sampleCollectedAt },
        recentStays: [{ division: '410105', arrivedAt }],
      },
    });
  });

  it('lets a resident register, declare and fetch the code, and sees nobody else', async () => {
    const me = 'demo-resident';
    const register =
      'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id region state } }';
    const permit = {
      ...somebody('330106'),
      documentType: 'TAIWAN_PERMIT',
      documentNumber: '12345678',
    };
    const { registerResident: mine } = await ask(me, register, { input: permit });
    expect(mine).toMatchObject({ region: '330100', state: 'RECEIVED' });
    const review =
      'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { state } }';
    await ask('reviewer-330100', review, { input: { residentId: mine.id, decision: 'APPROVE' } });
    const input = { residentId: mine.id, symptoms: [] };
    const declare = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';
    // What an account may act for is known for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const { id } = (await ask(me, declare, { input })).declareHealth;
    const decide =
      'mutation($input: ReviewDeclarationInput!) { reviewDeclaration(input: $input) { state } }';
    await ask('reviewer-330100', decide, { input: { declarationId: id, decision: 'APPROVE' } });
    await codeIs('330100', mine.id, 'ACTIVE', 'GREEN');
    const issue = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
    const { text } = (await ask(me, issue, { input: { residentId: mine.id } })).issueCode;
    expect((await recognized(text, '330000')).outcome).toBe('RECOGNIZED');

    const other = await registered('330100', '330106');
    const facts = demo();
    const token = await tokenOf(me, facts);
    const read = 'query($id: ID!) { resident(id: $id) { id } }';
    expect((await send(facts.gatewayUrl, token, read, { id: other })).data.resident).toBeNull();
    const refused = await send(facts.gatewayUrl, token, issue, { input: { residentId: other } });
    expect(refused.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
