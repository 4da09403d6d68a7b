import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf } from '../../kit/graphql/enum-of.ts';
import { TRIP_MODES, type TripEnd } from '../domain/trip.ts';

/** How people travel. */
export const TripMode = enumOf(TRIP_MODES);
export type TripMode = keyof typeof TripMode;
registerEnumType(TripMode, { name: 'TripMode', description: 'How people travel.' });

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
  @Field(() => ID)
  id!: string;

  @Field(() => TripMode)
  mode!: TripMode;

  @Field(() => String, { nullable: true, description: 'Train, flight, line or plate.' })
  number!: string | null;

  @Field(() => TripEndType)
  from!: TripEndType;

  @Field(() => TripEndType)
  to!: TripEndType;

  @Field(() => Date)
  departedAt!: Date;

  @Field(() => Date)
  arrivedAt!: Date;

  @Field(() => Date)
  declaredAt!: Date;
}

/** A page of trips. */
export const TripConnectionType = connectionType(TripType, 'TripConnection');

/** One end of a trip that is declared. */
@InputType()
export class TripEndInput {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2; CN at home.' })
  country!: string;

  @Field(() => ID, { nullable: true, description: 'GB/T 2260, at home.' })
  division?: string | null;
}

/** What a person declares of a trip. */
@InputType()
export class DeclareTripInput {
  @Field(() => ID)
  residentId!: string;

  @Field(() => TripMode)
  mode!: TripMode;

  @Field(() => String, { nullable: true, description: 'Train, flight, line or plate.' })
  number?: string | null;

  @Field(() => TripEndInput)
  from!: TripEndInput;

  @Field(() => TripEndInput)
  to!: TripEndInput;

  @Field(() => Date)
  departedAt!: Date;

  @Field(() => Date)
  arrivedAt!: Date;
}
