import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
import { TRIP_MODES, type TripEnd } from '../domain/trip.ts';

/** How people travel. */
export const TripMode = enumOf(TRIP_MODES);
export type TripMode = keyof typeof TripMode;
registerEnumType(TripMode, {
  name: 'TripMode',
  description: 'How people travel.',
  valuesConfig: meanings<keyof typeof TripMode>({
    TRAIN: 'By train.',
    FLIGHT: 'By plane.',
    COACH: 'By coach.',
    SHIP: 'By ship.',
    CAR: 'By car.',
  }),
});

/** One end of a trip. */
@ObjectType('TripEnd', { description: 'One end of a trip: a division at home, or a country.' })
@Scopes(['travel:read'], ['trip:write'], ['self'])
export class TripEndType implements TripEnd {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => ID, { nullable: true, description: 'GB/T 2260; null abroad.' })
  division!: string | null;
}

/** A trip of a resident. */
@ObjectType('Trip', { description: 'A trip, as declared.' })
@Scopes(['travel:read'], ['trip:write'], ['self'])
export class TripType {
  @Field(() => ID, { description: 'Id of the trip.' })
  id!: string;

  @Field(() => TripMode, { description: 'How the person travelled.' })
  mode!: TripMode;

  @Field(() => String, { nullable: true, description: 'Train, flight, line or plate.' })
  number!: string | null;

  @Field(() => TripEndType, { description: 'Where it began.' })
  from!: TripEndType;

  @Field(() => TripEndType, { description: 'Where it ended.' })
  to!: TripEndType;

  @Field(() => Date, { description: 'When it began.' })
  departedAt!: Date;

  @Field(() => Date, {
    description: 'When it ended; what counts days after an entry counts from here.',
  })
  arrivedAt!: Date;

  @Field(() => Date, { description: 'When it was declared.' })
  declaredAt!: Date;
}

/** A page of trips. */
export const TripConnectionType = connectionType(TripType, 'TripConnection');

/** One end of a trip that is declared. */
@InputType({ description: 'One end of a trip: a division at home, or a country.' })
export class TripEndInput {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2; CN at home.' })
  country!: string;

  @Field(() => ID, { nullable: true, description: 'GB/T 2260, at home.' })
  division?: string | null;
}

/** What a person declares of a trip. */
@InputType({ description: 'A trip that has ended.' })
export class DeclareTripInput {
  @Field(() => ID, {
    description: "Your own registration or a ward's; for an official, anybody's in your regions.",
  })
  residentId!: string;

  @Field(() => TripMode, { description: 'How the person travelled.' })
  mode!: TripMode;

  @Field(() => String, { nullable: true, description: 'Train, flight, line or plate.' })
  number?: string | null;

  @Field(() => TripEndInput, { description: 'Where it began.' })
  from!: TripEndInput;

  @Field(() => TripEndInput, { description: 'Where it ended.' })
  to!: TripEndInput;

  @Field(() => Date, { description: 'When it began.' })
  departedAt!: Date;

  @Field(() => Date, {
    description: 'When it ended: later than it began, within the last 28 days.',
  })
  arrivedAt!: Date;
}
