import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AssumedSize, Scopes } from '../../kit/graphql/directives.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
import { ROW_FAULTS, type RowFault } from '../domain/submission/submitted-row.ts';

/** Whether a row was taken in. */
export const RowStatus = { ACCEPTED: 'ACCEPTED', REFUSED: 'REFUSED' } as const;
export type RowStatus = (typeof RowStatus)[keyof typeof RowStatus];
registerEnumType(RowStatus, {
  name: 'RowStatus',
  description: 'Whether a row was taken in; never whether its person is known.',
  valuesConfig: meanings<keyof typeof RowStatus>({
    ACCEPTED: 'Taken in.',
    REFUSED: 'Not taken in; `field` and `fault` say why.',
  }),
});

/** What can be wrong with a row. */
export const RowFaultEnum = enumOf(ROW_FAULTS);
registerEnumType(RowFaultEnum, {
  name: 'RowFault',
  description: 'What is wrong with a field of a row.',
  valuesConfig: meanings<keyof typeof RowFaultEnum>({
    MISSING: 'It is needed and not there.',
    TERM: 'It is none of the words that may stand there.',
    INSTANT: 'It is no instant of RFC 3339.',
    AGE: 'The sample is older than 60 days, or of the future.',
    TYPE: 'It is no document type.',
    LENGTH: 'It is too long, or of another length than its type has.',
    CHARACTERS: 'It has characters that its type has not.',
    BIRTH_DATE: 'The number has no real day of birth.',
    CHECK_DIGIT: "The number's check character is wrong.",
    CONFLICT: 'An earlier row has another result of the same sample.',
  }),
});

/** One result, by the document of the person. */
@InputType({
  description: 'A result by document. Texts, each checked by itself: a bad row spoils no other.',
})
export class SubmittedTestResultInput {
  @Field(() => String, { description: 'A name of DocumentType, or its WS 364.3 code.' })
  documentType!: string;

  @Field(() => String, { description: 'As it stands in the document.' })
  documentNumber!: string;

  @Field(() => String, { description: 'RFC 3339; of the last 60 days.' })
  sampleCollectedAt!: string;

  @Field(() => String, { description: 'DETECTED or NOT_DETECTED.' })
  result!: string;

  @Field(() => String, {
    nullable: true,
    description: 'NUCLEIC_ACID (when nothing is said) or ANTIGEN.',
  })
  method?: string | null;

  @Field(() => String, { description: 'Name of the laboratory, at most 64 characters.' })
  laboratory!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True: it replaces what was said before of the same sample, but for a correction that was said later.',
  })
  corrects!: boolean;
}

/** Results of people who are named by their documents. */
@InputType({ description: 'Results of people who are named by their documents.' })
export class SubmitTestResultsInput {
  @Field(() => ID, { nullable: true, description: 'Region of the source; null: its own.' })
  region?: string | null;

  @Field(() => [SubmittedTestResultInput], { description: '1 to 500.' })
  results!: SubmittedTestResultInput[];

  @Field(() => Date, {
    nullable: true,
    description:
      'When the source said it, within the last 24 hours; null: now. Of corrections of a sample the one said last stands, in whatever order they come.',
  })
  issuedAt?: Date | null;
}

/** Results that a laboratory signed. */
@InputType({ description: 'Results that a laboratory signed.' })
export class SubmitSignedTestResultsInput {
  @Field(() => String, {
    description:
      'JSON in the form of RFC 8785: {"issuedAt", "laboratory", "region", "results"}; results as in SubmittedTestResultInput, without the laboratory.',
  })
  batch!: string;

  @Field(() => String, {
    description: 'Detached JWS over the batch: `header..signature`; the header has alg and kid.',
  })
  signature!: string;
}

/** What is answered about one row. */
@ObjectType('RowReceipt', { description: 'What is answered about one row of a submission.' })
@Scopes(['test:record'])
export class RowReceiptType {
  @Field(() => Int, { description: 'From 1, in the order of the submission.' })
  line!: number;

  @Field(() => RowStatus, { description: 'Whether it was taken in.' })
  status!: RowStatus;

  @Field(() => String, { nullable: true, description: 'The field that is wrong.' })
  field!: string | null;

  @Field(() => RowFaultEnum, { description: 'What is wrong with that field.', nullable: true })
  fault!: RowFault | null;
}

/** What a source is told of what it submitted. */
@ObjectType('EvidenceReceipt', {
  description:
    'What a source is told of what it submitted. Nobody is told whether a person is known: rows about people who are not wait for them, 14 days.',
})
@Scopes(['test:record'])
export class EvidenceReceiptType {
  @Field(() => ID, { description: 'Number of the submission.' })
  id!: string;

  @Field(() => Date, { description: 'When it was taken in.' })
  submittedAt!: Date;

  @Field(() => Int, { description: 'How many rows were taken in.' })
  accepted!: number;

  @Field(() => [RowReceiptType], { description: 'One a row, in their order.' })
  @AssumedSize(1)
  rows!: readonly RowReceiptType[];
}
