import { expect, it } from 'vitest';
import { ask, demo, send, tokenOf } from './support/client.ts';
import { somebody } from './support/people.ts';

// A variable that may be null is valid where an argument has a default, and null is still none of its
// values. Source: GraphQL, 5.8.5, 6.4.1.
const REVIEWER = 'reviewer-330000';

async function sent(query: string, variables: object, username = REVIEWER) {
  return send(demo().gatewayUrl, await tokenOf(username), query, variables);
}

/** What is said of an argument. */
function refusalOf(field: string, says = 'may not be null.') {
  return {
    message: `The argument "${field}" ${says}`,
    extensions: { code: 'BAD_USER_INPUT', retryable: false, fields: [field] },
  };
}

it('a query whose variable is null where none may be: the field fails, and no other', async () => {
  const more = 'query($n: ID = "330100") { regions { id } division(code: $n) { name } }';
  const answer = await sent(more, { n: null });
  expect(answer).toMatchObject({ status: 200, data: { division: null } });
  expect(answer.data.regions.length).toBeGreaterThan(1);
  expect(answer.errors).toMatchObject([{ ...refusalOf('code'), path: ['division'] }]);

  const page = 'query($n: Int) { divisions(first: $n) { nodes { name } } }';
  const { data, errors } = await sent(page, { n: null });
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ ...refusalOf('first'), path: ['divisions'] }]);
  expect((await sent(page, {})).errors).toBeUndefined();

  const lists = `query($region: ID!, $n: String = "x") {
    offlineLists(region: $region, have: [$n]) { __typename } }`;
  const listed = await sent(lists, { region: '330000', n: null });
  expect(listed.errors).toMatchObject([refusalOf('have', 'holds null where none may be.')]);
});

it('a query of more of an object that another part knows: the field fails at its place', async () => {
  const query = `query($n: Int) { registrations(first: 1, state: REGISTERED) {
    nodes { id code { id decisions(first: $n) { nodes { toState } } } } } }`;
  const { data, errors } = await sent(query, { n: null });
  expect(data.registrations.nodes).toMatchObject([{ code: null }]);
  const path = ['registrations', 'nodes', 0, 'code', 'decisions'];
  expect(errors).toMatchObject([{ ...refusalOf('first'), path }]);
});

it('a field that is left out is not looked at', async () => {
  const query = `query($n: Int, $with: Boolean!) {
    regions { id } divisions(first: $n) @include(if: $with) { nodes { name } } }`;
  expect((await sent(query, { n: null, with: false })).errors).toBeUndefined();
});

it('a condition that is null is named as an argument is', async () => {
  const query = 'query($n: Boolean = true) { regions { id @include(if: $n) } }';
  expect(await sent(query, { n: null })).toMatchObject({ status: 400, errors: [refusalOf('if')] });
});

it('a mutation is refused before anything is done, also for what another part would answer', async () => {
  const register =
    'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
  const made = await ask('desk-330000', register, { input: somebody('330106') });
  const { id } = made.registerResident;
  const stateOf = async () =>
    (await ask(REVIEWER, 'query($id: ID!) { resident(id: $id) { state } }', { id })).resident.state;

  const review = `mutation($input: ReviewRegistrationInput!, $n: Int) {
    reviewRegistration(input: $input) { state stays(first: $n) { nodes { id } } } }`;
  const input = { residentId: id, decision: 'APPROVE' };
  const refused = await sent(review, { input, n: null });
  expect(refused).toMatchObject({ status: 400, errors: [refusalOf('first')] });
  expect(refused.data).toBeUndefined();
  expect(await stateOf()).toBe('RECEIVED');

  expect((await sent(review, { input, n: 1 })).errors).toBeUndefined();
  expect(await stateOf()).toBe('REGISTERED');

  const issue = `mutation($id: ID!, $kind: CodeKind) {
    issueCode(input: { residentId: $id, kind: $kind }) { text } }`;
  expect(await sent(issue, { id, kind: null }, 'desk-330000')).toMatchObject({
    status: 400,
    errors: [refusalOf('input', 'holds null where none may be.')],
  });
});
