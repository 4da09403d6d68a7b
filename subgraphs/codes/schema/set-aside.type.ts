import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
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
  valuesConfig: meanings<keyof typeof SetAsideFault>({
    BROKEN_BODY: 'It does not have the shape of its kind.',
    NOT_THERE: 'It was announced and cannot be found.',
    NOT_TAKEN_IN: 'Taking it in failed five times.',
  }),
});

/** Where an event that was set aside stands. */
export const SetAsideState = enumOf(SET_ASIDE_STATES);
export type SetAsideState = State;
registerEnumType(SetAsideState, {
  name: 'SetAsideState',
  description: 'Where an event that was set aside stands.',
  valuesConfig: meanings<keyof typeof SetAsideState>({
    WAITING: 'Waits for somebody to decide.',
    RETRYING: 'Was sent again. Taken in, it is gone from here; else it is WAITING once more.',
    DROPPED: 'Was given up; lists leave it out.',
  }),
});

/** An event that could not be taken in. */
@ObjectType('SetAsideEvent', {
  description: 'An event that could not be taken in: which, never what it says or of whom.',
})
@Scopes(['event:manage'])
export class SetAsideEventType implements SetAsideEvent {
  @Field(() => ID, { description: 'Id of the event.' })
  id!: string;

  @Field(() => ID, { description: 'Region that the event is of: GB/T 2260 code.' })
  region!: string;

  @Field(() => String, { description: 'The part of Tongma that it comes from.' })
  producer!: string;

  @Field(() => String, { nullable: true, description: 'Null when the event is not there.' })
  kind!: string | null;

  @Field(() => SetAsideFault, { description: 'Why it was set aside, the last time.' })
  fault!: SetAsideFault;

  @Field(() => SetAsideState, { description: 'Where it stands.' })
  state!: SetAsideState;

  @Field(() => Int, { description: 'How often it was set aside.' })
  times!: number;

  @Field(() => Date, { description: 'When it was set aside, the last time.' })
  setAsideAt!: Date;
}

/** A page of events that were set aside. */
export const SetAsideEventConnectionType = connectionType(
  SetAsideEventType,
  'SetAsideEventConnection',
);

/** What becomes of an event that was set aside. */
@InputType({ description: 'Which event that was set aside, and why.' })
export class SetAsideEventInput {
  @Field(() => ID, { description: 'An event that is WAITING, in one of your regions.' })
  id!: string;

  @Field(() => String, { description: '6 to 500 characters.' })
  reason!: string;
}
