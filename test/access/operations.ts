import type { Facts, PersonFacts } from '../system/support/facts.ts';
import { somebody } from '../system/support/people.ts';
import { GUARDIAN_ARGUMENTS } from './guardian-operations.ts';
import { someTerms } from '../system/support/agreements.ts';
import { aPolicy } from '../system/support/policies.ts';

const HOUR_MS = 3_600_000;
const REASON = 'an attack on access';

/** What a field is asked about: a region with a person in it. */
export interface Target {
  readonly facts: Facts;
  readonly person: PersonFacts;
}

/** Makes the arguments of a root field. */
export type Values = (target: Target) => Readonly<Record<string, unknown>>;

const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
const proposalOf = (key: 'codesProposalId' | 'residentsProposalId') => ({
  approve: (({ facts }) => ({ id: facts[key] })) satisfies Values,
  refuse: (({ facts }) => ({ input: { id: facts[key], reason: REASON } })) satisfies Values,
});
const codes = proposalOf('codesProposalId');
const residents = proposalOf('residentsProposalId');
const travel: Values = () => ({ id: '000000-00000000000000000000000000' });
const inRegion: Values = ({ facts: { region } }) => ({ region });
const inDivision: Values = ({ facts: { division } }) => ({ division });
const nothing: Values = () => ({});
const verified = ({ facts: { text, region } }: Target) => ({ text, region, purpose: 'ENTRY' });
const setAside = ({ facts: { setAsideId } }: Target) => ({
  input: { id: setAsideId, reason: REASON },
});
/** The demo's agreement of a province with its capital. */
const withinProvince = (region: string) => `${region}-${region.slice(0, 2)}0100-1`;
const account = ({ facts: { accountId } }: Target) => ({ id: accountId, version: 1 });

/** Arguments of every root field, about something that is really there. */
export const ARGUMENTS: Readonly<Record<string, Values>> = {
  ...GUARDIAN_ARGUMENTS,
  'Query.account': ({ facts }) => ({ id: facts.accountId }),
  'Query.accounts': inRegion,
  'Query.agencies': nothing,
  'Query.agreement': ({ facts: { region } }) => ({ id: withinProvince(region) }),
  'Query.agreementDraft': ({ facts }) => ({ id: facts.agreementDraftId }),
  'Query.agreements': inRegion,
  'Query.auditEntries': inRegion,
  'Query.auditVerification': ({ facts }) => ({ region: facts.region, limit: 10 }),
  'Query.bulletin': travel,
  'Query.bulletins': nothing,
  'Query.cases': inRegion,
  'Query.codesProposals': inRegion,
  'Query.convertingRegions': ({ facts: { region } }) => ({ issuer: region }),
  'Query.declaration': ({ person }) => ({ id: person.declarationId }),
  'Query.declarations': inRegion,
  'Query.division': ({ facts }) => ({ code: facts.division }),
  'Query.divisions': ({ facts }) => ({ below: facts.region }),
  'Query.exportedResidents': ({ facts }) => ({ proposal: facts.residentsProposalId }),
  'Query.findResidents': ({ person: { name, documentNumber } }) => ({
    input: { name, documentNumber, documentType: 'RESIDENT_ID' },
  }),
  'Query.healthCode': ({ person }) => ({ id: person.codeId }),
  'Query.myResidents': nothing,
  'Query.nationalPolicies': nothing,
  'Query.offlineLists': inRegion,
  'Query.outbreakContacts': ({ facts: { outbreakId } }) => ({ outbreakId }),
  'Query.outbreaks': ({ facts }) => ({ venueId: facts.venueId }),
  'Query.policies': inRegion,
  'Query.policy': ({ facts: { region } }) => ({ region, version: 1 }),
  'Query.policyDraft': ({ facts }) => ({ id: facts.policyDraftId }),
  'Query.policyFaults': ({ facts: { region } }) => ({ input: aPolicy(region) }),
  'Query.recognizeCode': (target) => ({ input: verified(target) }),
  'Query.recognizeCodes': (target) => ({ inputs: [verified(target)] }),
  'Query.recognizeSpecimen': (target) => ({ input: verified(target) }),
  'Query.reevaluations': inRegion,
  'Query.regions': nothing,
  'Query.regionStanding': inRegion,
  'Query.registrations': inRegion,
  'Query.resident': ({ person }) => ({ id: person.residentId }),
  'Query.residentsProposals': inRegion,
  'Query.rights': nothing,
  'Query.riskAreas': inDivision,
  'Query.setAsideEvents': inRegion,
  'Query.signingKeys': inRegion,
  'Query.statistics': ({ facts: { region } }) => ({ region, from: '2022-07-01', to: '2022-07-07' }),
  'Query.travelProposals': inRegion,
  'Query.tryAgreement': ({ facts: { region } }) => ({ input: someTerms(region) }),
  'Query.verificationCounts': ({ facts: { region } }) => ({ region, since: ago(1) }),
  'Query.venueCode': ({ facts }) => ({ venueId: facts.venueId }),
  'Query.venues': inRegion,
  'Query.viewer': nothing,
  'Mutation.addAccount': ({ facts: { region } }) => ({
    input: {
      ...{ id: `added-${Date.now()}`, region, role: 'DESK', grants: [region] },
      agency: `health-commission-${region}`,
    },
  }),
  'Mutation.addAgency': ({ facts: { region } }) => ({
    input: { id: `agency-${Date.now()}`, region, name: '样例机构' },
  }),
  'Mutation.addVenue': ({ facts: { region, division } }) => ({
    input: { region, division, name: '市场' },
  }),
  'Mutation.approveCodesProposal': codes.approve,
  'Mutation.approveResidentsProposal': residents.approve,
  'Mutation.approveTravelProposal': travel,
  'Mutation.changeAccount': (target) => ({
    input: {
      ...{ ...account(target), role: 'DESK', grants: [target.facts.region] },
      agency: `health-commission-${target.facts.region}`,
    },
  }),
  'Mutation.checkIn': ({ person: { residentId } }) => ({ input: { residentId, symptoms: [] } }),
  'Mutation.correctTestResult': ({ facts: { testId } }) => ({
    input: { testResultId: testId, reason: REASON },
  }),
  'Mutation.declareHealth': ({ person: { residentId } }) => ({
    input: { residentId, symptoms: [] },
  }),
  'Mutation.declareOutbreak': ({ facts: { venueId, caseResultId: testResultId } }) => ({
    input: { venueId, testResultId, from: ago(9), until: ago(8), reason: REASON },
  }),
  'Mutation.declareStay': ({ facts: { division }, person: { residentId } }) => ({
    input: { residentId, division, arrivedAt: ago(1) },
  }),
  'Mutation.declareTrip': ({ facts: { division }, person: { residentId } }) => ({
    input: {
      ...{ residentId, mode: 'FLIGHT', from: { country: 'SG' }, to: { country: 'CN', division } },
      ...{ departedAt: ago(9), arrivedAt: ago(1) },
    },
  }),
  'Mutation.disableAccount': account,
  'Mutation.dropEvent': setAside,
  'Mutation.enableAccount': account,
  'Mutation.endStay': ({ person: { stayId } }) => ({ input: { id: stayId, leftAt: ago(0) } }),
  'Mutation.importBulletin': () => ({ input: { content: 'e30=' } }),
  'Mutation.extendIsolation': ({ facts: { orderId } }) => ({
    input: { orderId, until: ago(-144), reason: REASON },
  }),
  'Mutation.issueCode': ({ person: { residentId } }) => ({ input: { residentId } }),
  'Mutation.issueSandboxCodes': ({ facts: { region } }) => ({ input: { region } }),
  'Mutation.issueSpecimen': ({ facts: { region } }) => ({ input: { region } }),
  'Mutation.leaveVenue': ({ facts: { visits }, person: { residentId } }) => ({
    visitId: visits[residentId],
  }),
  'Mutation.noticeContact': ({ facts: { caseResultId }, person: { residentId } }) => ({
    input: { residentId, testResultId: caseResultId, overlapFrom: ago(31), overlapUntil: ago(30) },
  }),
  'Mutation.openHealthRecord': ({ person: { residentId } }) => ({
    input: { residentId, reason: REASON },
  }),
  'Mutation.orderIsolation': ({ facts: { stayId }, person: { residentId } }) => ({
    input: {
      ...{ residentId, place: 'HOME', from: ago(1), until: ago(-24) },
      citation: { kind: 'STAY', id: stayId },
    },
  }),
  'Mutation.proposeAgreement': ({ facts: { region } }) => ({
    input: { ...someTerms(region), reason: REASON },
  }),
  'Mutation.proposeAgreementAcceptance': ({ facts: { region } }) => ({
    input: { id: `000000-${region}-1`, reason: REASON },
  }),
  'Mutation.proposeBulkExport': ({ facts: { region } }) => ({ input: { region, reason: REASON } }),
  'Mutation.proposeKeyWithdrawal': ({ facts: { region, kid } }) => ({
    input: { region, kid, reason: REASON },
  }),
  'Mutation.recordTestResult': ({ person: { residentId } }) => ({
    input: { residentId, sampleCollectedAt: ago(30), result: 'NOT_DETECTED', laboratory: 'LAB' },
  }),
  'Mutation.recordVaccination': ({ person: { residentId } }) => ({
    input: {
      ...{ residentId, vaccine: 'J07BX03', product: 'CoronaVac', manufacturer: 'Sinovac' },
      ...{ doseNumber: 1, seriesDoses: 2, vaccinatedOn: '2021-05-11', center: '样例接种点' },
    },
  }),
  'Mutation.proposePolicy': ({ facts: { region } }) => ({
    input: { ...aPolicy(region), reason: REASON },
  }),
  'Mutation.refuseCodesProposal': codes.refuse,
  'Mutation.refuseResidentsProposal': residents.refuse,
  'Mutation.refuseTravelProposal': (target) => ({ input: { ...travel(target), reason: REASON } }),
  'Mutation.fetchConversion': ({ facts: { region } }) => ({
    input: { offerId: `330100-${'0'.repeat(26)}`, receiver: region },
  }),
  'Mutation.importRegistration': ({ facts: { division } }) => ({
    input: { text: 'HCV1:', division },
  }),
  'Mutation.offerConversion': ({ person: { residentId } }) => ({
    input: { residentId, receiver: '440000' },
  }),
  'Mutation.rehearseRegion': inRegion,
  'Mutation.registerResident': ({ facts: { division } }) => ({
    input: { ...somebody(division), desk: { documentSeen: true, consent: 'SPOKEN' } },
  }),
  'Mutation.releaseIsolation': ({ facts: { orderId } }) => ({ orderId }),
  'Mutation.retryEvent': setAside,
  'Mutation.revealResident': ({ person: { residentId } }) => ({
    input: { residentId, fields: ['NAME'], reason: REASON },
  }),
  'Mutation.reviewDeclaration': ({ person: { declarationId } }) => ({
    input: { declarationId, decision: 'REJECT', reason: REASON },
  }),
  'Mutation.reviewRegistration': ({ facts: { applicantId } }) => ({
    input: { residentId: applicantId, decision: 'REJECT', reason: REASON },
  }),
  'Mutation.submitSignedTestResults': () => ({ input: { batch: '{}', signature: 'x..x' } }),
  'Mutation.submitTestResults': ({ facts: { region }, person: { documentNumber } }) => ({
    input: {
      region,
      results: [
        {
          ...{ documentType: 'RESIDENT_ID', documentNumber, sampleCollectedAt: ago(40) },
          ...{ result: 'NOT_DETECTED', laboratory: 'LAB' },
        },
      ],
    },
  }),
  'Mutation.takeBackCodesProposal': codes.approve,
  'Mutation.takeBackResidentsProposal': residents.approve,
  'Mutation.takeBackTravelProposal': travel,
  'Mutation.visitVenue': ({ facts: { venueCode }, person: { residentId } }) => ({
    input: { residentId, code: venueCode },
  }),
  'Mutation.withdrawCode': ({ person: { codeId } }) => ({ input: { codeId, reason: REASON } }),
  'Mutation.withdrawContactNotice': ({ facts: { noticeId } }) => ({
    input: { noticeId, reason: REASON },
  }),
  'Mutation.withdrawOutbreak': ({ facts: { outbreakId } }) => ({
    input: { outbreakId, reason: REASON },
  }),
  // Too short a reason: it is in force for the stories after this one.
  'Mutation.withdrawAgreement': ({ facts: { region } }) => ({
    input: { id: withinProvince(region), reason: 'short' },
  }),
  'Mutation.withdrawPolicy': ({ facts: { region } }) => ({
    input: { region, version: 1, reason: REASON },
  }),
};

/** What is the nation's alone: officials of a region are refused, whatever their rights. */
export const NATIONAL: ReadonlySet<string> = new Set([
  ...['Mutation.importBulletin', 'Mutation.approveTravelProposal'],
  ...['Mutation.refuseTravelProposal', 'Mutation.takeBackTravelProposal', 'Query.bulletin'],
]);

/** A part's proposals are of several kinds: who decides one of them is not refused by the field. */
export function isOfAnotherKind(coordinate: string, persona: string): boolean {
  return /^Mutation\.\w+CodesProposal$/.test(coordinate) && persona.startsWith('POLICY_');
}
