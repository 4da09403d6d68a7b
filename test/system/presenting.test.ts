import { beforeAll, describe, expect, it } from 'vitest';
import { aHolder } from '../../subgraphs/codes/persistence/signing-fakes.ts';
import { stepAt } from '../../subgraphs/codes/domain/token/presentation.ts';
import { ask, demo, send, tokenOf } from './support/client.ts';
import { greenPerson } from './support/people.ts';
import { recognized, recognizedAll, VERDICT } from './support/recognize.ts';

const ISSUE = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
const RECOGNIZE = `query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { ...Verdict } } ${VERDICT}`;
const DAY_STEPS = 2_880;

const holder = aHolder();
const holderKey = Buffer.from(holder.key).toString('base64url');
let residentId: string;
let text: string;

const now = () => stepAt(new Date());

/** The same at another gate: a verifier of the same region. */
async function atAnotherGate(shown: string) {
  const input = { text: shown, region: '510000', purpose: 'ENTRY' };
  return (await ask('verifier-510000', RECOGNIZE, { input })).recognizeCode;
}

beforeAll(async () => {
  residentId = await greenPerson('330000', '330212');
  text = (await ask('desk-330000', ISSUE, { input: { residentId, holderKey } })).issueCode.text;
});

describe('a dynamic code with a holder key', () => {
  it('passes when its holder presents it', async () => {
    const verdict = await recognized(holder.present(text, now()), '510000');
    expect(verdict).toMatchObject({
      ...{ pass: true, outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED', color: 'GREEN' },
      ...{ issuer: { id: '330000' }, holder: { maskedName: '周*甲' } },
    });
  });

  it('passes online without a presentation too: its status is asked', async () => {
    expect(await recognized(text, '510000')).toMatchObject({ pass: true, outcome: 'RECOGNIZED' });
  });

  it('presented again at another gate is REPLAYED, for cross-check', async () => {
    const shown = holder.present(text, now() - 1);
    expect(await recognized(shown, '510000')).toMatchObject({ pass: true });
    expect(await recognized(shown, '510000')).toMatchObject({ pass: true }); // a scan repeated
    expect(await atAnotherGate(shown)).toMatchObject({
      ...{ pass: false, outcome: 'CROSS_CHECK', tokenStatus: 'REPLAYED', holder: null },
    });
  });

  it('as a picture of yesterday does not pass, nor of five minutes ago', async () => {
    const steps = [now() - DAY_STEPS, now() - 10, now() + 10];
    const verdicts = await recognizedAll(
      steps.map((step) => holder.present(text, step)),
      '510000',
    );
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({
        ...{ pass: false, outcome: 'CROSS_CHECK', tokenStatus: 'VERIFIED' },
        reasons: [{ ruleId: 'PRESENTATION', outcome: 'OPEN' }, {}, {}],
      });
    }
  });

  it('presented by somebody else is refused', async () => {
    expect(await recognized(aHolder().present(text, now()), '510000')).toMatchObject({
      ...{ pass: false, outcome: 'NOT_RECOGNIZED', tokenStatus: 'INVALID_SIGNATURE', issuer: null },
    });
  });

  it('is given again with its key for the same attempt', async () => {
    const headers = { 'idempotency-key': `presenting-${Date.now()}` };
    const { gatewayUrl } = demo();
    const again = async () => {
      const token = await tokenOf('desk-330000');
      const variables = { input: { residentId, holderKey } };
      return (await send(gatewayUrl, token, ISSUE, variables, headers)).data.issueCode.text;
    };
    for (const made of [await again(), await again()]) {
      expect(await recognized(holder.present(made, now()), '510000')).toMatchObject({ pass: true });
    }
  });

  it('cannot be paper', async () => {
    const input = { residentId, kind: 'PAPER', holderKey };
    const { gatewayUrl } = demo();
    const { errors } = await send(gatewayUrl, await tokenOf('desk-330000'), ISSUE, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: ['input.holderKey'] },
    });
  });
});
