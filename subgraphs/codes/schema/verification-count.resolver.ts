import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { AssumedSize, Cost, Scopes } from '../../kit/graphql/directives.ts';
import { DateTimeScalar } from '../../kit/graphql/scalars.ts';
import type { CodesContext } from '../context.ts';
import type { VerificationTotal } from '../domain/statistics/verification-totals.ts';
import { RecognitionOutcome } from './recognition.enum.ts';

const READERS = [['agreement:manage'], ['statistics:read']];

/** How many verdicts of one kind a region gave. */
@ObjectType('VerificationCount', {
  description: 'How many verdicts of one kind a region gave on the codes of one issuer.',
})
@Scopes(...READERS)
export class VerificationCountType implements VerificationTotal {
  @Field(() => ID, { nullable: true, description: 'Null where no signature said who issued.' })
  issuer!: string | null;

  @Field(() => RecognitionOutcome, { description: 'What the verdicts were.' })
  outcome!: RecognitionOutcome;

  @Field(() => Int, { description: 'Hours with fewer than five of the kind are left out.' })
  count!: number;
}

/** What verifications leave: numbers. */
@Resolver()
export class VerificationCountResolver {
  @Query(() => [VerificationCountType], {
    description:
      'How many verdicts a region gave since an instant of the last 92 days, by issuer and outcome. Verification leaves nothing else.',
  })
  @Scopes(...READERS)
  @Cost(10)
  @AssumedSize(100)
  verificationCounts(
    @Arg('region', () => ID, { description: 'Region that gave the verdicts; within your grants.' })
    region: string,
    @Arg('since', () => DateTimeScalar, {
      description: 'Within the last 92 days; an hour that began earlier is left out.',
    })
    since: Date,
    @Ctx() { verifications, identity }: CodesContext,
  ): Promise<readonly VerificationTotal[]> {
    return verifications(region, since, identity);
  }
}
