import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import { TestMethod, TestOutcome } from './record.enum.ts';

/** What is right instead of a result. */
@InputType({ description: 'What is right instead of a result.' })
export class CorrectTestResultInput {
  @Field(() => ID, { description: 'The result that was wrong.' })
  testResultId!: string;

  @Field(() => Date, { nullable: true, description: 'Null: as it was.' })
  sampleCollectedAt?: Date | null;

  @Field(() => TestOutcome, { nullable: true, description: 'Null: as it was.' })
  result?: TestOutcome | null;

  @Field(() => TestMethod, { nullable: true, description: 'Null: as it was.' })
  method?: TestMethod | null;

  @Field(() => String, { nullable: true, description: 'Null: as it was.' })
  laboratory?: string | null;

  @Field(() => String, { description: '6 to 500 characters.' })
  reason!: string;
}

/** A later end of an order. */
@InputType({ description: 'A later end of an isolation order, and why.' })
export class ExtendIsolationInput {
  @Field(() => ID, {
    description:
      'An order in force, in one of your regions; what it cites still stands, and is of the last 28 days.',
  })
  orderId!: string;

  @Field(() => Date, { description: 'Later than the order ends; within 30 days from now.' })
  until!: Date;

  @Field(() => String, { description: '6 to 500 characters.' })
  reason!: string;
}

/** Who was near a case, and when. */
@InputType({ description: 'Who was near a case, and when.' })
export class NoticeContactInput {
  @Field(() => ID, { description: 'The contact.' })
  residentId!: string;

  @Field(() => ID, { description: "The case's detected result." })
  testResultId!: string;

  @Field(() => Date, { description: 'From when the two were in one place.' })
  overlapFrom!: Date;

  @Field(() => Date, {
    description: 'The last contact; over, and at most 14 days after the first.',
  })
  overlapUntil!: Date;
}

/** A notice that does not stand. */
@InputType({ description: 'A contact notice that does not stand.' })
export class WithdrawContactNoticeInput {
  @Field(() => ID, { description: 'One that was not withdrawn, in one of your regions.' })
  noticeId!: string;

  @Field(() => String, { description: '6 to 500 characters.' })
  reason!: string;
}

/** A vaccination to be recorded. */
@InputType({ description: 'A vaccination to be recorded.' })
export class RecordVaccinationInput {
  @Field(() => ID, { description: 'The person.' })
  residentId!: string;

  @Field(() => String, { description: 'Vaccine or prophylaxis. EU DCC: vp.' })
  vaccine!: string;

  @Field(() => String, { description: 'Medicinal product. EU DCC: mp.' })
  product!: string;

  @Field(() => String, { description: 'EU DCC: ma.' })
  manufacturer!: string;

  @Field(() => Int, { description: 'EU DCC: dn.' })
  doseNumber!: number;

  @Field(() => Int, { description: 'EU DCC: sd.' })
  seriesDoses!: number;

  @Field(() => DateScalar, { description: 'EU DCC: dt.' })
  vaccinatedOn!: string;

  @Field(() => String, { description: 'Who gave it.' })
  center!: string;
}

/** That a person was near a case. */
@ObjectType('ContactNotice', {
  description: 'That a person was near a case. Who the case is stands nowhere in it.',
})
@Scopes(['health:read'], ['case:manage'], ['self'])
export class ContactNoticeType {
  @Field(() => ID, { description: 'Id of the notice; an isolation order cites it.' })
  id!: string;

  @Field(() => Date, { description: 'From when the two were in one place.' })
  overlapFrom!: Date;

  @Field(() => Date, {
    description: 'When they were last in one place; what counts days counts from here.',
  })
  lastContactAt!: Date;

  @Field(() => Date, { description: 'When the official gave it.' })
  noticedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null: it stands.' })
  withdrawnAt!: Date | null;
}

/** A page of contact notices. */
export const ContactNoticeConnectionType = connectionType(
  ContactNoticeType,
  'ContactNoticeConnection',
);

/** A vaccination. */
@ObjectType('Vaccination', { description: 'A vaccination, in the terms of the EU DCC schema.' })
@Scopes(['health:read'], ['test:record'], ['self'])
export class VaccinationType {
  @Field(() => ID, { description: 'Number of the vaccination.' })
  id!: string;

  @Field(() => String, { description: 'Vaccine or prophylaxis. EU DCC: vp.' })
  vaccine!: string;

  @Field(() => String, { description: 'Medicinal product. EU DCC: mp.' })
  product!: string;

  @Field(() => String, { description: 'EU DCC: ma.' })
  manufacturer!: string;

  @Field(() => Int, { description: 'EU DCC: dn.' })
  doseNumber!: number;

  @Field(() => Int, { description: 'EU DCC: sd.' })
  seriesDoses!: number;

  @Field(() => DateScalar, { description: 'EU DCC: dt.' })
  vaccinatedOn!: string;

  @Field(() => String, { description: 'Who gave it.' })
  center!: string;
}

/** A page of vaccinations. */
export const VaccinationConnectionType = connectionType(VaccinationType, 'VaccinationConnection');
