import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, Scopes } from '../../kit/graphql/directives.ts';
import { requireRegion } from '../../kit/identity.ts';
import { shownProposal } from '../../kit/proposal/proposal.resolver.ts';
import { ProposalType } from '../../kit/proposal/proposal.type.ts';
import type { CodesContext } from '../context.ts';
import { ProposeKeyWithdrawalInput, SigningKeyType } from './signing-key.type.ts';

/** Signing keys of a region, and their withdrawal by two people. */
@Resolver()
export class SigningKeyResolver {
  @Query(() => [SigningKeyType], { description: 'Signing keys of one of your regions.' })
  @Scopes(['key:withdraw'])
  @AssumedSize(20)
  signingKeys(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Ctx() { reference, identity }: CodesContext,
  ): SigningKeyType[] {
    requireRegion(identity, region);
    const keys = reference().trust?.region(region)?.keys ?? [];
    return keys.map(({ state, ...key }) => ({ ...key, withdrawn: state === 'TERMINATED' }));
  }

  @Mutation(() => ProposalType, {
    description: 'Proposes to withdraw a signing key; somebody of another agency decides.',
  })
  @Scopes(['key:withdraw'])
  @Cost(10)
  async proposeKeyWithdrawal(
    @Arg('input', () => ProposeKeyWithdrawalInput, { description: 'Which key, and why.' })
    input: ProposeKeyWithdrawalInput,
    @Ctx() context: CodesContext,
  ): Promise<ProposalType> {
    const { region, kid, reason } = input;
    const { proposals, identity } = context;
    const made = await proposals.propose('KEY_WITHDRAWAL', region, kid, reason, identity);
    return shownProposal(made, context, 'Codes');
  }
}
