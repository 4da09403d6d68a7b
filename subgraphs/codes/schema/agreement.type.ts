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

  @Field(() => Color)
  color!: Color;
}

/** What a color must meet besides. */
@ObjectType('AgreementCondition', {
  description: 'What an issued color must meet besides: a negative test within so many hours.',
})
export class AgreementConditionType implements Pick<AgreementCondition, 'id' | 'hours' | 'colors'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'NOT_DETECTED_WITHIN.' })
  kind!: AgreementCondition['kind'];

  @Field(() => Int)
  hours!: number;

  @Field(() => [Color])
  colors!: readonly Color[];
}

/** A version of an agreement. */
@ObjectType('Agreement', {
  description: "One way: the receiver accepts the issuer's codes. Terms of a version never change.",
})
@Scopes(...AGREEMENT_READERS)
export class AgreementType {
  @Field(() => ID)
  id!: string;

  receiver!: string;

  issuer!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => AgreementState)
  state!: ShownAgreement['state'];

  @Field(() => RecognitionMode)
  mode!: Agreement['mode'];

  colorMap!: Agreement['colorMap'];

  @Field(() => [AgreementConditionType])
  conditions!: readonly AgreementCondition[];

  @Field(() => Date)
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
  @Field(() => ID)
  id!: string;

  receiver!: string;

  issuer!: string;

  @Field(() => RecognitionMode)
  mode!: Agreement['mode'];

  colorMap!: AgreementDraft['colorMap'];

  @Field(() => [AgreementConditionType])
  conditions!: readonly AgreementCondition[];

  @Field(() => Date)
  validFrom!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  validTo!: Date;

  @Field(() => Date)
  createdAt!: Date;
}
