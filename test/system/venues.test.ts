import { beforeAll, expect, it } from 'vitest';
import { until } from './support/client.ts';
import { person, type Facts, type PersonFacts } from './support/facts.ts';
import { attacker, prepareAttack, sendAs } from './support/personas.ts';
import { asSuperuser } from './support/superuser.ts';

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
const WITHDRAW =
  'mutation($input: WithdrawOutbreakInput!) { withdrawOutbreak(input: $input) { id contacts } }';
const CODE = 'query($id: ID!) { resident(id: $id) { code { color } } }';
const EARLIER_MS = 60_000;
const DAY_MS = 86_400_000;

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

/** What codes has taken in of contacts of a resident, whatever the rules in force make of it. */
function evidenceOf(residentId: string, kind: string) {
  return asSuperuser(async (client) => {
    const { rows } = await client.query<{
      body: { source: string; noticeId: string; citation?: string };
    }>(
      `select e.body from codes.evidence c
       join travel_history.event e on e.region = c.region and e.id = c.id
       where c.resident_id = $1 and c.kind = $2 order by e.recorded_at`,
      [residentId, kind],
    );
    return rows.map(({ body }) => body);
  });
}

function noticesOf(residentId: string) {
  return evidenceOf(residentId, 'CONTACT_NOTICE');
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
  const longBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
  const old = { ...input, from: longBefore(20), until: longBefore(19) };
  const { errors } = await sendAs(officer, DECLARE, { input: old });
  expect(errors).toMatchObject([{ extensions: { fields: ['input.testResultId'] } }]);
  const outbreak = await done(officer, DECLARE, { input });
  expect(outbreak).toMatchObject({ venueId, citation: facts.caseResultId });
  const taken = await until(
    () => noticesOf(residentId),
    (found) => found.length > 0,
    20_000,
  );
  expect(taken).toMatchObject([{ source: 'OFFICIAL', citation: facts.caseResultId }]);
  expect(await noticesOf(passerBy.residentId)).toEqual([]);
});

it('whoever comes after it is over is told nothing', async () => {
  const { text } = await done(officer, SHOWN, { id: venueId });
  const { residentId } = passerBy;
  await done(resident, VISIT, { input: { residentId, code: text } });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect((await codeOf(residentId)).color).toBe('GREEN');
  expect(await noticesOf(residentId)).toEqual([]);
});

it('an outbreak that was declared by mistake takes its notices back, and only those', async () => {
  const { residentId } = visitor;
  const before = await noticesOf(residentId);
  const input = {
    ...{ venueId, testResultId: facts.caseResultId, reason: 'a case was at the market, again' },
    from: new Date(Date.now() - 3_600_000).toISOString(),
    until: new Date().toISOString(),
  };
  const { id: outbreakId } = await done(officer, DECLARE, { input });
  await until(
    () => noticesOf(residentId),
    (found) => found.length > before.length,
    20_000,
  );
  const withdrawal = { outbreakId, reason: 'another market was meant' };
  expect(await done(officer, WITHDRAW, { input: withdrawal })).toMatchObject({ id: outbreakId });
  const taken = await until(
    () => evidenceOf(residentId, 'CONTACT_WITHDRAWAL'),
    (found) => found.length > 0,
    20_000,
  );
  const mistaken = (await noticesOf(residentId)).slice(before.length);
  expect(taken.map(({ noticeId }) => noticeId)).toEqual(mistaken.map(({ noticeId }) => noticeId));
});
