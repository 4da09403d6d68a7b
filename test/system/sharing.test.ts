import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase45 } from '../../subgraphs/codes/domain/token/base45.ts';
import {
  createVerifier,
  type ListBundle,
  type Verifier,
} from '../../subgraphs/codes/verify/index.ts';
import { keyId } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { ask, askAsPartner, demo, until } from './support/client.ts';
import { codeIs, declared, greenPerson, issued, registered } from './support/people.ts';
import { recognized } from './support/recognize.ts';

const TEST = 'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }';
const LISTS = `query($region: ID!) { offlineLists(region: $region) {
  trustRoots { environment threshold keys } trustList { body } terms { body }
  agreements { body } statements { body } statusLists { body } evidence { body } } }`;
/** A list speaks of tokens that are a minute older than it, and is made anew every minute. */
const IN_TIME_MS = 200_000;

interface Body {
  readonly body: string;
}

const bytes = ({ body }: Body) => Buffer.from(body, 'base64');
const all = (bodies: readonly Body[]) => bodies.map(bytes);

async function tested(region: string, residentId: string, result: string) {
  const sampleCollectedAt = new Date(Date.now() - 60_000).toISOString();
  const input = { residentId, sampleCollectedAt, result, laboratory: 'LAB' };
  await ask(`laboratory-${region}`, TEST, { input });
}

/** A paper code of somebody yellow in Sichuan, with a symptom. */
async function yellowText(test: string | null): Promise<string> {
  const residentId = await registered('510000', '510703');
  await declared('510000', residentId, ['COUGH']);
  await codeIs('510000', residentId, 'ACTIVE', 'YELLOW');
  if (test) await tested('510000', residentId, test);
  return (await issued('510000', residentId, 'PAPER')).text;
}

async function evidenceFor(region: string): Promise<readonly Body[]> {
  return (await askAsPartner(LISTS, { region })).offlineLists.evidence;
}

async function verifierOf(region: string): Promise<Verifier> {
  const found = (await askAsPartner(LISTS, { region })).offlineLists;
  const { environment, threshold, keys } = found.trustRoots;
  const roots = keys.map((root: string) => {
    const spki = Buffer.from(root, 'base64');
    return { kid: keyId(spki), spki };
  });
  const verifier = createVerifier({ roots, threshold, environment });
  const bundle: ListBundle = {
    ...{ trustList: bytes(found.trustList), terms: all(found.terms) },
    ...{ agreements: all(found.agreements), statements: all(found.statements) },
    ...{ statusLists: all(found.statusLists), evidence: all(found.evidence) },
  };
  expect(await verifier.load(bundle)).toEqual([]);
  return verifier;
}

describe('evidence that regions share', () => {
  const texts = { tested: '', untested: '', green: '', detected: '' };

  beforeAll(async () => {
    texts.tested = await yellowText('NOT_DETECTED');
    texts.untested = await yellowText(null);
    const green = await greenPerson('510100', '510107');
    texts.green = (await issued('510100', green, 'PAPER')).text;
    const sick = await greenPerson('510100', '510107');
    texts.detected = (await issued('510100', sick, 'PAPER')).text;
    await tested('510100', sick, 'DETECTED');
    await codeIs('510100', sick, 'ACTIVE', 'RED');
    const judged = ({ outcome }: { outcome: string }) => outcome !== 'CROSS_CHECK';
    for (const text of Object.values(texts)) {
      await until(() => recognized(text, '330000'), judged, IN_TIME_MS);
    }
  }, IN_TIME_MS + 60_000);

  it('meets the condition of a test not detected, by its day', async () => {
    expect(await recognized(texts.tested, '330000')).toMatchObject({
      ...{ pass: false, outcome: 'RECOGNIZED', issuedColor: 'YELLOW', color: 'YELLOW' },
      reasons: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'NEGATIVE-48H', outcome: 'PASS' }),
      ]),
    });
  });

  it('does not meet it without a test', async () => {
    expect(await recognized(texts.untested, '330000')).toMatchObject({
      ...{ pass: false, outcome: 'NOT_RECOGNIZED', issuedColor: 'YELLOW' },
      reasons: expect.arrayContaining([
        expect.objectContaining({ ruleId: 'NEGATIVE-48H', outcome: 'FAIL' }),
      ]),
    });
  });

  it("gives the color of the receiver's own rules", async () => {
    const green = { pass: true, outcome: 'RECOGNIZED', color: 'GREEN' };
    expect(await recognized(texts.green, '330000')).toMatchObject(green);
    const red = { pass: false, outcome: 'RECOGNIZED', color: 'RED' };
    expect(await recognized(texts.detected, '330000')).toMatchObject(red);
  });

  it('gives the same with no network', async () => {
    const verifier = await verifierOf('330000');
    for (const text of Object.values(texts)) {
      const there = await recognized(text, '330000');
      const { outcome, color, pass, reasons } = await verifier.recognize(text, '330000');
      const told = there.reasons.map((one: { ruleId: string; outcome: string }) => [
        ...[one.ruleId, one.outcome],
      ]);
      expect([outcome, color, pass]).toEqual([there.outcome, there.color, there.pass]);
      expect(reasons.map((one) => [one.ruleId, one.outcome])).toEqual(told);
    }
  });

  it('is handed to verifiers of the region that it is for, and to no others', async () => {
    expect(await evidenceFor('330000')).toHaveLength(2);
    expect(await evidenceFor('510000')).toHaveLength(0);
  });

  it('says neither who nor where: a token and days', async () => {
    const evidence = await evidenceFor('330000');
    const text = Buffer.concat(all(evidence)).toString('latin1');
    for (const { text: code } of demo().codes) {
      expect(text.includes(Buffer.from(decodeBase45(code.slice(5))!).toString('latin1'))).toBe(
        false,
      );
    }
    expect(text).not.toMatch(/\b(51|33)\d{2}0[1-9]\b|COUGH|LAB/);
  });
});
