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
  @Field(() => AgreementFaultKind)
  kind!: AgreementFault['kind'];

  @Field(() => String, { description: 'Dotted, such as conditions.0.hours.' })
  path!: string;

  @Field(() => String)
  message!: string;
}

/** What becomes of an issued color. */
@ObjectType('AgreementVerdict', { description: 'What becomes of an issued color.' })
export class AgreementVerdictType implements ColorVerdict {
  @Field(() => RecognitionOutcome)
  outcome!: RecognitionOutcome;

  @Field(() => Color, { nullable: true, description: 'Null where it counts as no color.' })
  color!: Color | null;
}

/** One issued color under the terms. */
@ObjectType('AgreementTrialLine', {
  description: 'One issued color under the terms, against what is in force when they would begin.',
})
export class AgreementTrialLineType implements DryRunLine {
  @Field(() => String)
  issued!: string;

  @Field(() => AgreementVerdictType)
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
  @Field(() => RecognitionOutcome)
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

  @Field(() => [AgreementTrialLineType])
  lines!: readonly AgreementTrialLineType[];

  @Field(() => [AgreementOutcomeCountType], {
    description: 'Verdicts of this pair in the last seven days.',
  })
  verdicts!: readonly AgreementOutcomeCountType[];
}
