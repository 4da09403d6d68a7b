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
@InputType()
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
  @Field(() => ID)
  ruleId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ConditionOutcome)
  outcome!: ConditionOutcome;
}

/** Enough to see that holder and code belong together. */
@ObjectType('HolderHint', { description: 'From the token. Enough to compare with a document.' })
export class HolderHintType {
  @Field(() => String)
  maskedName!: string;

  @Field(() => String, { description: 'MMDD.' })
  birthMonthDay!: string;
}

/** What a verdict stands on. */
@ObjectType('RecognitionBasis', { description: 'What the verdict stands on.' })
export class RecognitionBasisType {
  @Field(() => BasisMode)
  mode!: BasisMode;

  @Field(() => Int)
  trustListVersion!: number;

  @Field(() => Int, { nullable: true, description: "Version of the receiver's policy." })
  policyVersion!: number | null;

  @Field(() => Int, { nullable: true })
  agreementVersion!: number | null;

  @Field(() => Date, { nullable: true, description: 'When the status was true.' })
  statusAsOf!: Date | null;
}

/** The receiving region's verdict on a code. */
@ObjectType('Recognition', { description: "The receiving region's verdict on a code." })
export class RecognitionType {
  @Field(() => Boolean, { description: 'True only for RECOGNIZED, GREEN, not a specimen.' })
  pass!: boolean;

  @Field(() => RecognitionOutcome)
  outcome!: RecognitionOutcome;

  @Field(() => TokenStatus)
  tokenStatus!: TokenStatus;

  @Field(() => RegionType, { nullable: true })
  issuer!: RegionType | null;

  @Field(() => RegionType, { description: 'Nearest region at or above the place given.' })
  presentedIn!: RegionType;

  @Field(() => Color, { nullable: true, description: 'Null without an agreement.' })
  issuedColor!: Color | null;

  @Field(() => Color, { nullable: true, description: 'As the agreement maps it; null without.' })
  color!: Color | null;

  @Field(() => [RecognitionReasonType])
  reasons!: readonly RecognitionReasonType[];

  @Field(() => HolderHintType, { nullable: true, description: 'Null without an agreement.' })
  holder!: HolderHintType | null;

  @Field(() => Date, { nullable: true, description: 'Ask again from then on.' })
  validUntil!: Date | null;

  @Field(() => RecognitionBasisType)
  basis!: RecognitionBasisType;

  @Field(() => Boolean)
  paper!: boolean;

  @Field(() => Boolean)
  specimen!: boolean;

  @Field(() => String, { description: 'Signed proof of this verdict; keep it if you need one.' })
  receipt!: string;
}
