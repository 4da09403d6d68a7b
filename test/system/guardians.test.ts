import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase45 } from '../../subgraphs/codes/domain/token/base45.ts';
import { decodeClaims } from '../../subgraphs/codes/domain/token/claims.ts';
import { readSign1 } from '../../subgraphs/codes/domain/token/cose-sign1.ts';
import { ask, demo, send, tokenOf, until } from './support/client.ts';
import { greenPerson, issued, somebody } from './support/people.ts';
import { codeOf } from './support/personas.ts';

// The demo's own people: the one is a guardian, the other agrees for themselves.
const REGION = '330100';
const [GUARDIAN, ELDER] = ['resident-green', 'resident-yellow'] as const;
const desk = { documentSeen: true, consent: 'SIGNED_FORM' };

const MINE = '{ myResidents { id guardianId guardianship { guardianName until renewalAskedAt } } }';
const REGISTER =
  'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
const REVIEW =
  'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { id } }';
const END = 'mutation($input: EndGuardianshipInput!) { endGuardianship(input: $input) { id } }';
const NAME = `mutation($input: NameGuardianInput!) {
  nameGuardian(input: $input) { id guardianId guardianship { until } } }`;
const DECLARE = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';

interface Mine {
  readonly id: string;
  readonly guardianId: string | null;
  readonly guardianship: { readonly guardianName: string; readonly until: string | null } | null;
}

const mine = async (account: string): Promise<readonly Mine[]> =>
  (await ask(account, MINE)).myResidents;

async function attempt(account: string, query: string, input: object) {
  return codeOf(await send(demo().gatewayUrl, await tokenOf(account), query, { input }));
}

let guardianId: string;
let elderId: string;

async function aChild(): Promise<string> {
  const birthDate = `${new Date().getUTCFullYear() - 7}-03-14`;
  const document = { documentType: 'PASSPORT', documentNumber: `XG${Date.now() % 10_000_000}` };
  const input = { ...somebody('330106'), ...document, birthDate, guardianId };
  const { id } = (await ask(GUARDIAN, REGISTER, { input })).registerResident;
  await ask(`reviewer-${REGION}`, REVIEW, { input: { residentId: id, decision: 'APPROVE' } });
  return id as string;
}

beforeAll(async () => {
  const own = async (account: string) =>
    (await mine(account)).find((one) => one.guardianId === null)?.id ?? '';
  [guardianId, elderId] = [await own(GUARDIAN), await own(ELDER)];
});

/** Waits until what an account acts for was asked anew: at most a second later. */
const actsFor = (account: string, id: string, acts: boolean) =>
  until(
    () => attempt(account, DECLARE, { residentId: id, symptoms: [] }),
    (code) => (code === 'NOT_FOUND') !== acts,
  );

describe('a guardian', () => {
  it('acts for a child from the registration on, 12 months from its review', async () => {
    const child = await aChild();
    const [ward] = (await mine(GUARDIAN)).filter(({ id }) => id === child);
    expect(ward).toMatchObject({ guardianId, guardianship: { guardianName: /\*/ } });
    const days = (Date.parse(ward?.guardianship?.until ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(363);
    expect(days).toBeLessThan(367);
    await actsFor(GUARDIAN, child, true);
  });

  it('ends it and is nobody to the child at once; the desk names one anew', async () => {
    const child = await aChild();
    await actsFor(GUARDIAN, child, true);
    expect((await ask(GUARDIAN, END, { input: { residentId: child } })).endGuardianship.id).toBe(
      child,
    );
    expect((await mine(GUARDIAN)).map(({ id }) => id)).not.toContain(child);
    await actsFor(GUARDIAN, child, false);
    const read = 'query($id: ID!) { resident(id: $id) { id } }';
    expect((await ask(GUARDIAN, read, { id: child })).resident).toBeNull();
    // The child is not lost: its desk serves it.
    await ask(`desk-${REGION}`, DECLARE, { input: { residentId: child, symptoms: [] } });
    const input = { residentId: child, guardianId, desk };
    expect((await ask(`desk-${REGION}`, NAME, { input })).nameGuardian).toMatchObject({
      guardianId,
    });
    await actsFor(GUARDIAN, child, true);
    expect(await attempt('desk-510000', NAME, input)).toBe('NOT_FOUND');
  });

  it('asks for a renewal, which a reviewer approves', async () => {
    const child = await aChild();
    const renew = 'mutation($id: ID!) { renewGuardianship(residentId: $id) { id } }';
    await actsFor(GUARDIAN, child, true);
    await ask(GUARDIAN, renew, { id: child });
    const queue = `{ guardianshipRenewals { nodes { id guardianship { guardianName } } } }`;
    const waiting = (await ask(`reviewer-${REGION}`, queue)).guardianshipRenewals.nodes;
    expect(waiting.map(({ id }: { id: string }) => id)).toContain(child);
    const decide = `mutation($input: ReviewRenewalInput!) {
      reviewGuardianshipRenewal(input: $input) { guardianship { renewalAskedAt until } } }`;
    const input = { residentId: child, decision: 'APPROVE' };
    const { reviewGuardianshipRenewal: made } = await ask(`reviewer-${REGION}`, decide, { input });
    expect(made.guardianship).toMatchObject({ renewalAskedAt: null });
  });
});

describe('whoever agrees for themselves', () => {
  it('gives a code to a guardian, keeps the own account, and ends it', async () => {
    const offer = 'mutation($id: ID!) { offerGuardianship(residentId: $id) { code } }';
    const { code } = (await ask(ELDER, offer, { id: elderId })).offerGuardianship;
    const accept = `mutation($input: AcceptGuardianshipInput!) {
      acceptGuardianship(input: $input) { id guardianId } }`;
    const { acceptGuardianship: made } = await ask(GUARDIAN, accept, {
      input: { code: code.toLowerCase(), guardianId },
    });
    expect(made).toEqual({ id: elderId, guardianId });
    expect(await attempt(GUARDIAN, accept, { code, guardianId })).toBe('NOT_FOUND');
    await actsFor(GUARDIAN, elderId, true);
    expect(await mine(ELDER)).toMatchObject([{ id: elderId, guardianId }]);
    await ask(ELDER, END, { input: { residentId: elderId } });
    await actsFor(GUARDIAN, elderId, false);
    await actsFor(ELDER, elderId, true);
  });

  it('is not registered as a ward from home, without their agreement', async () => {
    const input = { ...somebody('330106'), guardianId };
    expect(await attempt(GUARDIAN, REGISTER, input)).toBe('BAD_USER_INPUT');
  });
});

/** Whether a text says that the code is held by proxy. */
function heldByProxy(text: string): boolean | undefined {
  const signed = readSign1(decodeBase45(text.replace('HCN1:', '')) ?? new Uint8Array());
  return decodeClaims(signed?.payload ?? new Uint8Array())?.heldByProxy;
}

describe('a token', () => {
  it('says that it is held by proxy while a guardian acts, and not afterwards', async () => {
    const person = await greenPerson(REGION, '330106');
    const says = (held: boolean) =>
      until(
        async () => heldByProxy((await issued(REGION, person, 'PAPER')).text),
        (said) => said === held,
      );
    await says(false);
    const input = { residentId: person, guardianId, desk };
    await ask(`desk-${REGION}`, NAME, { input });
    await says(true);
    await ask(`desk-${REGION}`, END, { input: { residentId: person, reason: 'asked for it' } });
    await says(false);
  });
});
