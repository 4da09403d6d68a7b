import { Field, Float, ID, InputType } from 'type-graphql';
import {
  CitationKind,
  DeclarationDecision,
  IsolationPlace,
  SymptomTerm,
  TestMethod,
  TestOutcome,
} from './record.enum.ts';

/** What a person declares. */
@InputType({ description: 'What a person declares of their health.' })
export class DeclareHealthInput {
  @Field(() => ID, {
    description: "Your own registration or a ward's; for an official, anybody's in your regions.",
  })
  residentId!: string;

  @Field(() => [SymptomTerm], { description: 'Empty: none.' })
  symptoms!: SymptomTerm[];

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius, 34 to 43.' })
  temperature?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the person was near a case.' })
  contactWithCase!: boolean;
}

/** A reviewer's decision on a declaration. */
@InputType({ description: "A reviewer's decision on a declaration." })
export class ReviewDeclarationInput {
  @Field(() => ID, {
    description: 'One that is PENDING, in one of your regions, and not written down by you.',
  })
  declarationId!: string;

  @Field(() => DeclarationDecision, { description: 'What becomes of it.' })
  decision!: DeclarationDecision;

  @Field(() => String, { nullable: true, description: 'Needed to reject; the person reads it.' })
  reason?: string | null;
}

/** Today's check-in. */
@InputType({ description: 'What a person says today.' })
export class CheckInInput {
  @Field(() => ID, {
    description: "Your own registration or a ward's; for an official, anybody's in your regions.",
  })
  residentId!: string;

  @Field(() => [SymptomTerm], { description: 'Empty: none.' })
  symptoms!: SymptomTerm[];

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius, 34 to 43.' })
  temperature?: number | null;
}

/** A result as a laboratory gives it. */
@InputType({ description: 'A result as a laboratory gives it.' })
export class RecordTestResultInput {
  @Field(() => ID, { description: 'The person.' })
  residentId!: string;

  @Field(() => Date, { description: 'When the sample was taken.' })
  sampleCollectedAt!: Date;

  @Field(() => TestOutcome, { description: 'What was found.' })
  result!: TestOutcome;

  @Field(() => TestMethod, { description: 'How it was tested.', defaultValue: 'NUCLEIC_ACID' })
  method!: TestMethod;

  @Field(() => String, { description: 'Name of the laboratory.' })
  laboratory!: string;
}

/** What an isolation order cites. */
@InputType({ description: 'The evidence on which isolation is ordered.' })
export class CitationInput {
  @Field(() => CitationKind, { description: 'What is cited.' })
  kind!: CitationKind;

  @Field(() => ID, {
    description: 'Id of what is cited; of this resident, and of the last 28 days.',
  })
  id!: string;
}

/** An order to isolate. */
@InputType({ description: 'An order to isolate.' })
export class OrderIsolationInput {
  @Field(() => ID, { description: 'Somebody registered in one of your regions.' })
  residentId!: string;

  @Field(() => IsolationPlace, { description: 'Where the person isolates.' })
  place!: IsolationPlace;

  @Field(() => Date, { description: 'From when.' })
  from!: Date;

  @Field(() => Date, {
    description: 'At most 30 days after it began, and within 30 days from now.',
  })
  until!: Date;

  @Field(() => CitationInput, {
    description: 'The evidence that it rests on; of the same resident.',
  })
  citation!: CitationInput;
}
