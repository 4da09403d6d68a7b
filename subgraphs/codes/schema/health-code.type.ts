import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import type { Texts } from '../domain/texts.ts';
import { CodeKind, CodeState, Color, NextStepKind, ReasonClass } from './code.enum.ts';

/** A resident, known here by key only. */
@ObjectType('Resident')
@Directive('@key(fields: "id")')
export class ResidentReference {
  @Field(() => ID)
  id!: string;
}

/** A piece of evidence as a decision cites it. */
@ObjectType('EvidenceReference', { description: 'Evidence that a decision cites.' })
export class EvidenceReferenceType {
  @Field(() => ID, {
    description: 'Id of the evidence; for a test result or a contact notice it is the id of that.',
  })
  id!: string;

  @Field(() => String, {
    description:
      'Kind of the event it came in: TEST_RESULT, CONTACT_NOTICE, ISOLATION_ORDER, RISK_AREA_STAY, DECLARATION, CHECK_IN, ENTRY or OVERRIDE.',
  })
  kind!: string;

  @Field(() => String, { description: 'SELF, OFFICIAL or ACCREDITED.' })
  source!: string;

  @Field(() => Date, {
    description:
      'When what it says began: the sample, the last contact, the order, the time in the area.',
  })
  at!: Date;
}

/** Why a decision came out as it did. */
@ObjectType('DecisionReason', { description: 'One rule that holds, with its evidence.' })
export class DecisionReasonType {
  @Field(() => ID, { description: 'Id of the rule in its policy, such as DETECTED-7D.' })
  ruleId!: string;

  @Field(() => Int, {
    description: 'Version of the rule; id and version together never change their meaning.',
  })
  ruleVersion!: number;

  @Field(() => ReasonClass, { description: 'The ground, as policies know them.' })
  reasonClass!: ReasonClass;

  @Field(() => Color, { nullable: true, description: 'What the rule gives; null: it suspends.' })
  color!: Color | null;

  @Field(() => [EvidenceReferenceType], {
    description: 'What makes the rule hold, what happened first leads.',
  })
  evidence!: readonly EvidenceReferenceType[];

  @Field(() => Date, {
    nullable: true,
    description: 'When the rule ends by time alone, exclusive; null: it does not.',
  })
  until!: Date | null;

  texts?: Texts | null;
}

/** What leads out of a rule. */
@ObjectType('NextStep', { description: 'What leads out of a rule.' })
export class NextStepType {
  @Field(() => NextStepKind, { description: 'What there is to do.' })
  kind!: NextStepKind;

  @Field(() => Date, { nullable: true, description: 'WAIT: until then.' })
  until!: Date | null;

  @Field(() => Date, { nullable: true, description: 'NOT_DETECTED_RESULTS: samples from then on.' })
  notBefore!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many more results or check-ins.' })
  remaining!: number | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the color gets better if all is done as early as can be; null = unknown.',
  })
  thenAt!: Date | null;

  @Field(() => Color, { nullable: true, description: 'The color from then on.' })
  thenColor!: Color | null;

  texts!: Texts;
}

/** One change of a code. */
@ObjectType('ColorDecision', { description: 'One change of state or color, with its reasons.' })
@Scopes(['code:read'], ['self'])
export class ColorDecisionType {
  @Field(() => ID, {
    description: "Id of the decision; the audit log's entry and the receipt name it.",
  })
  id!: string;

  @Field(() => CodeState, { description: 'State before it.' })
  fromState!: CodeState;

  @Field(() => Color, {
    nullable: true,
    description: 'Color before it; null unless the code was ACTIVE.',
  })
  fromColor!: Color | null;

  @Field(() => CodeState, { description: 'State after it.' })
  toState!: CodeState;

  @Field(() => Color, {
    nullable: true,
    description: 'Color after it; null unless the code is ACTIVE.',
  })
  toColor!: Color | null;

  reasons!: readonly DecisionReasonType[];

  @Field(() => [String], { description: 'Facts that a rule reads and nobody knows.' })
  missing!: readonly string[];

  @Field(() => Int, { description: "Version of the region's rules that decided." })
  policyVersion!: number;

  @Field(() => Date, { description: 'When it was decided; the code is so from then on.' })
  decidedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When time alone may change it.' })
  lookAgainAt!: Date | null;
}

/** Why a code is as it is. */
@ObjectType('CodeStanding', { description: 'Why a code is as it is now, and what leads out.' })
@Scopes(['code:read'], ['support:read'], ['self'])
export class CodeStandingType {
  @Field(() => Int, { description: "The version of the region's rules in force now." })
  policyVersion!: number;

  @Field(() => [String], { description: 'Facts that a rule reads and nobody knows.' })
  @Scopes(['code:read'], ['self'])
  missing!: readonly string[];

  region!: string;
  reasons!: readonly DecisionReasonType[];
}

/** A page of decisions. */
export const ColorDecisionConnectionType = connectionType(
  ColorDecisionType,
  'ColorDecisionConnection',
);

/** A resident's code in a region. */
@ObjectType('HealthCode', { description: "A resident's code in a region." })
@Directive('@key(fields: "id")')
@Scopes(['code:read'], ['support:read'], ['code:issue'], ['code:withdraw'], ['self'])
export class HealthCodeType implements Omit<HealthCode, 'residentId'> {
  @Field(() => ID, {
    description:
      'Id of the code: a resident has one in a region, for as long as the registration is kept.',
  })
  id!: string;

  @Field(() => ID, { description: 'Region that decides and issues it: GB/T 2260 code.' })
  region!: string;

  @Field(() => CodeState, {
    description: 'That of its latest decision; UNDER_REVIEW before the first.',
  })
  state!: CodeState;

  @Field(() => Color, {
    nullable: true,
    description: 'That of its latest decision; null unless it is ACTIVE.',
  })
  color!: Color | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the rules by which state or color last changed; null before the first decision. The one in force is in `standing`.',
  })
  policyVersion!: number | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When its state or color last changed; null before the first decision.',
  })
  decidedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When time alone may change it.' })
  lookAgainAt!: Date | null;

  maskedName!: string | null;
  birthMonthDay!: string | null;
  heldByProxy!: boolean;
  residentId!: string;
}

/** A code as handed to its holder. */
@ObjectType('IssuedCode', { description: 'A code as handed to its holder.' })
@Scopes(['code:issue'], ['self'])
export class IssuedCodeType {
  @Field(() => HealthCodeType, { description: 'The code that the text is of.' })
  code!: HealthCode;

  @Field(() => CodeKind, { description: 'How it is to be shown.' })
  kind!: CodeKind;

  @Field(() => String, { description: 'HCN1 text, the content of the QR code.' })
  text!: string;

  @Field(() => Date, {
    description:
      'Whole seconds. Asked for again on one day, a DYNAMIC one is that of the first time.',
  })
  issuedAt!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  expiresAt!: Date;
}
