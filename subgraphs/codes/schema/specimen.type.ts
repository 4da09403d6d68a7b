import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { Color } from './code.enum.ts';

/** A code that stands for nobody. */
@ObjectType('Specimen', {
  description: 'A code that stands for nobody, for training and tests: it never passes.',
})
@Scopes(['account:manage'], ['agreement:manage'])
export class SpecimenType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => Color)
  color!: Color;

  @Field(() => String, { description: 'HCN1 text, the content of the QR code.' })
  text!: string;

  @Field(() => Date)
  issuedAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;
}

/** Of which region and color a specimen is made. */
@InputType()
export class IssueSpecimenInput {
  @Field(() => ID)
  region!: string;

  @Field(() => Color, { defaultValue: Color.GREEN })
  color!: Color;
}
