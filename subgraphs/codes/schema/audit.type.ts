import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { enumOf } from '../../kit/graphql/enum-of.ts';
import { AUDIT_FAULTS, type AuditFaultKind } from '../../kit/audit/fault.ts';
import { AUDIT_ACTIONS, type AuditAction as Action } from '../../kit/audit/trail.ts';

/** What an entry says was done. */
export const AuditAction = enumOf(AUDIT_ACTIONS);
export type AuditAction = Action;
registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What was done; a closed list.',
});

/** What can be wrong with a log. */
export const AuditFaultType = enumOf(AUDIT_FAULTS);
registerEnumType(AuditFaultType, {
  name: 'AuditFaultKind',
  description: 'What can be wrong with the audit log.',
});

/** Which entries to list. */
@InputType()
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Account that acted.' })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is about.' })
  residentId?: string | null;

  @Field(() => AuditAction, { nullable: true })
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
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

/** One entry of a region's chain. */
@ObjectType('AuditEntry', { description: "One entry of a region's chain." })
@Scopes(['audit:read'])
export class AuditEntryType {
  @Field(() => ID)
  region!: string;

  @Field(() => Int, { description: 'Counts from 1, without a gap.' })
  sequence!: number;

  @Field(() => Date)
  at!: Date;

  @Field(() => AuditAction)
  action!: AuditAction;

  @Field(() => String, { description: 'SHA-256, hexadecimal.' })
  hash!: string;

  @Field(() => String, { nullable: true, description: 'Account; null once it was erased.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'RESIDENT, OFFICIAL, PARTNER or SYSTEM.' })
  role!: string | null;

  @Field(() => String, { nullable: true })
  agency!: string | null;

  @Field(() => String, { nullable: true })
  purpose!: string | null;

  @Field(() => ID, { nullable: true })
  residentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'What it is about, such as a decision.' })
  objectId!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => [AuditDetailType])
  details!: readonly AuditDetailType[];
}

/** A page of entries. */
export const AuditEntryConnectionType = connectionType(AuditEntryType, 'AuditEntryConnection');

/** The first thing that is wrong. */
@ObjectType('AuditFault', { description: 'The first thing that is wrong with a chain.' })
@Scopes(['audit:read'])
export class AuditFaultObject {
  @Field(() => AuditFaultType)
  fault!: AuditFaultKind;

  @Field(() => ID)
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

  @Field(() => Int, { description: 'Entries of the whole chain.' })
  total!: number;

  @Field(() => AuditFaultObject, { nullable: true })
  fault!: AuditFaultObject | null;

  @Field(() => Boolean, { description: 'Nothing is left, or something is wrong.' })
  done!: boolean;
}

/** Somebody's look at a resident. */
@ObjectType('ResidentAccess', { description: "Somebody's look at a resident." })
@Scopes(['self'], ['audit:read'])
export class ResidentAccessType {
  @Field(() => Date)
  at!: Date;

  @Field(() => AuditAction)
  action!: AuditAction;

  @Field(() => String, { nullable: true, description: 'RESIDENT, OFFICIAL, PARTNER or SYSTEM.' })
  role!: string | null;

  @Field(() => String, { nullable: true })
  agency!: string | null;

  @Field(() => String, { nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was given.' })
  reason!: string | null;
}
