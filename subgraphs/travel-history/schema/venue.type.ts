import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';

/** A venue, for officials. */
@ObjectType('Venue', { description: 'A place that people check in at with a code.' })
@Scopes(['case:manage'])
export class VenueType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ID, { description: 'GB/T 2260.' })
  division!: string;

  @Field(() => Date)
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
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  venueId!: string;

  @Field(() => Date)
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
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  venueId!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  until!: Date;

  @Field(() => ID, { description: 'The detected result that it cites.' })
  citation!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => Date)
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

  @Field(() => Date)
  lastContactAt!: Date;

  residentId!: string;
}

/** A page of those who were told. */
export const OutbreakContactConnectionType = connectionType(
  OutbreakContactType,
  'OutbreakContactConnection',
);

/** What an official says of a venue. */
@InputType()
export class AddVenueInput {
  @Field(() => ID)
  region!: string;

  @Field(() => String, { description: 'Up to 100 characters.' })
  name!: string;

  @Field(() => ID, { description: 'GB/T 2260, in the region.' })
  division!: string;
}

/** What a resident scans at a venue. */
@InputType()
export class VisitVenueInput {
  @Field(() => ID)
  residentId!: string;

  @Field(() => String, { description: 'As the venue shows it now.' })
  code!: string;
}

/** What an official declares of a venue. */
@InputType()
export class DeclareOutbreakInput {
  @Field(() => ID)
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
@InputType()
export class WithdrawOutbreakInput {
  @Field(() => ID)
  outbreakId!: string;

  @Field(() => String, { description: '6 to 500 characters, without names or numbers.' })
  reason!: string;
}
