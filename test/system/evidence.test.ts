import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf, until } from './support/client.ts';
import { codeIs, declared, greenPerson, registered, somebody } from './support/people.ts';

const HANGZHOU = '330100';
const CHENGDU = '510100';
const HOUR_MS = 3_600_000;

const SUBMIT = `mutation($input: SubmitTestResultsInput!) { submitTestResults(input: $input) {
  id accepted rows { line status field fault } } }`;
const TESTS = `query($id: ID!) { resident(id: $id) { tests(first: 10) { nodes {
  id result sampleCollectedAt sourceRegion supersedes supersededBy } } } }`;
const OPEN = 'mutation($input: OpenHealthRecordInput!) { openHealthRecord(input: $input) { id } }';
const CORRECT = `mutation($input: CorrectTestResultInput!) { correctTestResult(input: $input) {
  id result supersedes } }`;

interface Row {
  readonly documentNumber: string;
  readonly sampleCollectedAt?: string;
}

function aRow({ documentNumber, sampleCollectedAt }: Row) {
  const recently = new Date(Date.now() - 3 * HOUR_MS).toISOString();
  return {
    ...{
      documentType: 'RESIDENT_ID',
      documentNumber,
      result: 'DETECTED',
      laboratory: 'LAB-510100',
    },
    sampleCollectedAt: sampleCollectedAt ?? recently,
  };
}

async function submitted(region: string, ...rows: Row[]) {
  const input = { results: rows.map(aRow) };
  return (await ask(`laboratory-${region}`, SUBMIT, { input })).submitTestResults;
}

/** The results of a person, to a case officer who opened the record. */
async function testsOf(region: string, residentId: string) {
  const officer = `case-officer-${region}`;
  await ask(officer, OPEN, { input: { residentId, reason: 'a story about evidence' } });
  const read = () => ask(officer, TESTS, { id: residentId });
  const { resident } = await until(read, (data) => data.resident.tests.nodes.length > 0);
  return resident.tests.nodes as Record<string, string | null>[];
}

describe('a result by document', () => {
  it('recorded in Chengdu turns the same person’s Hangzhou code; the laboratory learns only ACCEPTED', async () => {
    const person = somebody('330106');
    const stranger = somebody('510104');
    const residentId = await greenPerson(HANGZHOU, '330106', person);
    const neighbor = await greenPerson(HANGZHOU, '330106');
    const { accepted, rows } = await submitted(CHENGDU, person, stranger);
    expect(accepted).toBe(2);
    // About somebody who is known and somebody who is not: the same answer.
    const answer = { status: 'ACCEPTED', field: null, fault: null };
    expect(rows).toEqual([
      { line: 1, ...answer },
      { line: 2, ...answer },
    ]);

    const code = await codeIs(HANGZHOU, residentId, 'ACTIVE', 'RED');
    expect(code.decisions.nodes[0].reasons[0]).toMatchObject({
      ...{ color: 'RED', reasonClass: 'TEST' },
      evidence: [{ kind: 'TEST_RESULT', source: 'ACCREDITED' }],
    });
    await codeIs(HANGZHOU, neighbor, 'ACTIVE', 'GREEN');
    expect(await testsOf(HANGZHOU, residentId)).toMatchObject([
      { result: 'DETECTED', sourceRegion: CHENGDU, supersededBy: null },
    ]);
    const facts = demo();
    const token = await tokenOf(`laboratory-${CHENGDU}`, facts);
    const seen = await send(facts.gatewayUrl, token, TESTS, { id: residentId });
    expect(seen.errors?.[0]?.extensions['code']).toBe('SCOPE_MISSING');
  });

  it('waits for a person who is not known, and counts when they register', async () => {
    const person = somebody('330106');
    await submitted(CHENGDU, person);
    const residentId = await registered(HANGZHOU, '330106', person);
    await declared(HANGZHOU, residentId);
    await codeIs(HANGZHOU, residentId, 'ACTIVE', 'RED');
  });

  it('of one bad row says which field, and spoils no other', async () => {
    const person = somebody('330106');
    const bad = { documentNumber: `${person.documentNumber.slice(0, 17)}?` };
    const late = { ...person, sampleCollectedAt: '2021-01-01T00:00:00Z' };
    const { accepted, rows } = await submitted(CHENGDU, bad, person, late);
    expect(accepted).toBe(1);
    expect(rows).toEqual([
      { line: 1, status: 'REFUSED', field: 'documentNumber', fault: 'CHARACTERS' },
      { line: 2, status: 'ACCEPTED', field: null, fault: null },
      { line: 3, status: 'REFUSED', field: 'sampleCollectedAt', fault: 'AGE' },
    ]);
  });

  it('is taken in once for its Idempotency-Key, with the same receipt', async () => {
    const facts = demo();
    const token = await tokenOf(`laboratory-${CHENGDU}`, facts);
    const input = { results: [aRow(somebody('330106')), aRow({ documentNumber: '1' })] };
    const headers = { 'idempotency-key': `evidence-${Date.now()}` };
    const [first, second] = [
      await send(facts.gatewayUrl, token, SUBMIT, { input }, headers),
      await send(facts.gatewayUrl, token, SUBMIT, { input }, headers),
    ];
    expect(first.errors).toBeUndefined();
    expect(second.data).toEqual(first.data);
  });

  it('that was wrong is superseded, and stays to be seen', async () => {
    const person = somebody('330106');
    const residentId = await greenPerson(HANGZHOU, '330106', person);
    await submitted(CHENGDU, person);
    await codeIs(HANGZHOU, residentId, 'ACTIVE', 'RED');
    const [old] = await testsOf(HANGZHOU, residentId);
    const input = { testResultId: old?.['id'], result: 'NOT_DETECTED', reason: 'mixed up samples' };
    const right = (await ask(`laboratory-${HANGZHOU}`, CORRECT, { input })).correctTestResult;
    expect(right).toMatchObject({ result: 'NOT_DETECTED', supersedes: old?.['id'] });
    const both = await testsOf(HANGZHOU, residentId);
    expect(both.find(({ id }) => id === old?.['id'])).toMatchObject({
      ...{ result: 'DETECTED', supersededBy: right.id },
    });
    await codeIs(HANGZHOU, residentId, 'ACTIVE', 'GREEN');
  });
});
