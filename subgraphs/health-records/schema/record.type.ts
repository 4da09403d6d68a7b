import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import {
  DeclarationState,
  IsolationPlace,
  SymptomTerm,
  TestMethod,
  TestOutcome,
} from './record.enum.ts';

/** A resident, known here by key only. */
@ObjectType('Resident')
@Directive('@key(fields: "id")')
export class ResidentReference {
  @Field(() => ID)
  id!: string;
}

/** A declaration of health. */
@ObjectType('Declaration', { description: 'A declaration of health, reviewed before it counts.' })
@Directive('@key(fields: "id")')
@Scopes(['health:read'], ['declaration:review'], ['declaration:write'], ['self'])
export class DeclarationType {
  @Field(() => ID, { description: 'Id of the declaration.' })
  id!: string;

  @Field(() => [SymptomTerm], { description: 'Each once, by name; empty: none.' })
  symptoms!: readonly SymptomTerm[];

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius.' })
  temperature!: number | null;

  @Field(() => Boolean, { description: 'Whether the person says that they were near a case.' })
  contactWithCase!: boolean;

  @Field(() => Boolean, { description: 'Said to an official at a desk, who wrote it down.' })
  atDesk!: boolean;

  @Field(() => Date, { description: 'When it was received; as evidence it counts from here.' })
  declaredAt!: Date;

  @Field(() => Date, { description: 'Until when a review is promised.' })
  dueAt!: Date;

  @Field(() => DeclarationState, { description: 'Where it stands.' })
  state!: DeclarationState;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was decided; null while it is PENDING.',
  })
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the reviewer gave as reason.' })
  reviewReason!: string | null;

  residentId!: string;
}

/** A page of declarations. */
export const DeclarationConnectionType = connectionType(DeclarationType, 'DeclarationConnection');

/** A daily check-in. */
@ObjectType('CheckIn', { description: 'A daily check-in.' })
@Scopes(['health:read'], ['declaration:write'], ['self'])
export class CheckInType {
  @Field(() => ID, { description: 'Id of the check-in.' })
  id!: string;

  @Field(() => Date, { description: 'When it was received.' })
  at!: Date;

  @Field(() => DateScalar, { description: 'The day of `at`; there is one check-in a day.' })
  day!: string;

  @Field(() => [SymptomTerm], { description: 'Each once, by name; empty: none.' })
  symptoms!: readonly SymptomTerm[];

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius.' })
  temperature!: number | null;
}

/** A page of check-ins. */
export const CheckInConnectionType = connectionType(CheckInType, 'CheckInConnection');

/** A test result. */
@ObjectType('TestResult', { description: 'A test result of an accredited laboratory.' })
@Scopes(['health:read'], ['test:record'], ['self'])
export class TestResultType {
  @Field(() => ID, { description: 'Number of the result.' })
  id!: string;

  @Field(() => Date, { description: 'When the sample was taken.' })
  sampleCollectedAt!: Date;

  @Field(() => TestOutcome, { description: 'What was found.' })
  result!: TestOutcome;

  @Field(() => TestMethod, { description: 'How it was tested.' })
  method!: TestMethod;

  @Field(() => String, { description: 'Name of the laboratory.' })
  laboratory!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Region whose source submitted it by document; null: recorded here.',
  })
  sourceRegion!: string | null;

  @Field(() => ID, {
    name: 'supersedes',
    simple: false,
    nullable: true,
    description: 'The result it corrects.',
  })
  supersedesId!: string | null;

  @Field(() => ID, {
    name: 'supersededBy',
    simple: false,
    nullable: true,
    description: 'The result that corrects it; null: it counts.',
  })
  correctedById!: string | null;
}

/** A page of test results. */
export const TestResultConnectionType = connectionType(TestResultType, 'TestResultConnection');

/** An order to isolate. */
@ObjectType('IsolationOrder', { description: 'An order to isolate, with its end.' })
@Scopes(['health:read'], ['case:manage'], ['self'])
export class IsolationOrderType {
  @Field(() => ID, { description: 'Id of the order.' })
  id!: string;

  @Field(() => IsolationPlace, { description: 'Where the person isolates.' })
  place!: IsolationPlace;

  @Field(() => Date, { description: 'From when.' })
  from!: Date;

  @Field(() => Date, { description: 'Exclusive. An extension moves it; a release does not.' })
  until!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was ended before its time; null: it was not.',
  })
  releasedAt!: Date | null;
}

/** A page of orders. */
export const IsolationOrderConnectionType = connectionType(
  IsolationOrderType,
  'IsolationOrderConnection',
);
