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
  @Field(() => PolicyConditionKind, { description: 'What is asked.' })
  kind!: Condition['kind'];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days it holds after the event; of CHECK_INS_LAPSED, how many without a check-in.',
  })
  days?: number;

  @Field(() => PolicyRiskLevel, {
    nullable: true,
    description: 'RISK_AREA_STAY: level of the area.',
  })
  level?: PolicyRiskLevel;

  @Field(() => PolicyPlace, { nullable: true, description: 'ISOLATION_ORDER: where.' })
  place?: PolicyPlace;

  @Field(() => [String], { nullable: true, description: 'Symptoms, of WS 363.6.' })
  terms?: readonly string[];
}

/** How one gets out of a rule; fields that its kind does not know are null. */
@ObjectType('PolicyExit', {
  description:
    'How one gets out of a rule before its window ends. What the kind does not know is null.',
})
export class PolicyExitType {
  @Field(() => PolicyExitKind, { description: 'What gets one out.' })
  kind!: Exit['kind'];

  @Field(() => Int, { nullable: true, description: 'AFTER: how long.' })
  n?: number;

  @Field(() => PolicySpanUnit, { nullable: true, description: 'AFTER: unit of `n`.' })
  unit?: PolicySpanUnit;

  @Field(() => Int, { nullable: true, description: 'How many tests or check-ins.' })
  count?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'NOT_DETECTED_RESULTS: least hours between one sample and the next.',
  })
  hoursApart?: number;

  @Field(() => Int, { nullable: true, description: 'Tests count from this day after the event.' })
  fromDay?: number;

  @Field(() => [PolicyExitType], { nullable: true, description: 'ALL, ANY: the parts.' })
  of?: readonly PolicyExitType[];
}

/** One rule of a policy. */
@ObjectType('PolicyRule', { description: 'One rule of a policy.' })
export class PolicyRuleType implements Pick<Rule, 'id' | 'version' | 'color'> {
  @Field(() => ID, {
    description: 'Unique within the policy, such as CONTACT-7D; decisions cite it.',
  })
  id!: string;

  @Field(() => Int, {
    description:
      'Higher with every change of the rule; id and version together mean one thing for ever.',
  })
  version!: number;

  @Field(() => PolicyConditionType, { description: 'What makes it hold.' })
  condition!: PolicyConditionType;

  @Field(() => Color, {
    nullable: true,
    description: 'Null: it suspends, or the evidence says the color.',
  })
  color!: Exclude<Color, 'GREEN'> | null;

  @Field(() => PolicyExitType, { description: 'What ends it early.' })
  exit!: PolicyExitType;

  text!: Texts;
}

/** A published version of a region's rules. */
@ObjectType('Policy', { description: "A published version of a region's rules; it never changes." })
@Scopes(...POLICY_READERS)
export class PolicyType {
  @Field(() => ID, { description: 'Region whose codes it decides: GB/T 2260 code.' })
  region!: string;

  @Field(() => Int, { description: 'Counts from 1 within the region.' })
  version!: number;

  @Field(() => PolicyState, { description: 'Where the version stands now.' })
  state!: PolicyState;

  @Field(() => Date, { description: 'It decides from then on.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Exclusive; null = until a later version.' })
  validTo!: Date | null;

  @Field(() => Int, { description: 'A status older than this gives no verdict but STALE.' })
  statusMaxAgeMinutes!: number;

  @Field(() => [PolicyRuleType], {
    description: 'In the order in which they were written; the order decides nothing.',
  })
  rules!: readonly Rule[];

  @Field(() => Date, { nullable: true, description: 'Null: it came with the installation.' })
  publishedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was withdrawn, which is its `validTo` then; null: it was not.',
  })
  withdrawnAt!: Date | null;
}

/** A page of versions. */
export const PolicyConnectionType = connectionType(PolicyType, 'PolicyConnection');

/** A policy as it was proposed: what a proposal of the kind POLICY is about. */
@ObjectType('PolicyDraft', { description: 'A policy as it was proposed; it never changes.' })
@Scopes(...POLICY_READERS)
export class PolicyDraftType {
  @Field(() => ID, { description: 'What the proposal names as `about`.' })
  id!: string;

  @Field(() => ID, { description: 'Region whose codes it would decide: GB/T 2260 code.' })
  region!: string;

  @Field(() => Date, { description: 'Approved later than this it takes effect on approval.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Exclusive; null = until a later version.' })
  validTo!: Date | null;

  @Field(() => Int, {
    description: 'A status older than this gives no verdict but STALE; 15 to 1,440.',
  })
  statusMaxAgeMinutes!: number;

  @Field(() => [PolicyRuleType], {
    description: 'In the order in which they were written; the order decides nothing.',
  })
  rules!: readonly Rule[];

  @Field(() => Date, { description: 'When it was proposed.' })
  createdAt!: Date;
}

/** One thing that is wrong with a policy. */
@ObjectType('PolicyFault', {
  description: 'Why a policy cannot be proposed, and where it says so.',
})
export class PolicyFaultType implements PolicyFault {
  @Field(() => PolicyFaultKind, { description: 'What is wrong, for programs.' })
  kind!: PolicyFaultKind;

  @Field(() => String, { description: 'Dotted, such as rules.2.exit.' })
  path!: string;

  @Field(() => String, { description: 'What is wrong, for people; English.' })
  message!: string;
}

/** A national edition, to be proposed as it is or changed. */
@ObjectType('NationalPolicy', {
  description: 'Rules after a national edition, to be proposed as they are or changed.',
})
export class NationalPolicyType implements Pick<NationalEdition, 'id' | 'validFromOn' | 'source'> {
  @Field(() => ID, { description: 'Short name of the edition; it does not change.' })
  id!: string;

  @Field(() => String, { description: 'Day it took effect, YYYY-MM-DD.' })
  validFromOn!: string;

  @Field(() => String, { description: 'Where it is written down.' })
  source!: string;

  @Field(() => [PolicyRuleType], {
    description: "The edition's own rules, then those that every policy of ours has.",
  })
  rules!: readonly Rule[];

  name!: Texts;
}
