import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
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
  valuesConfig: meanings<keyof typeof RehearsalStepName>({
    SPECIMEN_ISSUED: 'A specimen of the region is signed.',
    SPECIMEN_KNOWN_HERE: 'It is known here, with no network.',
    KNOWN_THERE: 'It is known in another stack.',
    THEIRS_KNOWN_HERE: 'A specimen of another region is known here.',
    KEY_ROLLED: 'A key is replaced with overlap: codes of both are known.',
    WITHDRAWN_KEY_REFUSED: 'Codes of a withdrawn key are refused.',
    ROLLBACK_REFUSED: 'An older trust list is not taken.',
    COLOR_CHANGE_SEEN_OFFLINE: 'A code that turns red is seen so, with no network.',
    WITHDRAWN_CODE_REFUSED: 'A withdrawn code is refused, with no network.',
  }),
});

/** What came of a step. */
export const RehearsalOutcome = enumOf(REHEARSAL_OUTCOMES);
export type RehearsalOutcome = Outcome;
registerEnumType(RehearsalOutcome, {
  name: 'RehearsalOutcome',
  description: 'What came of a step of a rehearsal.',
  valuesConfig: meanings<keyof typeof RehearsalOutcome>({
    PASSED: 'It went as it must.',
    FAILED: 'It did not; `note` says how.',
    NOT_DONE: 'It could not be done yet; `note` says why.',
  }),
});

/** One step of a rehearsal. */
@ObjectType('RehearsalStep', { description: 'One step of a rehearsal that is over.' })
@Scopes(...REGION_READERS)
export class RehearsalStepType {
  @Field(() => RehearsalStepName, { description: 'Which step.' })
  step!: RehearsalStepName;

  @Field(() => RehearsalOutcome, { description: 'What came of it.' })
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
  @Field(() => ID, { description: 'Id of the rehearsal; the newest ten of a region are kept.' })
  id!: string;

  @Field(() => ID, { description: 'Region whose part was played: GB/T 2260 code.' })
  region!: string;

  @Field(() => Date, { description: 'When it was asked for.' })
  begunAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it is under way.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Trust list that it was played with.' })
  listVersion!: number;

  @Field(() => [RehearsalStepType], { description: 'Those that are over.' })
  steps!: Rehearsal['steps'];

  joinedAfter!: number | null;
}
