import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf } from '../../kit/graphql/enum-of.ts';
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
});

/** How far a re-evaluation is. */
export const ReevaluationState = enumOf(REEVALUATION_STATES);
export type ReevaluationState = State;
registerEnumType(ReevaluationState, {
  name: 'ReevaluationState',
  description: 'How far a re-evaluation is.',
});

/** A re-evaluation of every code of a region. */
@ObjectType('Reevaluation', { description: 'Every code of a region decided anew, in chunks.' })
@Scopes(['statistics:read'])
export class ReevaluationType implements Reevaluation {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => ReevaluationReason)
  reason!: ReevaluationReason;

  @Field(() => ReevaluationState)
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

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

/** A page of re-evaluations. */
export const ReevaluationConnectionType = connectionType(
  ReevaluationType,
  'ReevaluationConnection',
);
