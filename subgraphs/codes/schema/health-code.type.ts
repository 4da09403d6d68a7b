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
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String, { description: 'SELF, OFFICIAL or ACCREDITED.' })
  source!: string;

  @Field(() => Date)
  at!: Date;
}

/** Why a decision came out as it did. */
@ObjectType('DecisionReason', { description: 'One rule that holds, with its evidence.' })
export class DecisionReasonType {
  @Field(() => ID)
  ruleId!: string;

  @Field(() => Int)
  ruleVersion!: number;

  @Field(() => ReasonClass)
  reasonClass!: ReasonClass;

  @Field(() => Color, { nullable: true })
  color!: Color | null;

  @Field(() => [EvidenceReferenceType])
  evidence!: readonly EvidenceReferenceType[];

  @Field(() => Date, { nullable: true })
  until!: Date | null;

  texts?: Texts | null;
}

/** What leads out of a rule. */
@ObjectType('NextStep', { description: 'What leads out of a rule.' })
export class NextStepType {
  @Field(() => NextStepKind)
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
  @Field(() => ID)
  id!: string;

  @Field(() => CodeState)
  fromState!: CodeState;

  @Field(() => Color, { nullable: true })
  fromColor!: Color | null;

  @Field(() => CodeState)
  toState!: CodeState;

  @Field(() => Color, { nullable: true })
  toColor!: Color | null;

  reasons!: readonly DecisionReasonType[];

  @Field(() => [String], { description: 'Facts that a rule reads and nobody knows.' })
  missing!: readonly string[];

  @Field(() => Int)
  policyVersion!: number;

  @Field(() => Date)
  decidedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When time alone may change it.' })
  lookAgainAt!: Date | null;
}

/** Why a code is as it is. */
@ObjectType('CodeStanding', { description: 'Why a code is as it is now, and what leads out.' })
@Scopes(['code:read'], ['support:read'], ['self'])
export class CodeStandingType {
  @Field(() => Int)
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
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => CodeState)
  state!: CodeState;

  @Field(() => Color, { nullable: true })
  color!: Color | null;

  @Field(() => Int, { nullable: true })
  policyVersion!: number | null;

  @Field(() => Date, { nullable: true })
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
  @Field(() => HealthCodeType)
  code!: HealthCode;

  @Field(() => CodeKind)
  kind!: CodeKind;

  @Field(() => String, { description: 'HCN1 text, the content of the QR code.' })
  text!: string;

  @Field(() => Date)
  issuedAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;
}
