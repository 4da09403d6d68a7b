import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { IN_LANGUAGE } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, Scopes } from '../../kit/graphql/directives.ts';
import { Language } from '../../kit/graphql/language.enum.ts';
import type { CodesContext } from '../context.ts';
import { reasonText, type RecognitionReason } from '../domain/recognition/reason-texts.ts';
import { RecognitionReasonType, RecognitionType, RecognizeCodeInput } from './recognition.type.ts';

/** The main question: does a code pass here, and why? */
@Resolver(() => RecognitionType)
export class RecognitionResolver {
  @Query(() => RecognitionType, { description: 'Verdict on one code. GB/T 38963: verify code.' })
  @Scopes(['code:verify'])
  @Cost(1)
  recognizeCode(
    @Arg('input', () => RecognizeCodeInput, {
      description: 'The code, where it is presented, and what for.',
    })
    input: RecognizeCodeInput,
    @Ctx() { recognizer, identity }: CodesContext,
  ): Promise<RecognitionType> {
    return recognizer.one(input, identity);
  }

  @Query(() => [RecognitionType], {
    description: 'Verdicts on 1 to 1,000 codes, in order; one bad code spoils no other.',
  })
  @Scopes(['code:verify'])
  @AssumedSize(1_000)
  recognizeCodes(
    @Arg('inputs', () => [RecognizeCodeInput], {
      description: '1 to 1,000; another number refuses the whole call.',
    })
    inputs: RecognizeCodeInput[],
    @Ctx() { recognizer, identity }: CodesContext,
  ): Promise<readonly RecognitionType[]> {
    return recognizer.many(inputs, identity);
  }
}

/** Reasons in the language that is asked for. */
@Resolver(() => RecognitionReasonType)
export class RecognitionReasonResolver {
  @FieldResolver(() => String, { description: 'A sentence for people; it says nothing medical.' })
  text(
    @Root() reason: RecognitionReason,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string {
    return reasonText(reason, language);
  }
}
