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
@InputType()
export class DeclareHealthInput {
  @Field(() => ID)
  residentId!: string;

  @Field(() => [SymptomTerm], { description: 'Empty: none.' })
  symptoms!: SymptomTerm[];

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius, 34 to 43.' })
  temperature?: number | null;

  @Field(() => Boolean, { defaultValue: false })
  contactWithCase!: boolean;
}

/** A reviewer's decision on a declaration. */
@InputType()
export class ReviewDeclarationInput {
  @Field(() => ID)
  declarationId!: string;

  @Field(() => DeclarationDecision)
  decision!: DeclarationDecision;

  @Field(() => String, { nullable: true, description: 'Needed to reject; the person reads it.' })
  reason?: string | null;
}

/** Today's check-in. */
@InputType()
export class CheckInInput {
  @Field(() => ID)
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
@InputType()
export class CitationInput {
  @Field(() => CitationKind)
  kind!: CitationKind;

  @Field(() => ID)
  id!: string;
}

/** An order to isolate. */
@InputType()
export class OrderIsolationInput {
  @Field(() => ID)
  residentId!: string;

  @Field(() => IsolationPlace)
  place!: IsolationPlace;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { description: 'At most 30 days after it began.' })
  until!: Date;

  @Field(() => CitationInput)
  citation!: CitationInput;
}
