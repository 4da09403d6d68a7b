import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { ShownAgreement } from '../domain/agreement/agreements.ts';
import type { AgreementDraft } from '../domain/agreement/terms.ts';
import type { Agreement, AgreementCondition } from '../domain/recognition/agreement.ts';
import type { SignedBy } from '../domain/recognition/signed-agreement.ts';
import { AgreementState, RecognitionMode } from './agreement.enum.ts';
import { Color } from './code.enum.ts';

/** Who reads agreements. */
export const AGREEMENT_READERS = [['agreement:manage'], ['approval:read']];

/** One line of a color map. */
@ObjectType('AgreementColor', { description: 'What an issued color counts as.' })
export class AgreementColorType {
  @Field(() => String, { description: "A color of the issuer's, which may be none of our three." })
  issued!: string;

  @Field(() => Color, {
    description: 'What it counts as with the receiver; never lighter than what was issued.',
  })
  color!: Color;
}

/** What a color must meet besides. */
@ObjectType('AgreementCondition', {
  description: 'What an issued color must meet besides: a negative test within so many hours.',
})
export class AgreementConditionType implements Pick<AgreementCondition, 'id' | 'hours' | 'colors'> {
  @Field(() => ID, {
    description: 'Name within the agreement, such as NEGATIVE-48H; verdicts cite it as `ruleId`.',
  })
  id!: string;

  @Field(() => String, { description: 'NOT_DETECTED_WITHIN.' })
  kind!: AgreementCondition['kind'];

  @Field(() => Int, { description: 'The sample was taken within so many hours; 1 to 336.' })
  hours!: number;

  @Field(() => [Color], { description: 'Issued colors that it is asked of.' })
  colors!: readonly Color[];
}

/** A version of an agreement. */
@ObjectType('Agreement', {
  description: "One way: the receiver accepts the issuer's codes. Terms of a version never change.",
})
@Scopes(...AGREEMENT_READERS)
export class AgreementType {
  @Field(() => ID, { description: 'Receiver, issuer and version, such as 510000-330000-2.' })
  id!: string;

  receiver!: string;

  issuer!: string;

  @Field(() => Int, {
    description: 'Counts from 1 within the pair; recognition goes by the newest that has begun.',
  })
  version!: number;

  @Field(() => AgreementState, {
    description: 'Where the version stands now, among those of its pair.',
  })
  state!: ShownAgreement['state'];

  @Field(() => RecognitionMode, { description: "How the issuer's codes are taken." })
  mode!: Agreement['mode'];

  colorMap!: Agreement['colorMap'];

  @Field(() => [AgreementConditionType], {
    description: 'What colors must meet besides; none in the mode CONVERT.',
  })
  conditions!: readonly AgreementCondition[];

  @Field(() => Date, { description: 'It counts from then on, once both sides have signed.' })
  validFrom!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  validTo!: Date;

  signedBy!: SignedBy;

  @Field(() => Date, { nullable: true, description: 'Withdrawn, or as an offer refused.' })
  withdrawnAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The side that withdrew or refused it.' })
  withdrawnBy!: string | null;

  @Field(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  allowedActions!: readonly AllowedActionType[];
}

/** A page of agreements. */
export const AgreementConnectionType = connectionType(AgreementType, 'AgreementConnection');

/** Terms as they were proposed: what a proposal of the kind AGREEMENT is about. */
@ObjectType('AgreementDraft', { description: 'Terms as they were proposed; they never change.' })
@Scopes(...AGREEMENT_READERS)
export class AgreementDraftType {
  @Field(() => ID, { description: 'What the proposal names as `about`.' })
  id!: string;

  receiver!: string;

  issuer!: string;

  @Field(() => RecognitionMode, { description: "How the issuer's codes would be taken." })
  mode!: Agreement['mode'];

  colorMap!: AgreementDraft['colorMap'];

  @Field(() => [AgreementConditionType], {
    description: 'What colors would have to meet besides; none in the mode CONVERT.',
  })
  conditions!: readonly AgreementCondition[];

  @Field(() => Date, {
    description:
      'Whole seconds. When it has passed, and nothing of the pair is in force, it begins once both have signed.',
  })
  validFrom!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  validTo!: Date;

  @Field(() => Date, { description: 'When the terms were proposed.' })
  createdAt!: Date;
}
