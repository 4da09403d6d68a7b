import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import type { Guardianship } from '../domain/guardianship.ts';
import { ConsentMethod, DocumentType, RegistrationState } from './registration.enum.ts';

/** A consent that an official recorded at a desk. */
@ObjectType('Consent', { description: 'A consent that was recorded at a desk.' })
@Scopes(['resident:read'], ['self'])
export class ConsentType {
  @Field(() => ID, { description: 'Id of the consent.' })
  id!: string;

  @Field(() => ConsentMethod, { description: 'How the person agreed.' })
  method!: ConsentMethod;

  @Field(() => Date, { description: 'When the official recorded it.' })
  recordedAt!: Date;
}

/** A person's registration in one region, as the graph shows it: never a full name or number. */
@ObjectType('Resident', { description: "A person's registration in one region." })
@Directive('@key(fields: "id")')
export class ResidentType {
  @Field(() => ID, {
    description: 'Id of the registration; other registrations of the person are not linked to it.',
  })
  id!: string;

  @Field(() => ID, { description: 'Region that stores, reviews and issues: GB/T 2260 code.' })
  region!: string;

  @Field(() => RegistrationState, { description: 'Where the registration stands.' })
  state!: RegistrationState;

  @Field(() => DocumentType, { description: 'WS 364.3 type of the identity document.' })
  @Scopes(['resident:read'], ['self'])
  documentType!: DocumentType;

  @Field(() => String, { description: 'Name with all but a little hidden.' })
  @Scopes(['resident:read'], ['support:read'], ['self'])
  maskedName!: string;

  @Field(() => DateScalar, { description: 'As in the document.' })
  @Scopes(['resident:read'], ['self'])
  birthDate!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Region whose registration this one was made from.',
  })
  @Scopes(['resident:read'], ['self'])
  sourceRegion!: string | null;

  @Field(() => Date, { description: 'When it was received.' })
  @Scopes(['resident:read'], ['self'])
  receivedAt!: Date;

  @Field(() => Date, { description: 'Until when a registration is answered.' })
  @Scopes(['resident:read'], ['self'])
  dueAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      "When it was decided, at a desk or by another region's review at once; null while it is RECEIVED.",
  })
  @Scopes(['resident:read'], ['self'])
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the reviewer gave as reason.' })
  @Scopes(['resident:read'], ['self'])
  reviewReason!: string | null;

  /** Code of the division of present stay; the graph gives the division. */
  division!: string;

  /** As it was last written; the graph gives it while it holds. */
  guardianship!: Guardianship | null;
}

/** A page of registrations. */
export const ResidentConnectionType = connectionType(ResidentType, 'ResidentConnection');
