import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
import {
  REEVALUATION_REASONS,
  REEVALUATION_STATES,
  type Reevaluation,
  type ReevaluationReason as Reason,
  type ReevaluationState as State,
} from '../domain/reevaluation/reevaluation.ts';

/** Why all codes of a region are decided anew. */
export const ReevaluationReason = enumOf(REEVALUATION_REASONS);
export type ReevaluationReason = Reason;
registerEnumType(ReevaluationReason, {
  name: 'ReevaluationReason',
  description: 'Why all codes of a region are decided anew.',
  valuesConfig: meanings<keyof typeof ReevaluationReason>({
    POLICY_PUBLISHED: 'A version of the rules begins or ends.',
    POLICY_WITHDRAWN: 'A version of the rules was withdrawn.',
  }),
});

/** How far a re-evaluation is. */
export const ReevaluationState = enumOf(REEVALUATION_STATES);
export type ReevaluationState = State;
registerEnumType(ReevaluationState, {
  name: 'ReevaluationState',
  description: 'How far a re-evaluation is.',
  valuesConfig: meanings<keyof typeof ReevaluationState>({
    PLANNED: 'Not begun.',
    RUNNING: 'Some chunks are done.',
    DONE: 'Every code was looked at.',
  }),
});

/** A re-evaluation of every code of a region. */
@ObjectType('Reevaluation', { description: 'Every code of a region decided anew, in chunks.' })
@Scopes(['statistics:read'])
export class ReevaluationType implements Reevaluation {
  @Field(() => ID, { description: 'Id of the re-evaluation.' })
  id!: string;

  @Field(() => ID, { description: 'Region whose codes are decided anew: GB/T 2260 code.' })
  region!: string;

  @Field(() => ReevaluationReason, { description: 'Why.' })
  reason!: ReevaluationReason;

  @Field(() => ReevaluationState, { description: 'How far it is.' })
  state!: ReevaluationState;

  @Field(() => Date, { description: 'Not begun before.' })
  dueAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Codes when it began.' })
  total!: number | null;

  @Field(() => Int, { description: 'Codes decided so far.' })
  done!: number;

  @Field(() => Int, { description: 'Codes whose state or color changed.' })
  changed!: number;

  @Field(() => Int, { description: 'Codes that could not be decided.' })
  failed!: number;

  @Field(() => Date, { nullable: true, description: 'When the first chunk began; null before.' })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the last chunk ended; null before.' })
  endedAt!: Date | null;
}

/** A page of re-evaluations. */
export const ReevaluationConnectionType = connectionType(
  ReevaluationType,
  'ReevaluationConnection',
);
