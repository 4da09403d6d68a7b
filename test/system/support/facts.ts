import { newId } from '../../../subgraphs/kit/new-id.ts';
import { someTerms } from './agreements.ts';
import { aPolicy } from './policies.ts';
import { done } from './done.ts';
import { attacker, sendAs, type AttackedRegion } from './personas.ts';
import type { Persona } from '../../access/decisions.ts';
import { somebody } from './people.ts';
import { until } from './client.ts';
import { asSuperuser } from './superuser.ts';
import { venueIn } from './venue-facts.ts';
import { wasInRiskArea } from './exposed-stays.ts';

/** Ids of what a person has. */
export interface PersonFacts {
  readonly residentId: string;
  readonly codeId: string;
  readonly declarationId: string;
  readonly stayId: string;
  readonly name: string;
  readonly documentNumber: string;
}

/** What there is in one region to be attacked. */
export interface Facts {
  readonly region: string;
  readonly division: string;
  /** Somebody without an account, with a record of every kind. */
  readonly person: PersonFacts;
  /** Whom the attacking resident is, and the ward of the attacking guardian. */
  readonly own: Readonly<Record<'RESIDENT' | 'GUARDIAN', PersonFacts>>;
  readonly applicantId: string;
  readonly testId: string;
  readonly stayId: string;
  readonly orderId: string;
  /** A detected result of somebody who is nothing else, and a notice to `person` that cites it. */
  readonly caseResultId: string;
  readonly noticeId: string;
  /** A venue, a code that it showed, and a visit of the attacking resident's. */
  readonly venueId: string;
  readonly venueCode: string;
  /** An outbreak there, long before anybody came. */
  readonly outbreakId: string;
  /** Visits of those who sign in, by their registrations. */
  readonly visits: Readonly<Record<string, string>>;
  readonly accountId: string;
  readonly codesProposalId: string;
  readonly policyDraftId: string;
  readonly agreementDraftId: string;
  readonly residentsProposalId: string;
  readonly kid: string;
  /** An event that could not be taken in. */
  readonly setAsideId: string;
  /** Text of an issued code. */
  readonly text: string;
}

const DIVISIONS: Readonly<Record<AttackedRegion, string>> = {
  '330000': '330212',
  '510000': '510703',
};
const DAY_MS = 86_400_000;

const REGISTER =
  'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
const REVIEW =
  'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { id } }';
const DECLARE = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';
const DECLARE_STAY = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const REVIEW_DECLARATION =
  'mutation($input: ReviewDeclarationInput!) { reviewDeclaration(input: $input) { id } }';

async function registeredBy(persona: Persona, region: AttackedRegion, more: object = {}) {
  const input = { ...somebody(DIVISIONS[region]), ...more };
  const { id } = await done(persona, region, REGISTER, input);
  await done('REVIEWER', region, REVIEW, { residentId: id, decision: 'APPROVE' });
  return { residentId: id as string, name: input.name, documentNumber: input.documentNumber };
}

/** Registers a person through somebody, up to a green code. */
export async function person(
  persona: Persona,
  region: AttackedRegion,
  more: object = {},
): Promise<PersonFacts> {
  const { residentId, ...named } = await registeredBy(persona, region, more);
  const arrivedAt = new Date(Date.now() - 5 * DAY_MS).toISOString();
  const been = { residentId, division: DIVISIONS[region], arrivedAt };
  const { id: stayId } = await done(persona, region, DECLARE_STAY, been);
  const { id } = await done(persona, region, DECLARE, { residentId, symptoms: [] });
  await done('REVIEWER', region, REVIEW_DECLARATION, { declarationId: id, decision: 'APPROVE' });
  const query = 'query($id: ID!) { resident(id: $id) { code { id color } } }';
  const { data } = await until(
    () => sendAs(attacker('CASE_OFFICER', region), query, { id: residentId }),
    (answer) => answer.data?.resident?.code?.color === 'GREEN',
    20_000,
  );
  return { residentId, ...named, stayId, declarationId: id, codeId: data.resident.code.id };
}

async function kidOf(region: AttackedRegion): Promise<string> {
  const query = 'query($region: ID!) { signingKeys(region: $region) { kid use withdrawn } }';
  const { data } = await sendAs(attacker('AGREEMENT_OFFICER', region), query, { region });
  return (
    data.signingKeys.find((key: { use: string }) => key.use === 'specimen')?.kid ??
    data.signingKeys[0].kid
  );
}

/** Notes an event as one that could not be taken in: there is none, so it fails again. */
async function setAside(region: AttackedRegion): Promise<string> {
  const id = newId(region);
  await asSuperuser((client) =>
    client.query(
      `insert into codes.set_aside
         (region, id, producer, kind, fault, state, times, set_aside_at)
       values ($1, $2, 'health-records', 'TEST_RESULT', 'NOT_THERE', 'WAITING', 1, now())`,
      [region, id],
    ),
  );
  return id;
}

/** Makes one thing of each kind in a region, through the graph, each by somebody who may. */
export async function makeFacts(region: AttackedRegion): Promise<Facts> {
  const one = await person('DESK', region);
  const { residentId } = one;
  const guardian = await registeredBy('GUARDIAN', region);
  const child = {
    birthDate: `${new Date().getUTCFullYear() - 6}-03-14`,
    guardianId: guardian.residentId,
  };
  const ward = {
    ...child,
    documentType: 'PASSPORT',
    documentNumber: `XW${Date.now() % 10_000_000}`,
  };
  const own = {
    RESIDENT: await person('RESIDENT', region),
    GUARDIAN: await person('GUARDIAN', region, ward),
  };
  const pending = await done('DESK', region, DECLARE, { residentId, symptoms: ['COUGH'] });
  const at = Date.now();
  const iso = (ms: number) => new Date(at + ms).toISOString();
  const test = await done(
    'LABORATORY',
    region,
    'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }',
    {
      ...{ residentId, sampleCollectedAt: iso(-DAY_MS), result: 'NOT_DETECTED', laboratory: 'LAB' },
    },
  );
  const issued = await done(
    'DESK',
    region,
    'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }',
    { residentId },
  );
  await wasInRiskArea(residentId, one.stayId);
  const order = await done(
    'CASE_OFFICER',
    region,
    'mutation($input: OrderIsolationInput!) { orderIsolation(input: $input) { id } }',
    {
      ...{ residentId, place: 'HOME', from: iso(-3_600_000), until: iso(5 * DAY_MS) },
      citation: { kind: 'STAY', id: one.stayId },
    },
  );
  const sick = await registeredBy('DESK', region);
  const sickness = await done(
    'LABORATORY',
    region,
    'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }',
    {
      ...{ residentId: sick.residentId, sampleCollectedAt: iso(-DAY_MS) },
      ...{ result: 'DETECTED', laboratory: 'LAB' },
    },
  );
  const notice = await done(
    'CASE_OFFICER',
    region,
    'mutation($input: NoticeContactInput!) { noticeContact(input: $input) { id } }',
    {
      ...{ residentId, testResultId: sickness.id },
      ...{ overlapFrom: iso(-2 * DAY_MS), overlapUntil: iso(-2 * DAY_MS + 3_600_000) },
    },
  );
  const venue = await venueIn(region, {
    division: DIVISIONS[region],
    own,
    testResultId: sickness.id,
  });
  const applicant = await done('DESK', region, REGISTER, somebody(DIVISIONS[region]));
  const kid = await kidOf(region);
  const reason = 'for the tests of access';
  const codesProposal = await done(
    'AGREEMENT_OFFICER',
    region,
    'mutation($input: ProposeKeyWithdrawalInput!) { proposeKeyWithdrawal(input: $input) { id } }',
    { region, kid, reason },
  );
  const policyProposal = await done(
    'POLICY_AUTHOR',
    region,
    'mutation($input: ProposePolicyInput!) { proposePolicy(input: $input) { about } }',
    { ...aPolicy(region), reason },
  );
  const agreementProposal = await done(
    'AGREEMENT_OFFICER',
    region,
    'mutation($input: ProposeAgreementInput!) { proposeAgreement(input: $input) { about } }',
    { ...someTerms(region), reason },
  );
  const residentsProposal = await done(
    'PRIVACY_OFFICER',
    region,
    'mutation($input: ProposeBulkExportInput!) { proposeBulkExport(input: $input) { id } }',
    { region, reason },
  );
  return {
    ...{
      region,
      division: DIVISIONS[region],
      person: { ...one, declarationId: pending.id },
      own,
      kid,
    },
    ...{ applicantId: applicant.id, testId: test.id, stayId: one.stayId, orderId: order.id },
    ...{ caseResultId: sickness.id, noticeId: notice.id, ...venue },
    ...{ accountId: `victim-${region}`, codesProposalId: codesProposal.id },
    ...{ policyDraftId: policyProposal.about, agreementDraftId: agreementProposal.about },
    ...{ residentsProposalId: residentsProposal.id, text: issued.text },
    setAsideId: await setAside(region),
  };
}
