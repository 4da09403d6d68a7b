import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { Trial } from '../domain/agreement/agreements.ts';
import type { ColorVerdict, DryRunLine, OutcomeCount } from '../domain/agreement/dry-run.ts';
import type { AgreementFault } from '../domain/agreement/terms.ts';
import { AgreementFaultKind } from './agreement.enum.ts';
import { Color } from './code.enum.ts';
import { RecognitionOutcome } from './recognition.enum.ts';

/** Who tries terms. */
export const TRIAL_READERS = [['agreement:manage']];

/** One thing that is wrong with terms. */
@ObjectType('AgreementFault', { description: 'Why terms cannot be proposed, and where.' })
export class AgreementFaultType implements AgreementFault {
  @Field(() => AgreementFaultKind, { description: 'What is wrong, for programs.' })
  kind!: AgreementFault['kind'];

  @Field(() => String, { description: 'Dotted, such as conditions.0.hours.' })
  path!: string;

  @Field(() => String, { description: 'What is wrong, for people; English.' })
  message!: string;
}

/** What becomes of an issued color. */
@ObjectType('AgreementVerdict', { description: 'What becomes of an issued color.' })
export class AgreementVerdictType implements ColorVerdict {
  @Field(() => RecognitionOutcome, { description: 'What a code of that color would be.' })
  outcome!: RecognitionOutcome;

  @Field(() => Color, { nullable: true, description: 'Null where it counts as no color.' })
  color!: Color | null;
}

/** One issued color under the terms. */
@ObjectType('AgreementTrialLine', {
  description: 'One issued color under the terms, against what is in force when they would begin.',
})
export class AgreementTrialLineType implements DryRunLine {
  @Field(() => String, { description: "GREEN, YELLOW, RED, or a further color of the issuer's." })
  issued!: string;

  @Field(() => AgreementVerdictType, {
    description:
      'By the agreement in force when the terms would begin, as if every condition were met.',
  })
  now!: AgreementVerdictType;

  @Field(() => AgreementVerdictType, { description: 'As if every condition were met.' })
  after!: AgreementVerdictType;

  @Field(() => [ID], { description: 'Conditions that are asked besides.' })
  conditions!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Codes of the issuer that show it. Null: fewer than 5, or not known here.',
  })
  codes!: number | null;
}

/** How many verdicts had an outcome. */
@ObjectType('AgreementOutcomeCount', { description: 'How many verdicts had an outcome.' })
export class AgreementOutcomeCountType implements OutcomeCount {
  @Field(() => RecognitionOutcome, { description: 'What the verdicts were.' })
  outcome!: RecognitionOutcome;

  @Field(() => Int, { description: 'At least 5.' })
  count!: number;
}

/** What terms would do, and what is wrong with them. */
@ObjectType('AgreementTrial', {
  description: 'What terms would do over anonymous counts, and what is wrong with them.',
})
@Scopes(...TRIAL_READERS)
export class AgreementTrialType implements Trial {
  @Field(() => [AgreementFaultType], { description: 'Empty when they can be proposed.' })
  faults!: readonly AgreementFaultType[];

  @Field(() => Int, { description: 'Number that the version would have.' })
  version!: number;

  @Field(() => [AgreementTrialLineType], {
    description:
      'Our three colors first, then those that the map in force has besides, then those of the terms.',
  })
  lines!: readonly AgreementTrialLineType[];

  @Field(() => [AgreementOutcomeCountType], {
    description: 'Verdicts of this pair in the last seven days.',
  })
  verdicts!: readonly AgreementOutcomeCountType[];
}
