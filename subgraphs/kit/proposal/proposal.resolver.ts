import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../graphql/arguments.ts';
import { allowedActions } from '../allowed-action.ts';
import { Cost, ListSizeByFirst, Scopes } from '../graphql/directives.ts';
import type { IdentityContext } from '../graphql/enforce-scopes.ts';
import type { Identity } from '../identity.ts';
import { pageOf, shownConnection, type Connection } from '../page.ts';
import type { proposalUseCases } from './decide.ts';
import {
  againstApproving,
  againstRefusing,
  againstTakingBack,
  stateAt,
  type Proposal,
} from './proposal.ts';
import {
  ProposalConnectionType,
  ProposalState,
  ProposalType,
  RefuseProposalInput,
} from './proposal.type.ts';

/** What the resolver of proposals reaches. */
export interface ProposalContext extends IdentityContext {
  readonly proposals: ReturnType<typeof proposalUseCases>;
}

function capital(prefix: string): string {
  return `${prefix.charAt(0).toUpperCase()}${prefix.slice(1)}`;
}

/** A proposal as whoever asks sees it: its state by now, and what may be done with it. */
export function shownProposal(
  proposal: Proposal,
  { proposals, identity }: ProposalContext,
  named: string,
): ProposalType {
  const kind = proposals.kindOf(proposal.kind);
  const now = new Date();
  const state = stateAt(proposal, now);
  const of = (check: typeof againstApproving) => () => check(proposal, kind, identity, now);
  return {
    ...{ ...proposal, state },
    allowedActions: allowedActions({
      [`approve${named}Proposal`]: of(againstApproving),
      [`refuse${named}Proposal`]: of(againstRefusing),
      [`takeBack${named}Proposal`]: of(againstTakingBack),
    }),
  };
}

/** A proposal found again, for an Idempotency-Key. */
export async function proposalAgain(
  id: string,
  context: ProposalContext,
  prefix: string,
): Promise<ProposalType | null> {
  const proposal = await context.proposals.find(id);
  return proposal && shownProposal(proposal, context, capital(prefix));
}

/**
 * Makes the operations on one subgraph's proposals: `codesProposals`, `approveCodesProposal`, …
 * `rights` are those under which its kinds are decided.
 */
export function proposalResolver(prefix: string, rights: readonly string[]) {
  const named = capital(prefix);
  const deciders = rights.map((right) => [right]);

  @Resolver()
  class ProposalResolver {
    @Query(() => ProposalConnectionType, {
      name: `${prefix}Proposals`,
      description: 'Proposals that wait for a second person, or were decided; newest first.',
    })
    @Scopes(['approval:read'], ...deciders)
    @ListSizeByFirst()
    async proposals(
      @Arg('state', () => ProposalState, { nullable: true, description: 'Null: every state.' })
      state: ProposalState | null,
      @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
      @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
      @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
      @Ctx() context: ProposalContext,
    ): Promise<Connection<ProposalType>> {
      const page = pageOf(first, after);
      const filter = { state: state ?? null, region: region ?? null };
      return shownConnection(
        await context.proposals.list(filter, page),
        page,
        ({ proposedAt, id }) => [proposedAt.toISOString(), id],
        (one) => shownProposal(one, context, named),
      );
    }

    @Mutation(() => ProposalType, {
      name: `approve${named}Proposal`,
      description: 'Agrees to what another person proposed; it is done at once.',
    })
    @Scopes(...deciders)
    @Cost(10)
    async approve(
      @Arg('id', () => ID, { description: 'A proposal that waits, of somebody else.' }) id: string,
      @Ctx() context: ProposalContext,
    ): Promise<ProposalType> {
      return this.shown((by) => context.proposals.approve(id, by), context);
    }

    @Mutation(() => ProposalType, {
      name: `refuse${named}Proposal`,
      description: 'Does not agree to what another person proposed.',
    })
    @Scopes(...deciders)
    @Cost(10)
    async refuse(
      @Arg('input', () => RefuseProposalInput, { description: 'Which proposal, and why.' })
      { id, reason }: RefuseProposalInput,
      @Ctx() context: ProposalContext,
    ): Promise<ProposalType> {
      return this.shown((by) => context.proposals.refuse(id, reason, by), context);
    }

    @Mutation(() => ProposalType, {
      name: `takeBack${named}Proposal`,
      description: 'Takes back what one proposed oneself.',
    })
    @Scopes(...deciders)
    @Cost(10)
    async takeBack(
      @Arg('id', () => ID, { description: 'A proposal of your own that waits.' }) id: string,
      @Ctx() context: ProposalContext,
    ): Promise<ProposalType> {
      return this.shown((by) => context.proposals.takeBack(id, by), context);
    }

    private async shown(
      decide: (by: Identity) => Promise<Proposal>,
      context: ProposalContext,
    ): Promise<ProposalType> {
      return shownProposal(await decide(context.identity), context, named);
    }
  }
  return ProposalResolver;
}
