import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { AuditFaultKind } from '../../kit/audit/fault.ts';
import type { BodyState } from '../../kit/audit/body-state.ts';
import { AuditAction, AuditBodyState, AuditFaultType } from './audit.enum.ts';

/** Which entries to list. */
@InputType({ description: 'Which entries of an audit log to list; what is null narrows nothing.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Account that acted.' })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is about.' })
  residentId?: string | null;

  @Field(() => AuditAction, { nullable: true, description: 'What was done.' })
  action?: AuditAction | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}

/** A word of an entry's detail. */
@ObjectType('AuditDetail', { description: 'A word of a closed list, a count or an instant.' })
@Scopes(['audit:read'])
export class AuditDetailType {
  @Field(() => String, {
    description:
      'In lower camel case, such as `state`; which ones there are depends on the action.',
  })
  name!: string;

  @Field(() => String, { description: 'As text, whatever it is.' })
  value!: string;
}

/** One entry of a region's chain. */
@ObjectType('AuditEntry', { description: "One entry of a region's chain." })
@Scopes(['audit:read'])
export class AuditEntryType {
  @Field(() => ID, {
    description: 'Region in whose chain it stands; 000000 for what is about all.',
  })
  region!: string;

  @Field(() => Int, { description: 'Counts from 1, without a gap.' })
  sequence!: number;

  @Field(() => Date, {
    description:
      "When it was done, as the database's clock had it; never earlier than the entry before.",
  })
  at!: Date;

  @Field(() => AuditAction, { description: 'What was done.' })
  action!: AuditAction;

  @Field(() => String, { description: 'SHA-256, hexadecimal.' })
  hash!: string;

  @Field(() => AuditBodyState, {
    description:
      'Whether what it says is kept: whatever is null in the fields below once it is not.',
  })
  bodyState!: BodyState;

  @Field(() => String, { nullable: true, description: 'Account; null once it is not kept.' })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'RESIDENT, OFFICIAL, PARTNER, GATEWAY or SYSTEM; null once it is not kept.',
  })
  role!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the agency of who acted; null for who has none, and once it is not kept.',
  })
  agency!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What for, a word of Purpose; null when the request did not say, and once it is not kept.',
  })
  purpose!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom it is about; null when it is about nobody, and once it is not kept.',
  })
  residentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'What it is about, such as a decision.' })
  objectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it was given; null when none was, and once it is not kept.',
  })
  reason!: string | null;

  @Field(() => [AuditDetailType], { description: 'Empty once it is not kept.' })
  details!: readonly AuditDetailType[];
}

/** A page of entries. */
export const AuditEntryConnectionType = connectionType(AuditEntryType, 'AuditEntryConnection');

/** The first thing that is wrong. */
@ObjectType('AuditFault', { description: 'The first thing that is wrong with a chain.' })
@Scopes(['audit:read'])
export class AuditFaultObject {
  @Field(() => AuditFaultType, { description: 'What is wrong.' })
  fault!: AuditFaultKind;

  @Field(() => ID, {
    description: 'Region of the chain; 000000 when it is a checkpoint, which is about all.',
  })
  region!: string;

  @Field(() => Int, { nullable: true, description: 'The first bad entry.' })
  sequence!: number | null;

  @Field(() => Int, { nullable: true, description: 'The first bad checkpoint.' })
  checkpoint!: number | null;
}

/** What verifying a part came to. */
@ObjectType('AuditVerification', { description: 'What verifying a part of a chain came to.' })
@Scopes(['audit:read'])
export class AuditVerificationType {
  @Field(() => Int, { description: 'Give the next number as `from` until it is done.' })
  verifiedTo!: number;

  @Field(() => Int, { description: 'Entries verified in this part.' })
  entries!: number;

  @Field(() => Int, {
    description: 'Of these, how many say nothing any more since their year is over.',
  })
  expired!: number;

  @Field(() => Int, {
    description: 'Of these, how many younger ones say nothing any more by a logged erasure.',
  })
  erased!: number;

  @Field(() => Int, { description: 'Entries of the whole chain.' })
  total!: number;

  @Field(() => AuditFaultObject, { nullable: true, description: 'Null: nothing is wrong so far.' })
  fault!: AuditFaultObject | null;

  @Field(() => Boolean, { description: 'Nothing is left, or something is wrong.' })
  done!: boolean;
}

/** Somebody's look at a resident. */
@ObjectType('ResidentAccess', { description: "Somebody's look at a resident." })
@Scopes(['self'], ['audit:read'])
export class ResidentAccessType {
  @Field(() => Date, { description: 'When it was.' })
  at!: Date;

  @Field(() => AuditAction, {
    description:
      'REVEALED, HEALTH_RECORD_OPENED, RESIDENT_FOUND, CONVERSION_OFFERED or REGISTRATION_HANDED_OVER.',
  })
  action!: AuditAction;

  @Field(() => String, { nullable: true, description: 'RESIDENT, OFFICIAL, PARTNER or SYSTEM.' })
  role!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the agency of who acted; null for who has none.',
  })
  agency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What for, a word of Purpose; null when the request did not say.',
  })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was given.' })
  reason!: string | null;
}
