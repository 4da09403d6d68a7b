import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Color } from './code.enum.ts';
import {
  BasisMode,
  ConditionOutcome,
  Purpose,
  RecognitionOutcome,
  TokenStatus,
} from './recognition.enum.ts';
import { RegionType } from './region.type.ts';

/** A code to be recognized. */
@InputType({ description: 'A code as it is presented.' })
export class RecognizeCodeInput {
  @Field(() => String, { description: 'Text as scanned.' })
  text!: string;

  @Field(() => ID, { description: 'Where it is presented: a division, GB/T 2260.' })
  region!: string;

  @Field(() => Purpose, { description: 'One that is granted to the client.' })
  purpose!: Purpose;
}

/** One reason of a verdict: generic, never the medical ground. */
@ObjectType('RecognitionReason', {
  description: 'Generic: never the medical ground of a color.',
})
export class RecognitionReasonType {
  @Field(() => ID, { description: 'A rule of recognition, or a condition of the agreement.' })
  ruleId!: string;

  @Field(() => Int, { description: 'Version of that rule.' })
  version!: number;

  @Field(() => ConditionOutcome, { description: 'How it came out.' })
  outcome!: ConditionOutcome;
}

/** Enough to see that holder and code belong together. */
@ObjectType('HolderHint', { description: 'From the token. Enough to compare with a document.' })
export class HolderHintType {
  @Field(() => String, { description: 'Name with all but a little hidden.' })
  maskedName!: string;

  @Field(() => String, { description: 'MMDD.' })
  birthMonthDay!: string;
}

/** What a verdict stands on. */
@ObjectType('RecognitionBasis', { description: 'What the verdict stands on.' })
export class RecognitionBasisType {
  @Field(() => BasisMode, { description: 'Where the status came from.' })
  mode!: BasisMode;

  @Field(() => Int, { description: 'Trust list that keys were looked up in.' })
  trustListVersion!: number;

  @Field(() => Int, { nullable: true, description: "Version of the receiver's policy." })
  policyVersion!: number | null;

  @Field(() => Int, { description: 'Version of the agreement of the two regions.', nullable: true })
  agreementVersion!: number | null;

  @Field(() => Date, { nullable: true, description: 'When the status was true.' })
  statusAsOf!: Date | null;
}

/** The receiving region's verdict on a code. */
@ObjectType('Recognition', { description: "The receiving region's verdict on a code." })
export class RecognitionType {
  @Field(() => Boolean, { description: 'True only for RECOGNIZED, GREEN, not a specimen.' })
  pass!: boolean;

  @Field(() => RecognitionOutcome, { description: 'The verdict.' })
  outcome!: RecognitionOutcome;

  @Field(() => TokenStatus, { description: 'What the checks of the text found.' })
  tokenStatus!: TokenStatus;

  @Field(() => RegionType, {
    description: 'Region that issued the code; null when no signature says so.',
    nullable: true,
  })
  issuer!: RegionType | null;

  @Field(() => RegionType, { description: 'Nearest region at or above the place given.' })
  presentedIn!: RegionType;

  @Field(() => Color, { nullable: true, description: 'Null without an agreement.' })
  issuedColor!: Color | null;

  @Field(() => Color, { nullable: true, description: 'As the agreement maps it; null without.' })
  color!: Color | null;

  @Field(() => [RecognitionReasonType], { description: 'Why, the worst first.' })
  reasons!: readonly RecognitionReasonType[];

  @Field(() => HolderHintType, { nullable: true, description: 'Null without an agreement.' })
  holder!: HolderHintType | null;

  @Field(() => Date, { nullable: true, description: 'Ask again from then on.' })
  validUntil!: Date | null;

  @Field(() => RecognitionBasisType, { description: 'What it stands on.' })
  basis!: RecognitionBasisType;

  @Field(() => Boolean, { description: 'Whether it is a code on paper.' })
  paper!: boolean;

  @Field(() => Boolean, { description: 'Whether it stands for nobody: for training and tests.' })
  specimen!: boolean;

  @Field(() => String, { description: 'Signed proof of this verdict; keep it if you need one.' })
  receipt!: string;
}
