import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf } from '../../kit/graphql/enum-of.ts';
import {
  SET_ASIDE_FAULTS,
  SET_ASIDE_STATES,
  type SetAsideEvent,
  type SetAsideFault as Fault,
  type SetAsideState as State,
} from '../domain/set-aside/set-aside.ts';

/** Why an event was set aside. */
export const SetAsideFault = enumOf(SET_ASIDE_FAULTS);
export type SetAsideFault = Fault;
registerEnumType(SetAsideFault, {
  name: 'SetAsideFault',
  description: 'Why an event was set aside.',
});

/** Where an event that was set aside stands. */
export const SetAsideState = enumOf(SET_ASIDE_STATES);
export type SetAsideState = State;
registerEnumType(SetAsideState, {
  name: 'SetAsideState',
  description: 'Where an event that was set aside stands.',
});

/** An event that could not be taken in. */
@ObjectType('SetAsideEvent', {
  description: 'An event that could not be taken in: which, never what it says or of whom.',
})
@Scopes(['event:manage'])
export class SetAsideEventType implements SetAsideEvent {
  @Field(() => ID, { description: 'Id of the event.' })
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => String, { description: 'The part of Tongma that it comes from.' })
  producer!: string;

  @Field(() => String, { nullable: true, description: 'Null when the event is not there.' })
  kind!: string | null;

  @Field(() => SetAsideFault)
  fault!: SetAsideFault;

  @Field(() => SetAsideState)
  state!: SetAsideState;

  @Field(() => Int, { description: 'How often it was set aside.' })
  times!: number;

  @Field(() => Date)
  setAsideAt!: Date;
}

/** A page of events that were set aside. */
export const SetAsideEventConnectionType = connectionType(
  SetAsideEventType,
  'SetAsideEventConnection',
);

/** What becomes of an event that was set aside. */
@InputType()
export class SetAsideEventInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '6 to 500 characters.' })
  reason!: string;
}
