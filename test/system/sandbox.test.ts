import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf } from './support/client.ts';
import { VERDICT } from './support/recognize.ts';

const ISSUE = `mutation($input: IssueSandboxCodesInput!) { issueSandboxCodes(input: $input) { id
  codes { name text presentIn at outcome tokenStatus color } } }`;
const RECOGNIZE = `query($input: RecognizeSpecimenInput!) {
  recognizeSpecimen(input: $input) { ...Verdict } } ${VERDICT}`;
const REAL = 'query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { outcome } }';

interface Code {
  readonly name: string;
  readonly text: string;
  readonly presentIn: string;
  readonly at: string | null;
  readonly outcome: string;
  readonly tokenStatus: string;
  readonly color: string | null;
}

describe('the sandbox of partners', () => {
  it('gives every code the verdict it promises, of each region that issues', async () => {
    for (const region of ['330000', '510100']) {
      const { codes } = (await ask('demo-sandbox', ISSUE, { input: { region } })).issueSandboxCodes;
      const wrong: unknown[] = [];
      for (const code of codes as Code[]) {
        const { name, text, presentIn, at, outcome, tokenStatus, color } = code;
        const input = { text, region: presentIn, purpose: 'ENTRY', at };
        const said = (await ask('demo-sandbox', RECOGNIZE, { input })).recognizeSpecimen;
        const same =
          said.outcome === outcome && said.tokenStatus === tokenStatus && said.color === color;
        if (!same || said.pass || said.receipt !== '') wrong.push({ name, said });
      }
      expect(wrong).toEqual([]);
    }
  });

  it('is written down: who had codes made', async () => {
    const { id } = (await ask('demo-sandbox', ISSUE, { input: { region: '330000' } }))
      .issueSandboxCodes;
    const log = `query($filter: AuditFilterInput) { auditEntries(region: "330000", first: 5,
      filter: $filter) { nodes { action subject objectId } } }`;
    const filter = { action: 'SPECIMEN_ISSUED' };
    const { auditEntries } = await ask('auditor-330000', log, { filter });
    expect(auditEntries.nodes).toContainEqual({
      ...{ action: 'SPECIMEN_ISSUED', subject: 'demo-sandbox', objectId: id },
    });
  });

  it('sees no code of a person: not here, and not by the way of production', async () => {
    const { codes, gatewayUrl } = demo();
    const token = await tokenOf('demo-sandbox');
    const input = { text: codes[0]!.text, region: codes[0]!.region, purpose: 'ENTRY' };
    const codeOf = async (query: string, more: object = {}) =>
      (await send(gatewayUrl, token, query, { input: { ...input, ...more } })).errors?.[0]
        ?.extensions['code'];
    expect(await codeOf(REAL)).toBe('SCOPE_MISSING');
    expect(await codeOf(RECOGNIZE)).toBe('BAD_USER_INPUT');
    expect(await codeOf(RECOGNIZE, { at: '2030-01-01T00:00:00Z' })).toBe('BAD_USER_INPUT');
  });
});
