import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import type { RevealedField as Name } from '../domain/reveal.ts';
import { ResidentType } from './resident.type.ts';

/** Identity fields that are hidden until they are asked for. */
export const RevealedField = {
  NAME: 'NAME',
  DOCUMENT_NUMBER: 'DOCUMENT_NUMBER',
  PHONE: 'PHONE',
} as const satisfies { [N in Name]: N };
export type RevealedField = Name;

registerEnumType(RevealedField, {
  name: 'RevealedField',
  description: 'Identity fields that are hidden until they are asked for one by one.',
});

/** What was asked for, in clear. */
@ObjectType('RevealedIdentity', { description: 'What was asked for, in clear; the rest is null.' })
@Scopes(['resident:reveal'])
export class RevealedIdentityType {
  @Field(() => ResidentType)
  resident!: ResidentType;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  documentNumber!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}

/** What is to be shown, and why. */
@InputType()
export class RevealResidentInput {
  @Field(() => ID)
  residentId!: string;

  @Field(() => [RevealedField])
  fields!: RevealedField[];

  @Field(() => String, { description: 'At least six characters; the resident reads it.' })
  reason!: string;
}

/** One row of a bulk export. */
@ObjectType('ExportedResident', { description: 'One row of an approved bulk export.' })
@Scopes(['data:export'])
export class ExportedResidentType {
  @Field(() => ResidentType)
  resident!: ResidentType;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  documentNumber!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}

/** A page of an export. */
export const ExportedResidentConnectionType = connectionType(
  ExportedResidentType,
  'ExportedResidentConnection',
);

/** Which export is proposed, and why. */
@InputType()
export class ProposeBulkExportInput {
  @Field(() => ID, { description: 'Region whose registered residents are exported.' })
  region!: string;

  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}
