import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { meanings } from '../../kit/graphql/enum-of.ts';
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
  valuesConfig: meanings<keyof typeof RevealedField>({
    NAME: 'The name in full.',
    DOCUMENT_NUMBER: 'The document number in full.',
    PHONE: 'The phone number.',
  }),
});

/** What was asked for, in clear. */
@ObjectType('RevealedIdentity', { description: 'What was asked for, in clear; the rest is null.' })
@Scopes(['resident:reveal'])
export class RevealedIdentityType {
  @Field(() => ResidentType, { description: 'Whose it is.' })
  resident!: ResidentType;

  @Field(() => String, { nullable: true, description: 'In full; null unless it was asked for.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In full, in canonical form; null unless it was asked for.',
  })
  documentNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In full; null unless it was asked for, or when none was given.',
  })
  phone!: string | null;
}

/** What is to be shown, and why. */
@InputType({ description: 'What is to be shown, and why.' })
export class RevealResidentInput {
  @Field(() => ID, { description: 'Somebody registered in one of your regions.' })
  residentId!: string;

  @Field(() => [RevealedField], { description: 'At least one; the log says which.' })
  fields!: RevealedField[];

  @Field(() => String, { description: 'At least six characters; the resident reads it.' })
  reason!: string;
}

/** One row of a bulk export. */
@ObjectType('ExportedResident', { description: 'One row of an approved bulk export.' })
@Scopes(['data:export'])
export class ExportedResidentType {
  @Field(() => ResidentType, { description: 'The registration; masked as everywhere.' })
  resident!: ResidentType;

  @Field(() => String, { description: 'Name in full.' })
  name!: string;

  @Field(() => String, { description: 'Document number in full, in canonical form.' })
  documentNumber!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number in full; null when none was given.',
  })
  phone!: string | null;
}

/** A page of an export. */
export const ExportedResidentConnectionType = connectionType(
  ExportedResidentType,
  'ExportedResidentConnection',
);

/** Which export is proposed, and why. */
@InputType({ description: 'Which export is proposed, and why.' })
export class ProposeBulkExportInput {
  @Field(() => ID, { description: 'Region whose registered residents are exported.' })
  region!: string;

  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}
