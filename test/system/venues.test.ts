import { beforeAll, expect, it } from 'vitest';
import { until } from './support/client.ts';
import { person, type Facts, type PersonFacts } from './support/facts.ts';
import { attacker, prepareAttack, sendAs } from './support/personas.ts';

const REGION = '330000';
const resident = attacker('RESIDENT', REGION);
const officer = attacker('CASE_OFFICER', REGION);

const ADD = 'mutation($input: AddVenueInput!) { addVenue(input: $input) { id name division } }';
const SHOWN = 'query($id: ID!) { venueCode(venueId: $id) { text rotatesAt } }';
const VISIT =
  'mutation($input: VisitVenueInput!) { visitVenue(input: $input) { id arrivedAt leftAt } }';
const LEAVE = 'mutation($id: ID!) { leaveVenue(visitId: $id) { leftAt } }';
const DECLARE = `mutation($input: DeclareOutbreakInput!) { declareOutbreak(input: $input) {
  id venueId citation } }`;
const CODE = `query($id: ID!) { resident(id: $id) { code { color
  decisions(first: 20) { nodes { reasons { reasonClass evidence { kind source } } } } } } }`;
const EARLIER_MS = 60_000;

let facts: Facts;
let visitor: PersonFacts;
let passerBy: PersonFacts;
let venueId: string;

async function done(who: typeof resident, query: string, variables: object) {
  const answer = await sendAs(who, query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return Object.values(answer.data as Record<string, any>)[0];
}

async function codeOf(residentId: string) {
  return (await done(officer, CODE, { id: residentId })).code;
}

beforeAll(async () => {
  facts = (await prepareAttack())[REGION];
  visitor = await person('RESIDENT', REGION);
  passerBy = await person('RESIDENT', REGION);
  const input = { region: REGION, division: facts.division, name: '样例集市' };
  venueId = (await done(officer, ADD, { input })).id;
});

it('a scan is presence only once an outbreak is declared there', async () => {
  const { text } = await done(officer, SHOWN, { id: venueId });
  const { residentId } = visitor;
  const visit = await done(resident, VISIT, { input: { residentId, code: text } });
  expect(visit.leftAt).toBeNull();
  expect((await done(resident, LEAVE, { id: visit.id })).leftAt).not.toBeNull();
  expect((await codeOf(residentId)).color).toBe('GREEN');

  const input = {
    ...{ venueId, testResultId: facts.caseResultId, reason: 'a case was at the market' },
    from: new Date(Date.parse(visit.arrivedAt) - EARLIER_MS).toISOString(),
    until: new Date().toISOString(),
  };
  const outbreak = await done(officer, DECLARE, { input });
  expect(outbreak).toMatchObject({ venueId, citation: facts.caseResultId });
  const code = await until(
    () => codeOf(residentId),
    ({ color }) => color !== 'GREEN',
  );
  const [decision] = code.decisions.nodes;
  expect(decision.reasons).toMatchObject([
    { reasonClass: 'CONTACT', evidence: [{ kind: 'CONTACT_NOTICE', source: 'OFFICIAL' }] },
  ]);
  expect((await codeOf(passerBy.residentId)).color).toBe('GREEN');
});

it('whoever comes after it is over is told nothing', async () => {
  const { text } = await done(officer, SHOWN, { id: venueId });
  const { residentId } = passerBy;
  await done(resident, VISIT, { input: { residentId, code: text } });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect((await codeOf(residentId)).color).toBe('GREEN');
});
