import { Field, ID, InputType, Int } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { Color } from './code.enum.ts';
import {
  PolicyConditionKind,
  PolicyExitKind,
  PolicyPlace,
  PolicyRiskLevel,
  PolicySpanUnit,
} from './policy.enum.ts';

/** A condition; give what its kind knows and nothing else. */
@InputType({ description: 'Give what the kind knows and nothing else.' })
export class PolicyConditionInput {
  @Field(() => PolicyConditionKind, { description: 'What is asked.' })
  kind!: PolicyConditionKind;

  @Field(() => Int, {
    nullable: true,
    description: '1 to 90, of RISK_AREA_STAY also 0; not of ISOLATION_ORDER and OVERRIDE.',
  })
  days?: number | null;

  @Field(() => PolicyRiskLevel, {
    nullable: true,
    description: 'RISK_AREA_STAY: level of the area.',
  })
  level?: PolicyRiskLevel | null;

  @Field(() => PolicyPlace, { nullable: true, description: 'ISOLATION_ORDER: where.' })
  place?: PolicyPlace | null;

  @Field(() => [String], { nullable: true, description: 'Symptoms, of WS 363.6.' })
  terms?: string[] | null;
}

/** An exit; give what its kind knows and nothing else. */
@InputType({ description: 'Give what the kind knows and nothing else.' })
export class PolicyExitInput {
  @Field(() => PolicyExitKind, { description: 'What gets one out.' })
  kind!: PolicyExitKind;

  @Field(() => Int, { nullable: true, description: 'AFTER: how long; at most 2,160.' })
  n?: number | null;

  @Field(() => PolicySpanUnit, { nullable: true, description: 'AFTER: unit of `n`.' })
  unit?: PolicySpanUnit | null;

  @Field(() => Int, {
    nullable: true,
    description: 'NOT_DETECTED_RESULTS: 1 to 10 results; NORMAL_CHECK_INS: 1 to 90 check-ins.',
  })
  count?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'NOT_DETECTED_RESULTS: least hours between one sample and the next; 0 to 168.',
  })
  hoursApart?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'NOT_DETECTED_RESULTS: samples count from this day after the event; 0 to 90.',
  })
  fromDay?: number | null;

  @Field(() => [PolicyExitInput], {
    nullable: true,
    description: 'ALL, ANY: one to eight parts, at most three deep.',
  })
  of?: PolicyExitInput[] | null;
}

/** A rule's text. */
@InputType({
  description: "A rule's text, 1 to 300 characters each; no number of a document or a phone.",
})
export class PolicyTextsInput {
  @Field(() => String, { description: 'In simplified Chinese.' })
  zhHans!: string;

  @Field(() => String, { description: 'In traditional Chinese.' })
  zhHant!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

/** One rule. */
@InputType({ description: 'One rule.' })
export class PolicyRuleInput {
  @Field(() => ID, { description: 'Capital words and short numbers, such as CONTACT-7D.' })
  id!: string;

  @Field(() => Int, { description: 'Higher with every change of the rule.' })
  version!: number;

  @Field(() => PolicyConditionInput, { description: 'What makes it hold.' })
  condition!: PolicyConditionInput;

  @Field(() => Color, { nullable: true, description: 'Null for CHECK_INS_LAPSED and OVERRIDE.' })
  color?: Color | null;

  @Field(() => PolicyExitInput, { description: 'What ends it early.' })
  exit!: PolicyExitInput;

  @Field(() => PolicyTextsInput, { description: 'What residents read of it.' })
  text!: PolicyTextsInput;
}

/** A policy of a region. */
@InputType({ description: 'Rules of a region from an instant on.' })
export class PolicyInput {
  @Field(() => ID, { description: OWN_REGION })
  region!: string;

  @Field(() => Date, { description: 'A time that has passed means: on approval.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Exclusive; null = until a later version.' })
  validTo?: Date | null;

  @Field(() => Int, {
    defaultValue: 60,
    description: 'A status older than this gives no verdict but STALE.',
  })
  statusMaxAgeMinutes!: number;

  @Field(() => [PolicyRuleInput], { description: '1 to 50.' })
  rules!: PolicyRuleInput[];
}

/** A policy that is proposed, and why. */
@InputType({ description: 'Rules that are proposed, and why.' })
export class ProposePolicyInput extends PolicyInput {
  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}

/** Which version is proposed for withdrawal, and why. */
@InputType({ description: 'Which version is to be withdrawn, and why.' })
export class WithdrawPolicyInput {
  @Field(() => ID, { description: OWN_REGION })
  region!: string;

  @Field(() => Int, { description: 'One that has not ended.' })
  version!: number;

  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}
