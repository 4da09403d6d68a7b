import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';

/** A venue, for officials. */
@ObjectType('Venue', { description: 'A place that people check in at with a code.' })
@Scopes(['case:manage'])
export class VenueType {
  @Field(() => ID, { description: 'Id of the venue; its codes begin with it.' })
  id!: string;

  @Field(() => ID, { description: 'Region that manages it: GB/T 2260 code.' })
  region!: string;

  @Field(() => String, { description: 'Name that visitors see.' })
  name!: string;

  @Field(() => ID, { description: 'GB/T 2260.' })
  division!: string;

  @Field(() => Date, { description: 'When it was added.' })
  addedAt!: Date;
}

/** A page of venues. */
export const VenueConnectionType = connectionType(VenueType, 'VenueConnection');

/** A code of a venue. */
@ObjectType('VenueCode', { description: 'What a venue shows: another text every five minutes.' })
@Scopes(['case:manage'])
export class VenueCodeType {
  @Field(() => String, { description: 'What residents scan.' })
  text!: string;

  @Field(() => Date, {
    description: 'When the next one is shown; this one is taken for five minutes more.',
  })
  rotatesAt!: Date;
}

/** A visit, for the person. */
@ObjectType('VenueVisit', {
  description: 'A visit to a venue. By itself it is evidence of nothing.',
})
@Scopes(['self'])
export class VenueVisitType {
  @Field(() => ID, { description: 'Id of the visit.' })
  id!: string;

  @Field(() => ID, { description: 'The venue.' })
  venueId!: string;

  @Field(() => Date, { description: 'When the scan was received.' })
  arrivedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Null when they did not say: it is over after two hours.',
  })
  leftAt!: Date | null;
}

/** A page of visits. */
export const VenueVisitConnectionType = connectionType(VenueVisitType, 'VenueVisitConnection');

/** An outbreak at a venue. */
@ObjectType('Outbreak', { description: 'That a case was at a venue, as an official declared it.' })
@Scopes(['case:manage'])
export class OutbreakType {
  @Field(() => ID, { description: 'Id of the outbreak.' })
  id!: string;

  @Field(() => ID, { description: 'The venue.' })
  venueId!: string;

  @Field(() => Date, { description: 'From when whoever was there is a contact.' })
  from!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  until!: Date;

  @Field(() => ID, { description: 'The detected result that it cites.' })
  citation!: string;

  @Field(() => String, { description: 'Why it was declared.' })
  reason!: string;

  @Field(() => Date, { description: 'When it was declared.' })
  declaredAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null: it stands.' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawReason!: string | null;
}

/** A page of outbreaks. */
export const OutbreakConnectionType = connectionType(OutbreakType, 'OutbreakConnection');

/** Somebody who was told of an outbreak. */
@ObjectType('OutbreakContact', { description: 'Somebody who was at a venue during an outbreak.' })
@Scopes(['case:manage'])
export class OutbreakContactType {
  @Field(() => ID, { name: 'id', simple: false, description: 'Of the contact notice.' })
  noticeId!: string;

  @Field(() => Date, {
    description: 'When visit and outbreak last overlapped, as known when the person was told.',
  })
  lastContactAt!: Date;

  residentId!: string;
}

/** A page of those who were told. */
export const OutbreakContactConnectionType = connectionType(
  OutbreakContactType,
  'OutbreakContactConnection',
);

/** What an official says of a venue. */
@InputType({ description: 'A place that people are to check in at.' })
export class AddVenueInput {
  @Field(() => ID, {
    description: 'The nearest region at or above the division; one within your grants.',
  })
  region!: string;

  @Field(() => String, { description: 'Up to 100 characters.' })
  name!: string;

  @Field(() => ID, { description: 'GB/T 2260, in the region.' })
  division!: string;
}

/** What a resident scans at a venue. */
@InputType({ description: 'What a resident scans at a venue.' })
export class VisitVenueInput {
  @Field(() => ID, { description: "Your own registration or a ward's." })
  residentId!: string;

  @Field(() => String, { description: 'As the venue shows it now.' })
  code!: string;
}

/** What an official declares of a venue. */
@InputType({ description: 'That a case was at a venue, and when.' })
export class DeclareOutbreakInput {
  @Field(() => ID, { description: 'The venue; in one of your regions.' })
  venueId!: string;

  @Field(() => Date, { description: 'Within the last 28 days.' })
  from!: Date;

  @Field(() => Date, { description: 'At most 14 days later, and at most one day ahead.' })
  until!: Date;

  @Field(() => ID, { description: 'A detected result that stands.' })
  testResultId!: string;

  @Field(() => String, { description: '6 to 500 characters, without names or numbers.' })
  reason!: string;
}

/** An outbreak that was declared by mistake. */
@InputType({ description: 'An outbreak that was declared by mistake.' })
export class WithdrawOutbreakInput {
  @Field(() => ID, { description: 'One of your regions.' })
  outbreakId!: string;

  @Field(() => String, { description: '6 to 500 characters, without names or numbers.' })
  reason!: string;
}
