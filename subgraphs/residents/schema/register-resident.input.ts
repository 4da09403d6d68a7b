import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import { ConsentMethod, DocumentType, ReviewDecision } from './registration.enum.ts';

/** What an official at a desk vouches for. */
@InputType({ description: 'What an official at a desk vouches for.' })
export class AtDeskInput {
  @Field(() => Boolean, { description: 'The document was compared with the person.' })
  documentSeen!: boolean;

  @Field(() => ConsentMethod, { description: 'How the person agreed.' })
  consent!: ConsentMethod;
}

/** Whom to look up: all three, exactly. */
@InputType({ description: 'Whom to look up: all three must fit exactly, else nobody is found.' })
export class FindResidentsInput {
  @Field(() => String, { description: 'Name as in the document.' })
  name!: string;

  @Field(() => DocumentType, { description: 'Type of the document.' })
  documentType!: DocumentType;

  @Field(() => String, { description: 'The full number; blanks and small letters do not matter.' })
  documentNumber!: string;
}

/** What an applicant gives. */
@InputType({ description: 'What an applicant gives.' })
export class RegisterResidentInput {
  @Field(() => String, { description: 'Name as in the document.' })
  name!: string;

  @Field(() => DocumentType, { description: 'Type of the document.' })
  documentType!: DocumentType;

  @Field(() => String, {
    description: 'As in the document; it fits its type. Blanks and small letters do not matter.',
  })
  documentNumber!: string;

  @Field(() => DateScalar, {
    description: 'As in the document; a resident ID number says the same.',
  })
  birthDate!: string;

  @Field(() => String, {
    nullable: true,
    description: '6 to 20 digits, blanks and hyphens, with a leading + or without.',
  })
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
@InputType({ description: "A reviewer's decision on a registration." })
export class ReviewRegistrationInput {
  @Field(() => ID, { description: 'One that is RECEIVED, in one of your regions.' })
  residentId!: string;

  @Field(() => ReviewDecision, { description: 'What becomes of it.' })
  decision!: ReviewDecision;

  @Field(() => String, { nullable: true, description: 'Needed to reject; the applicant reads it.' })
  reason?: string | null;
}
