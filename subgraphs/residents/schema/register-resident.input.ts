import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import { ConsentMethod, DocumentType, ReviewDecision } from './registration.enum.ts';

/** What an official at a desk vouches for. */
@InputType()
export class AtDeskInput {
  @Field(() => Boolean, { description: 'The document was compared with the person.' })
  documentSeen!: boolean;

  @Field(() => ConsentMethod, { description: 'How the person agreed.' })
  consent!: ConsentMethod;
}

/** Whom to look up: all three, exactly. */
@InputType()
export class FindResidentsInput {
  @Field(() => String, { description: 'Name as in the document.' })
  name!: string;

  @Field(() => DocumentType)
  documentType!: DocumentType;

  @Field(() => String)
  documentNumber!: string;
}

/** What an applicant gives. */
@InputType()
export class RegisterResidentInput {
  @Field(() => String, { description: 'Name as in the document.' })
  name!: string;

  @Field(() => DocumentType)
  documentType!: DocumentType;

  @Field(() => String)
  documentNumber!: string;

  @Field(() => DateScalar)
  birthDate!: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => ID, { description: 'Division of present stay: GB/T 2260 code.' })
  division!: string;

  @Field(() => ID, { nullable: true, description: 'For a ward: the resident who is its guardian.' })
  guardianId?: string | null;

  @Field(() => AtDeskInput, {
    nullable: true,
    description: 'By an official for a person at the desk: registered at once, with consent.',
  })
  desk?: AtDeskInput | null;
}

/** A reviewer's decision on a registration. */
@InputType()
export class ReviewRegistrationInput {
  @Field(() => ID)
  residentId!: string;

  @Field(() => ReviewDecision)
  decision!: ReviewDecision;

  @Field(() => String, { nullable: true, description: 'Needed to reject; the applicant reads it.' })
  reason?: string | null;
}
