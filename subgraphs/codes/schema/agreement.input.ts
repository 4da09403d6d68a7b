import { Field, ID, InputType, Int } from 'type-graphql';
import { DomainError } from '../../kit/domain-error.ts';
import type { Terms } from '../domain/agreement/terms.ts';
import { RecognitionMode } from './agreement.enum.ts';
import { Color } from './code.enum.ts';

/** One line of a color map. */
@InputType()
export class AgreementColorInput {
  @Field(() => String, { description: "A color of the issuer's, capital letters and numbers." })
  issued!: string;

  @Field(() => Color)
  color!: Color;
}

/** A negative test within so many hours, asked of some colors. */
@InputType()
export class AgreementConditionInput {
  @Field(() => ID, { description: 'Capital words and short numbers, such as NEGATIVE-48H.' })
  id!: string;

  @Field(() => Int)
  hours!: number;

  @Field(() => [Color])
  colors!: Color[];
}

/** Terms of an agreement. */
@InputType()
export class AgreementTermsInput {
  @Field(() => ID, { description: 'The region that accepts.' })
  receiver!: string;

  @Field(() => ID, { description: 'The region whose codes are accepted.' })
  issuer!: string;

  @Field(() => RecognitionMode)
  mode!: RecognitionMode;

  @Field(() => [AgreementColorInput], { description: 'Of DIRECT alone.' })
  colorMap!: AgreementColorInput[];

  @Field(() => [AgreementConditionInput], { defaultValue: [] })
  conditions!: AgreementConditionInput[];

  @Field(() => Date, { description: 'A change begins 48 hours after the last approval or later.' })
  validFrom!: Date;

  @Field(() => Date, { description: 'Exclusive; at most a year later.' })
  validTo!: Date;
}

/** Terms that are proposed, and why. */
@InputType()
export class ProposeAgreementInput extends AgreementTermsInput {
  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}

/** Which version somebody acts on, and why. */
@InputType()
export class AgreementReasonInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'At least six characters.' })
  reason!: string;
}

/** Reads terms. @throws {DomainError} BAD_USER_INPUT when a color is mapped twice */
export function readTerms(input: AgreementTermsInput): Terms {
  const { receiver, issuer, mode, colorMap, validFrom, validTo } = input;
  const twice = colorMap.findIndex(
    ({ issued }, at) => colorMap.findIndex((one) => one.issued === issued) < at,
  );
  if (twice >= 0) {
    throw new DomainError('BAD_USER_INPUT', 'This color is mapped already.', {
      fields: [`input.colorMap.${twice}.issued`],
    });
  }
  return {
    ...{ receiver, issuer, mode, validFrom, validTo },
    colorMap: Object.fromEntries(colorMap.map(({ issued, color }) => [issued, color])),
    conditions: input.conditions.map(({ id, hours, colors }) => ({
      ...{ id, kind: 'NOT_DETECTED_WITHIN', hours, colors },
    })),
  };
}
