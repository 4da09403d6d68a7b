import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { Condition, Exit, Rule } from '../domain/color/policy.ts';
import type { PolicyFault } from '../domain/policy/draft.ts';
import type { NationalEdition } from '../domain/policy/national/editions.ts';
import type { Texts } from '../domain/texts.ts';
import { Color } from './code.enum.ts';
import {
  PolicyConditionKind,
  PolicyExitKind,
  PolicyFaultKind,
  PolicyPlace,
  PolicyRiskLevel,
  PolicySpanUnit,
  PolicyState,
} from './policy.enum.ts';

/** Who reads policies. */
export const POLICY_READERS = [
  ['policy:propose'],
  ['policy:approve'],
  ['approval:read'],
  ['statistics:read'],
];

/** What a rule asks; fields that its kind does not know are null. */
@ObjectType('PolicyCondition', { description: 'What a rule asks.' })
export class PolicyConditionType {
  @Field(() => PolicyConditionKind)
  kind!: Condition['kind'];

  @Field(() => Int, { nullable: true })
  days?: number;

  @Field(() => PolicyRiskLevel, { nullable: true })
  level?: PolicyRiskLevel;

  @Field(() => PolicyPlace, { nullable: true })
  place?: PolicyPlace;

  @Field(() => [String], { nullable: true, description: 'Symptoms, of WS 363.6.' })
  terms?: readonly string[];
}

/** How one gets out of a rule; fields that its kind does not know are null. */
@ObjectType('PolicyExit', { description: 'How one gets out of a rule before its window ends.' })
export class PolicyExitType {
  @Field(() => PolicyExitKind)
  kind!: Exit['kind'];

  @Field(() => Int, { nullable: true, description: 'AFTER: how long.' })
  n?: number;

  @Field(() => PolicySpanUnit, { nullable: true })
  unit?: PolicySpanUnit;

  @Field(() => Int, { nullable: true, description: 'How many tests or check-ins.' })
  count?: number;

  @Field(() => Int, { nullable: true })
  hoursApart?: number;

  @Field(() => Int, { nullable: true, description: 'Tests count from this day after the event.' })
  fromDay?: number;

  @Field(() => [PolicyExitType], { nullable: true, description: 'ALL, ANY: the parts.' })
  of?: readonly PolicyExitType[];
}

/** One rule of a policy. */
@ObjectType('PolicyRule', { description: 'One rule of a policy.' })
export class PolicyRuleType implements Pick<Rule, 'id' | 'version' | 'color'> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => PolicyConditionType)
  condition!: PolicyConditionType;

  @Field(() => Color, {
    nullable: true,
    description: 'Null: it suspends, or the evidence says the color.',
  })
  color!: Exclude<Color, 'GREEN'> | null;

  @Field(() => PolicyExitType)
  exit!: PolicyExitType;

  text!: Texts;
}

/** A published version of a region's rules. */
@ObjectType('Policy', { description: "A published version of a region's rules; it never changes." })
@Scopes(...POLICY_READERS)
export class PolicyType {
  @Field(() => ID)
  region!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => PolicyState)
  state!: PolicyState;

  @Field(() => Date)
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Exclusive; null = until a later version.' })
  validTo!: Date | null;

  @Field(() => Int, { description: 'A status older than this gives no verdict but STALE.' })
  statusMaxAgeMinutes!: number;

  @Field(() => [PolicyRuleType])
  rules!: readonly Rule[];

  @Field(() => Date, { nullable: true, description: 'Null: it came with the installation.' })
  publishedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  withdrawnAt!: Date | null;
}

/** A page of versions. */
export const PolicyConnectionType = connectionType(PolicyType, 'PolicyConnection');

/** A policy as it was proposed: what a proposal of the kind POLICY is about. */
@ObjectType('PolicyDraft', { description: 'A policy as it was proposed; it never changes.' })
@Scopes(...POLICY_READERS)
export class PolicyDraftType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => Date, { description: 'Approved later than this it takes effect on approval.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true })
  validTo!: Date | null;

  @Field(() => Int)
  statusMaxAgeMinutes!: number;

  @Field(() => [PolicyRuleType])
  rules!: readonly Rule[];

  @Field(() => Date)
  createdAt!: Date;
}

/** One thing that is wrong with a policy. */
@ObjectType('PolicyFault', {
  description: 'Why a policy cannot be proposed, and where it says so.',
})
export class PolicyFaultType implements PolicyFault {
  @Field(() => PolicyFaultKind)
  kind!: PolicyFaultKind;

  @Field(() => String, { description: 'Dotted, such as rules.2.exit.' })
  path!: string;

  @Field(() => String)
  message!: string;
}

/** A national edition, to be proposed as it is or changed. */
@ObjectType('NationalPolicy', {
  description: 'Rules after a national edition, to be proposed as they are or changed.',
})
export class NationalPolicyType implements Pick<NationalEdition, 'id' | 'validFromOn' | 'source'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Day it took effect, YYYY-MM-DD.' })
  validFromOn!: string;

  @Field(() => String, { description: 'Where it is written down.' })
  source!: string;

  @Field(() => [PolicyRuleType])
  rules!: readonly Rule[];

  name!: Texts;
}
