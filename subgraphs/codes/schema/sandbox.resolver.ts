import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { CodesContext } from '../context.ts';
import { RecognitionType } from './recognition.type.ts';
import {
  IssueSandboxCodesInput,
  RecognizeSpecimenInput,
  SandboxCodesType,
} from './sandbox.type.ts';

/** Where partners try everything out, with codes of nobody. */
@Resolver()
export class SandboxResolver {
  @Mutation(() => SandboxCodesType, {
    description: 'Makes specimens for a partner to try: one for each verdict there is.',
  })
  @Scopes(['sandbox:verify'])
  @Cost(20)
  issueSandboxCodes(
    @Arg('input', () => IssueSandboxCodesInput, { description: 'Of which region.' })
    { region }: IssueSandboxCodesInput,
    @Ctx() { sandbox, identity }: CodesContext,
  ): Promise<SandboxCodesType> {
    return sandbox.issue(region, identity);
  }

  @Query(() => RecognitionType, {
    description:
      'Verdict on a specimen as on a code of a person, at an instant of your choice; it never passes, has no receipt, and no other code is judged.',
  })
  @Scopes(['sandbox:verify'])
  @Cost(1)
  recognizeSpecimen(
    @Arg('input', () => RecognizeSpecimenInput, {
      description: 'The specimen, where, what for, and when.',
    })
    input: RecognizeSpecimenInput,
    @Ctx() { sandbox, identity }: CodesContext,
  ): Promise<RecognitionType> {
    return sandbox.recognize({ ...input, at: input.at ?? null }, identity);
  }
}
