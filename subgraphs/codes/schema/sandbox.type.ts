import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AssumedSize, Scopes } from '../../kit/graphql/directives.ts';
import { Color } from './code.enum.ts';
import { Purpose, RecognitionOutcome, TokenStatus } from './recognition.enum.ts';

/** A code to try. */
@ObjectType('SandboxCode', { description: 'A code to try, and the verdict to expect of it.' })
@Scopes(['sandbox:verify'])
export class SandboxCodeType {
  @Field(() => String, { description: 'What it is a case of.' })
  name!: string;

  @Field(() => String, { description: 'Give it to recognizeSpecimen.' })
  text!: string;

  @Field(() => ID, { description: 'Where to present it.' })
  presentIn!: string;

  @Field(() => Date, { nullable: true, description: 'The instant to ask about; null: now.' })
  at!: Date | null;

  @Field(() => RecognitionOutcome, { description: 'The verdict to expect.' })
  outcome!: RecognitionOutcome;

  @Field(() => TokenStatus, { description: 'What the checks of the text will find.' })
  tokenStatus!: TokenStatus;

  @Field(() => Color, { nullable: true, description: 'The color to expect; null: none.' })
  color!: Color | null;
}

/** Codes of one making. */
@ObjectType('SandboxCodes', { description: 'Codes to try, one for each verdict.' })
@Scopes(['sandbox:verify'])
export class SandboxCodesType {
  @Field(() => ID, { description: 'Number of the making.' })
  id!: string;

  @Field(() => ID, { description: 'Region that they are of.' })
  region!: string;

  @Field(() => [SandboxCodeType], { description: 'A case each.' })
  @AssumedSize(20)
  codes!: readonly SandboxCodeType[];
}

/** A specimen as it is presented. */
@InputType({ description: 'A specimen as it is presented.' })
export class RecognizeSpecimenInput {
  @Field(() => String, { description: 'Text of a specimen, or of no code at all.' })
  text!: string;

  @Field(() => ID, { description: 'Where it is presented: a division, GB/T 2260.' })
  region!: string;

  @Field(() => Purpose, { description: 'One that is granted to the client.' })
  purpose!: Purpose;

  @Field(() => Date, { nullable: true, description: 'As if it were this instant; null: now.' })
  at?: Date | null;
}

/** Of which region codes are made. */
@InputType({ description: 'Of which region codes are made.' })
export class IssueSandboxCodesInput {
  @Field(() => ID, { description: 'One that issues codes.' })
  region!: string;
}
