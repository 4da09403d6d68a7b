import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import type { Identity } from '../../../kit/identity.ts';
import { createDivisionBook, NATION } from '../../../kit/standards/gbt2260.ts';
import { nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import { aKey, after, aSigner, aTrust, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { issueToken } from '../token/issue-token.ts';
import { TOKEN_STATUSES } from '../token/token-status.ts';
import { NOBODY } from '../code/specimen.ts';
import { RECOGNITION_OUTCOMES } from '../recognition/verdict.ts';
import { specimenRecognizer } from './recognize-specimen.ts';
import { sandboxCodeUseCases } from './sandbox-codes.ts';
import { SCENARIOS } from './scenarios.ts';

const specimenKey = aSigner();
const realKey = aSigner();
const divisionBook = createDivisionBook([
  { code: NATION, name: '全国', level: 'NATION', parent: null },
  ...[ISSUER, '510000'].map((code) => ({
    ...{ code, name: '样', level: 'PROVINCE' as const, parent: NATION },
  })),
]);
const names = { ZH_HANS: '样', ZH_HANT: '樣', EN: 'Sample' };
const data = {
  trust: aTrust([aKey(specimenKey, { use: 'specimen' }), aKey(realKey)]),
  ...{ agreements: [], policies: [] },
  regions: new Map([ISSUER, '510000'].map((id) => [id, { id, names }])),
};
const partner: Identity = {
  ...{ kind: 'PARTNER', subject: 'sandbox', scopes: ['sandbox:verify'], grants: ['000000'] },
  ...{ regions: [ISSUER, '510000'], residents: '*', purposes: ['ENTRY'], agency: null },
};

function use(now = NOW) {
  const audit = fakeTrail();
  const codes = sandboxCodeUseCases({
    ...{ audit, now: () => NOW, newId: (region) => `${region}-${'0'.repeat(26)}` },
    signer: (region) => (region === ISSUER ? specimenKey : undefined),
    ...{ randomBytes: (length) => new Uint8Array(length), reference: () => data },
  });
  const recognizer = specimenRecognizer({
    ...{ reference: () => data, divisions: divisionBook, now: () => now },
    ...{ verify: nodeVerify(), verifyHolder: nodeVerifyHolder() },
  });
  return { ...codes, ...recognizer, audit };
}

function shown(text: string, region = ISSUER, at: Date | null = null) {
  return { text, region, purpose: 'ENTRY', at };
}

describe('the sandbox', () => {
  it('has every outcome, and every status of a token but that of a specimen itself', () => {
    const statuses = new Set(SCENARIOS.map(({ tokenStatus }) => tokenStatus));
    expect(TOKEN_STATUSES.filter((one) => !statuses.has(one))).toEqual(['SPECIMEN']);
    expect(new Set(SCENARIOS.map(({ outcome }) => outcome))).toEqual(new Set(RECOGNITION_OUTCOMES));
  });

  it.each(SCENARIOS.map(({ name }) => name))('gives %s the verdict it promises', async (name) => {
    const { issue, recognize } = use();
    const { codes } = await issue(ISSUER, partner);
    const code = codes.find((one) => one.name === name)!;
    const verdict = await recognize(shown(code.text, code.presentIn, code.at), partner);
    expect(verdict).toMatchObject({
      ...{ outcome: code.outcome, tokenStatus: code.tokenStatus, color: code.color },
      ...{ pass: false, receipt: '' },
    });
  });

  it('goes by the instant that is asked about', async () => {
    const { issue, recognize } = use();
    const { text } = (await issue(ISSUER, partner)).codes.find(({ name }) => name === 'GREEN')!;
    const last = after(24 * 3_600 - 1);
    expect(await recognize(shown(text, ISSUER, last), partner)).toMatchObject({
      ...{ outcome: 'RECOGNIZED', color: 'GREEN', specimen: true, pass: false },
    });
    expect(await recognize(shown(text, ISSUER, after(24 * 3_600)), partner)).toMatchObject({
      tokenStatus: 'EXPIRED',
    });
  });

  it.each([null, after(-60), after(365 * 86_400)])(
    'judges no code of a person, now or at %s',
    async (at) => {
      const text = await issueToken(
        {
          ...{ ...NOBODY, issuer: ISSUER, kind: 'DYNAMIC', color: 'GREEN', issuedAt: NOW },
          ...{ expiresAt: after(86_400), cti: new Uint8Array(8), statusIndex: 0 },
          ...{ policyId: '0', holderKey: null },
        },
        realKey,
      );
      const { recognize } = use();
      for (const one of [text, `${text.slice(0, -2)}00`]) {
        await expect(recognize(shown(one, ISSUER, at), partner)).rejects.toMatchObject({
          ...{ code: 'BAD_USER_INPUT', fields: ['input.text'] },
        });
      }
    },
  );

  it('keeps to what is granted to the client', async () => {
    const { issue, recognize } = use();
    const narrow = { ...partner, grants: ['510000'], regions: ['510000'] };
    await expect(issue(ISSUER, narrow)).rejects.toMatchObject({ code: 'REGION_OUT_OF_SCOPE' });
    await expect(recognize(shown('x'), narrow)).rejects.toMatchObject({
      code: 'REGION_OUT_OF_SCOPE',
    });
    await expect(issue('510000', partner)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('notes that codes were made, once', async () => {
    const { issue, audit } = use();
    const { id: objectId, codes } = await issue(ISSUER, partner);
    expect(audit.notes).toEqual([
      { region: ISSUER, action: 'SPECIMEN_ISSUED', objectId, detail: { codes: codes.length } },
    ]);
  });
});
