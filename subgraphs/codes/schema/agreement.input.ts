import { Field, ID, InputType, Int } from 'type-graphql';
import { DomainError } from '../../kit/domain-error.ts';
import type { Terms } from '../domain/agreement/terms.ts';
import { RecognitionMode } from './agreement.enum.ts';
import { Color } from './code.enum.ts';

/** One line of a color map. */
@InputType({ description: 'One line of a color map. A color without a line is looked at by hand.' })
export class AgreementColorInput {
  @Field(() => String, { description: "A color of the issuer's, capital letters and numbers." })
  issued!: string;

  @Field(() => Color, { description: 'What it counts as; no lighter than what was issued.' })
  color!: Color;
}

/** A negative test within so many hours, asked of some colors. */
@InputType({ description: 'A negative test within so many hours, asked of some colors.' })
export class AgreementConditionInput {
  @Field(() => ID, { description: 'Capital words and short numbers, such as NEGATIVE-48H.' })
  id!: string;

  @Field(() => Int, { description: '1 to 336.' })
  hours!: number;

  @Field(() => [Color], {
    description: 'Issued colors that it is asked of: at least one, each once, all in the map.',
  })
  colors!: Color[];
}

/** Terms of an agreement. */
@InputType({ description: "Terms of an agreement: the receiver takes the issuer's codes." })
export class AgreementTermsInput {
  @Field(() => ID, { description: 'The region that accepts.' })
  receiver!: string;

  @Field(() => ID, { description: 'The region whose codes are accepted.' })
  issuer!: string;

  @Field(() => RecognitionMode, { description: "How the issuer's codes are taken." })
  mode!: RecognitionMode;

  @Field(() => [AgreementColorInput], { description: 'Of DIRECT alone.' })
  colorMap!: AgreementColorInput[];

  @Field(() => [AgreementConditionInput], {
    defaultValue: [],
    description: 'What colors must meet besides: at most 8; none in the mode CONVERT.',
  })
  conditions!: AgreementConditionInput[];

  @Field(() => Date, { description: 'A change begins 48 hours after the last approval or later.' })
  validFrom!: Date;

  @Field(() => Date, { description: 'Exclusive; at most a year later.' })
  validTo!: Date;
}

/** Terms that are proposed, and why. */
@InputType({ description: 'Terms that are to be offered, and why.' })
export class ProposeAgreementInput extends AgreementTermsInput {
  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}

/** Which version somebody acts on, and why. */
@InputType({ description: 'Which version of an agreement somebody acts on, and why.' })
export class AgreementReasonInput {
  @Field(() => ID, { description: 'Receiver, issuer and version, such as 510000-330000-2.' })
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
