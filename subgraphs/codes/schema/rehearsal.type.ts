import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf } from '../../kit/graphql/enum-of.ts';
import {
  REHEARSAL_OUTCOMES,
  REHEARSAL_STEPS,
  type Rehearsal,
  type RehearsalOutcome as Outcome,
  type RehearsalStepName as StepName,
} from '../domain/rehearsal/rehearsal.ts';

/** Who looks at a region's way into recognition. */
export const REGION_READERS = [['account:manage'], ['agreement:manage']];

/** Steps of a rehearsal, in the order in which they are played. */
export const RehearsalStepName = enumOf(REHEARSAL_STEPS);
export type RehearsalStepName = StepName;
registerEnumType(RehearsalStepName, {
  name: 'RehearsalStepName',
  description: 'Steps of a rehearsal, in the order in which they are played.',
});

/** What came of a step. */
export const RehearsalOutcome = enumOf(REHEARSAL_OUTCOMES);
export type RehearsalOutcome = Outcome;
registerEnumType(RehearsalOutcome, {
  name: 'RehearsalOutcome',
  description: 'NOT_DONE: it could not be done yet, and says why.',
});

/** One step of a rehearsal. */
@ObjectType('RehearsalStep', { description: 'One step of a rehearsal that is over.' })
@Scopes(...REGION_READERS)
export class RehearsalStepType {
  @Field(() => RehearsalStepName)
  step!: RehearsalStepName;

  @Field(() => RehearsalOutcome)
  state!: RehearsalOutcome;

  @Field(() => String, { description: 'What was found, for operators: English.' })
  note!: string;

  took!: number;
}

/** A rehearsal of a region's part in recognition. */
@ObjectType('Rehearsal', {
  description: "A region's part in recognition, played; nothing of it stays but this report.",
})
@Scopes(...REGION_READERS)
export class RehearsalType implements Rehearsal {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => Date)
  begunAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it is under way.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Trust list that it was played with.' })
  listVersion!: number;

  @Field(() => [RehearsalStepType], { description: 'Those that are over.' })
  steps!: Rehearsal['steps'];

  joinedAfter!: number | null;
}
