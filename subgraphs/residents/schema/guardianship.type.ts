import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { AtDeskInput } from './register-resident.input.ts';
import { ReviewDecision } from './registration.enum.ts';

/** Who acts for a ward. */
@ObjectType('Guardianship', { description: 'Who acts for a ward, and until when.' })
@Scopes(['resident:read'], ['self'])
export class GuardianshipType {
  @Field(() => ID, { description: "The guardian's registration." })
  guardianId!: string;

  @Field(() => String, { description: "The guardian's name with all but a little hidden." })
  guardianName!: string;

  @Field(() => Date, {
    nullable: true,
    description:
      "Exclusive: 12 months after the review, or the ward's 18th birthday; null before the review.",
  })
  until!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When a renewal was asked for that waits for its review.',
  })
  renewalAskedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last renewal was refused.' })
  renewalRefusal!: string | null;
}

/** A guardianship that is over. */
@ObjectType('EndedGuardianship', { description: 'A guardianship that is over.' })
@Scopes(['registration:write'], ['self'])
export class EndedGuardianshipType {
  @Field(() => ID, { description: "The ward's registration." })
  id!: string;
}

/** A code by which a person agrees to a guardian. */
@ObjectType('GuardianshipOffer', {
  description: 'A code by which a person agrees to whoever brings it; shown once.',
})
@Scopes(['self'])
export class GuardianshipOfferType {
  @Field(() => ID, { description: 'The registration of whoever agrees.' })
  id!: string;

  @Field(() => String, { description: 'Twelve characters, used once.' })
  code!: string;

  @Field(() => Date, { description: 'Exclusive: 15 minutes after it was made.' })
  expiresAt!: Date;
}

/** Which guardianship ends. */
@InputType({ description: 'Which guardianship ends.' })
export class EndGuardianshipInput {
  @Field(() => ID, { description: "The ward's registration." })
  residentId!: string;

  @Field(() => String, {
    nullable: true,
    description: '6 to 500 characters, nothing personal; needed of an official.',
  })
  reason?: string | null;
}

/** Who becomes whose guardian, at a desk. */
@InputType({ description: 'Who becomes whose guardian, at a desk.' })
export class NameGuardianInput {
  @Field(() => ID, { description: "The ward's registration." })
  residentId!: string;

  @Field(() => ID, { description: 'Who acts; naming the same one again renews.' })
  guardianId!: string;

  @Field(() => AtDeskInput, {
    description: 'The documents of both were seen, proof of kinship or care among them.',
  })
  desk!: AtDeskInput;
}

/** Whose guardian somebody becomes by a code. */
@InputType({ description: 'Whose guardian somebody becomes by a code.' })
export class AcceptGuardianshipInput {
  @Field(() => String, { description: 'As the person gave it; blanks and case do not matter.' })
  code!: string;

  @Field(() => ID, { description: 'Your own registration, of the same region as the person.' })
  guardianId!: string;
}

/** A reviewer's decision on a renewal. */
@InputType({ description: "A reviewer's decision on a guardian's renewal." })
export class ReviewRenewalInput {
  @Field(() => ID, { description: 'A ward whose renewal waits, in one of your regions.' })
  residentId!: string;

  @Field(() => ReviewDecision, { description: 'What becomes of it.' })
  decision!: ReviewDecision;

  @Field(() => String, { nullable: true, description: 'Needed to reject; the guardian reads it.' })
  reason?: string | null;
}
