import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType } from 'type-graphql';
import { Resolver, Root } from 'type-graphql';
import { DomainError } from '../../kit/domain-error.ts';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { HealthRecordsContext } from '../context.ts';
import { ResidentReference } from './record.type.ts';

/** Whose record is opened, and why. */
@InputType({ description: 'Whose record is opened, and why.' })
export class OpenHealthRecordInput {
  @Field(() => ID, { description: 'Somebody registered in one of your regions.' })
  residentId!: string;

  @Field(() => String, { description: 'At least six characters; the resident reads it.' })
  reason!: string;
}

/** A health record that is open for who asks. */
@ObjectType('OpenedHealthRecord', { description: 'A health record that is open for who asks.' })
@Scopes(['health:read'])
export class OpenedHealthRecordType {
  @Field(() => ID, { description: 'Id of the resident.' })
  id!: string;

  @Field(() => ResidentReference, { description: 'Whose record it is.' })
  resident!: ResidentReference;

  @Field(() => Date, { nullable: true, description: 'Null once it has closed again.' })
  until!: Date | null;
}

/**
 * Refuses an official who has not opened a record, unless the person waits in the official's
 * queue. Residents read their own.
 * @throws {DomainError} FORBIDDEN
 */
export async function requireOpenRecord(
  residentId: string,
  { identity, recordOpenUntil, recordInQueue }: HealthRecordsContext,
): Promise<void> {
  if (identity.kind !== 'OFFICIAL') return;
  if ((await recordOpenUntil.load(residentId)) !== null) return;
  if (await recordInQueue.load(residentId)) return;
  throw new DomainError('FORBIDDEN', 'Open this health record first, with a reason.');
}

/** Opening of health records. */
@Resolver(() => ResidentReference)
export class OpenedRecordResolver {
  @Mutation(() => OpenedHealthRecordType, {
    description: 'Opens a health record for half an hour; logged, and the resident sees it.',
  })
  @Scopes(['health:read'])
  @Cost(10)
  async openHealthRecord(
    @Arg('input', () => OpenHealthRecordInput, { description: 'Whose record, and why.' })
    { residentId, reason }: OpenHealthRecordInput,
    @Ctx() { openedRecords, identity }: HealthRecordsContext,
  ): Promise<OpenedHealthRecordType> {
    const { until } = await openedRecords.open(residentId, reason, identity);
    return { id: residentId, resident: { id: residentId }, until };
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'Until when you have opened the health record; null when you have not.',
  })
  @Scopes(['health:read'])
  healthRecordOpenUntil(
    @Root() { id }: ResidentReference,
    @Ctx() { recordOpenUntil }: HealthRecordsContext,
  ): Promise<Date | null> {
    return recordOpenUntil.load(id);
  }
}
