import { checkDigit } from '../../../subgraphs/kit/standards/resident-id.ts';
import { ask, until } from './client.ts';

let made = 0;

/** Particulars of an invented adult who lives in a division, different at every call. */
export function somebody(division: string) {
  made += 1;
  const sequence = String((Date.now() + made * 7) % 1_000).padStart(3, '0');
  const year = 1950 + (Math.floor(Date.now() / 1_000 + made) % 50);
  const first17 = `${division}${year}0${1 + (made % 9)}1${made % 10}${sequence}`;
  const birthDate = `${year}-0${1 + (made % 9)}-1${made % 10}`;
  return {
    ...{ name: '周样甲', documentType: 'RESIDENT_ID', birthDate, division },
    documentNumber: first17 + checkDigit(first17),
  };
}

/** Registers and approves a person through a desk and a reviewer; the resident's id. */
export async function registered(region: string, division: string, more: object = {}) {
  const input = { ...somebody(division), ...more };
  const register =
    'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
  const { id } = (await ask(`desk-${region}`, register, { input })).registerResident;
  const review =
    'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { state } }';
  await ask(`reviewer-${region}`, review, { input: { residentId: id, decision: 'APPROVE' } });
  return id as string;
}

/** Declares for a person at a desk and lets a reviewer approve it. */
export async function declared(region: string, residentId: string, symptoms: string[] = []) {
  const declare = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';
  const { id } = (await ask(`desk-${region}`, declare, { input: { residentId, symptoms } }))
    .declareHealth;
  const review =
    'mutation($input: ReviewDeclarationInput!) { reviewDeclaration(input: $input) { state } }';
  await ask(`reviewer-${region}`, review, { input: { declarationId: id, decision: 'APPROVE' } });
  return id as string;
}

/** State and color of a resident's code. */
export async function codeOf(region: string, residentId: string) {
  const query = `query($id: ID!) { resident(id: $id) { code {
    id state color policyVersion decidedAt lookAgainAt
    decisions(first: 20) { nodes { fromState fromColor toState toColor missing policyVersion
      reasons { ruleId reasonClass color evidence { id kind source at } } } } } } }`;
  return (await ask(`case-officer-${region}`, query, { id: residentId })).resident.code;
}

/** Waits until a resident's code has a state, at most the five seconds that are promised. */
export function codeIs(region: string, residentId: string, state: string, color: string | null) {
  return until(
    () => codeOf(region, residentId),
    (code) => code?.state === state && code.color === color,
  );
}

/** A green code of a new person, ready to be issued. */
export async function greenPerson(region: string, division: string, more: object = {}) {
  const residentId = await registered(region, division, more);
  await declared(region, residentId);
  await codeIs(region, residentId, 'ACTIVE', 'GREEN');
  return residentId;
}

/** Issues a code at a desk. */
export async function issued(region: string, residentId: string, kind = 'DYNAMIC') {
  const issue = `mutation($input: IssueCodeInput!) { issueCode(input: $input) {
    text kind svg png issuedAt expiresAt code { id color } } }`;
  return (await ask(`desk-${region}`, issue, { input: { residentId, kind } })).issueCode;
}
