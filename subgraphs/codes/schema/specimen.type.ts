import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { Color } from './code.enum.ts';

/** A code that stands for nobody. */
@ObjectType('Specimen', {
  description: 'A code that stands for nobody, for training and tests: it never passes.',
})
@Scopes(['account:manage'], ['agreement:manage'])
export class SpecimenType {
  @Field(() => ID, { description: 'Number of the making; specimens are not kept.' })
  id!: string;

  @Field(() => ID, { description: 'Region that it is of: GB/T 2260 code.' })
  region!: string;

  @Field(() => Color, { description: 'The color that it shows; it passes with none.' })
  color!: Color;

  @Field(() => String, { description: 'HCN1 text, the content of the QR code.' })
  text!: string;

  @Field(() => Date, { description: 'Whole seconds.' })
  issuedAt!: Date;

  @Field(() => Date, { description: 'Exclusive: 24 hours later.' })
  expiresAt!: Date;
}

/** Of which region and color a specimen is made. */
@InputType({ description: 'Which specimen to make.' })
export class IssueSpecimenInput {
  @Field(() => ID, { description: OWN_REGION })
  region!: string;

  @Field(() => Color, {
    defaultValue: Color.GREEN,
    description: 'The color that it shows; it passes with none.',
  })
  color!: Color;
}
