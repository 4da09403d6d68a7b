import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { AtDeskInput } from './register-resident.input.ts';

/** A registration that is offered to another region. */
@ObjectType('ConversionOffer', {
  description: 'A registration offered to another region, shown once: the text opens it.',
})
@Scopes(['self'], ['registration:write'])
export class ConversionOfferType {
  @Field(() => ID, { description: 'Id of the offer; the text has it.' })
  id!: string;

  @Field(() => ID, { description: 'Region that may fetch it.' })
  receiver!: string;

  @Field(() => String, { description: 'HCV1 text, the content of the QR code.' })
  text!: string;

  @Field(() => Date, { description: 'Exclusive: 15 minutes after it was made.' })
  expiresAt!: Date;
}

/** To whom a registration is offered. */
@InputType({ description: 'To whom a registration is offered.' })
export class OfferConversionInput {
  @Field(() => ID, {
    description:
      "Your own registration or a ward's that counts; for an official, anybody's in your regions.",
  })
  residentId!: string;

  @Field(() => ID, { description: 'Region that takes it: GB/T 2260 code.' })
  receiver!: string;

  @Field(() => AtDeskInput, {
    nullable: true,
    description: 'By an official for a person at the desk.',
  })
  desk?: AtDeskInput | null;
}

/** What a person brings from another region. */
@InputType({ description: 'What a person brings from another region.' })
export class ImportRegistrationInput {
  @Field(() => String, { description: 'HCV1 text of the other region.' })
  text!: string;

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
