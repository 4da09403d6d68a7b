import type { SchemaParts } from '../../kit/graphql/build-schema.ts';
import { proposalAgain, proposalResolver } from '../../kit/proposal/proposal.resolver.ts';
import type { CodesContext } from '../context.ts';
import {
  AgreementDraftFieldsResolver,
  AgreementFieldsResolver,
  AgreementResolver,
} from './agreement.resolver.ts';
import {
  AuditResolver,
  DecisionReceiptResolver,
  ResidentAccessResolver,
} from './audit.resolver.ts';
import {
  CodeStandingResolver,
  ColorDecisionResolver,
  DecisionReasonResolver,
  NextStepResolver,
  StandingOfCodeResolver,
} from './color-decision.resolver.ts';
import { ConversionResolver } from './conversion.resolver.ts';
import {
  CodeActionsResolver,
  HealthCodeResolver,
  IssuedCodeResolver,
  ResidentCodeResolver,
} from './health-code.resolver.ts';
import { NationalPolicyResolver, PolicyResolver, PolicyRuleResolver } from './policy.resolver.ts';
import { RecognitionReasonResolver, RecognitionResolver } from './recognition.resolver.ts';
import { ReevaluationResolver } from './reevaluation.resolver.ts';
import {
  ListedRegionKeyResolver,
  RegionNeighbourResolver,
  RegionStandingFieldsResolver,
  RegionStandingResolver,
  RehearsalResolver,
  RehearsalStepResolver,
} from './region-standing.resolver.ts';
import { RegionResolver } from './region.resolver.ts';
import { SandboxResolver } from './sandbox.resolver.ts';
import { SetAsideResolver } from './set-aside.resolver.ts';
import { SigningKeyResolver } from './signing-key.resolver.ts';
import { OfflineListsResolver } from './offline-lists.resolver.ts';
import { SpecimenResolver } from './specimen.resolver.ts';
import { StatisticsResolver } from './statistics.resolver.ts';
import { VerificationCountResolver } from './verification-count.resolver.ts';

/** Rights under which proposals of this part are decided. */
const DECIDERS = ['key:withdraw', 'policy:approve', 'policy:propose', 'agreement:manage'];

/** The GraphQL face of codes: all its resolvers and how its entities are found by key. */
export const schemaParts: SchemaParts<CodesContext> = {
  resolvers: [
    SandboxResolver,
    RecognitionResolver,
    RecognitionReasonResolver,
    HealthCodeResolver,
    CodeActionsResolver,
    IssuedCodeResolver,
    ResidentCodeResolver,
    ColorDecisionResolver,
    DecisionReasonResolver,
    NextStepResolver,
    StandingOfCodeResolver,
    CodeStandingResolver,
    RegionResolver,
    RegionStandingResolver,
    RegionStandingFieldsResolver,
    RegionNeighbourResolver,
    ListedRegionKeyResolver,
    RehearsalResolver,
    RehearsalStepResolver,
    SigningKeyResolver,
    SpecimenResolver,
    PolicyResolver,
    PolicyRuleResolver,
    NationalPolicyResolver,
    AgreementResolver,
    AgreementFieldsResolver,
    AgreementDraftFieldsResolver,
    proposalResolver('codes', DECIDERS),
    AuditResolver,
    DecisionReceiptResolver,
    ResidentAccessResolver,
    ReevaluationResolver,
    SetAsideResolver,
    StatisticsResolver,
    OfflineListsResolver,
    VerificationCountResolver,
    ConversionResolver,
  ],
  references: {
    Resident: ({ id }) => ({ id }),
    HealthCode: ({ id }, { codeById }) => codeById.load(id),
    Region: ({ id }, { reference }) => reference().regions.get(id) ?? null,
  },
  replays: {
    Agreement: ({ id }, { agreements, identity }) => agreements.find(id, identity),
    // Fetching it once more gives the same, and is asked for again with a new key.
    FetchedConversion: () => null,
    IssuedCode: ({ id }, { issuing }) => issuing.again(id),
    // Nothing of a specimen is kept; another one is made as well.
    Specimen: () => null,
    SandboxCodes: () => null,
    Rehearsal: ({ id }, { rehearsals }) => rehearsals.again(id),
    Proposal: ({ id }, context) => proposalAgain(id, context, 'codes'),
    SetAsideEvent: ({ id }, { setAside }) => setAside.again(id),
  },
};
