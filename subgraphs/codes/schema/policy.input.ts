import { Field, ID, InputType, Int } from 'type-graphql';
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
  @Field(() => PolicyConditionKind)
  kind!: PolicyConditionKind;

  @Field(() => Int, { nullable: true })
  days?: number | null;

  @Field(() => PolicyRiskLevel, { nullable: true })
  level?: PolicyRiskLevel | null;

  @Field(() => PolicyPlace, { nullable: true })
  place?: PolicyPlace | null;

  @Field(() => [String], { nullable: true, description: 'Symptoms, of WS 363.6.' })
  terms?: string[] | null;
}

/** An exit; give what its kind knows and nothing else. */
@InputType({ description: 'Give what the kind knows and nothing else.' })
export class PolicyExitInput {
  @Field(() => PolicyExitKind)
  kind!: PolicyExitKind;

  @Field(() => Int, { nullable: true })
  n?: number | null;

  @Field(() => PolicySpanUnit, { nullable: true })
  unit?: PolicySpanUnit | null;

  @Field(() => Int, { nullable: true })
  count?: number | null;

  @Field(() => Int, { nullable: true })
  hoursApart?: number | null;

  @Field(() => Int, { nullable: true })
  fromDay?: number | null;

  @Field(() => [PolicyExitInput], { nullable: true })
  of?: PolicyExitInput[] | null;
}

/** A rule's text. */
@InputType()
export class PolicyTextsInput {
  @Field(() => String)
  zhHans!: string;

  @Field(() => String)
  zhHant!: string;

  @Field(() => String)
  en!: string;
}

/** One rule. */
@InputType()
export class PolicyRuleInput {
  @Field(() => ID, { description: 'Capital words and short numbers, such as CONTACT-7D.' })
  id!: string;

  @Field(() => Int, { description: 'Higher with every change of the rule.' })
  version!: number;

  @Field(() => PolicyConditionInput)
  condition!: PolicyConditionInput;

  @Field(() => Color, { nullable: true, description: 'Null for CHECK_INS_LAPSED and OVERRIDE.' })
  color?: Color | null;

  @Field(() => PolicyExitInput)
  exit!: PolicyExitInput;

  @Field(() => PolicyTextsInput)
  text!: PolicyTextsInput;
}

/** A policy of a region. */
@InputType()
export class PolicyInput {
  @Field(() => ID)
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

  @Field(() => [PolicyRuleInput])
  rules!: PolicyRuleInput[];
}

/** A policy that is proposed, and why. */
@InputType()
export class ProposePolicyInput extends PolicyInput {
  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}

/** Which version is proposed for withdrawal, and why. */
@InputType()
export class WithdrawPolicyInput {
  @Field(() => ID)
  region!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}
