import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { meanings } from '../graphql/enum-of.ts';
import { connectionType } from '../graphql/connection.type.ts';
import { AllowedActionType } from '../graphql/allowed-action.type.ts';
import type { DryRunCount, ProposalActor } from './proposal.ts';

/** Where a proposal stands. */
export const ProposalState = {
  WAITING: 'WAITING',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  TAKEN_BACK: 'TAKEN_BACK',
  EXPIRED: 'EXPIRED',
} as const;
export type ProposalState = (typeof ProposalState)[keyof typeof ProposalState];

registerEnumType(ProposalState, {
  name: 'ProposalState',
  description: 'Where a proposal stands.',
  valuesConfig: meanings<keyof typeof ProposalState>({
    WAITING: 'Waits for a second person.',
    APPROVED: 'A second person agreed, and it was done.',
    REFUSED: 'A second person did not agree.',
    TAKEN_BACK: 'Who proposed it took it back.',
    EXPIRED: 'Nobody decided in time.',
  }),
});

/** What an approval would do, counted beforehand. */
@ObjectType('DryRunCount', { description: 'What an approval would do, counted beforehand.' })
@Directive('@shareable')
export class DryRunCountType implements DryRunCount {
  @Field(() => String, {
    description:
      'In lower camel case, such as `areasLifted`; which ones there are depends on the kind.',
  })
  name!: string;

  @Field(() => Int, { description: 'How many, when it was proposed.' })
  count!: number;
}

/** Who did something to a proposal. */
@ObjectType('ProposalActor', { description: 'Who did something to a proposal.' })
@Directive('@shareable')
export class ProposalActorType implements ProposalActor {
  @Field(() => ID, { description: 'Account.' })
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description: "Id of the account's agency; null when it has none.",
  })
  agency!: string | null;
}

/** Something that one person wants done and another has to agree to. */
@ObjectType('Proposal', {
  description: 'Something that one person wants done and another has to agree to.',
})
@Directive('@shareable')
export class ProposalType {
  @Field(() => ID, {
    description: 'Id of the proposal; who approves, refuses or takes back names it.',
  })
  id!: string;

  @Field(() => ID, {
    description: 'Region that it is about: only people of it decide. 000000 for bulletins.',
  })
  region!: string;

  @Field(() => String, { description: 'What is proposed, such as KEY_WITHDRAWAL.' })
  kind!: string;

  @Field(() => String, { description: 'What it is about; never a person.' })
  about!: string;

  @Field(() => String, { description: 'Why, as the proposer gave it.' })
  reason!: string;

  @Field(() => [DryRunCountType], { description: 'What an approval would do.' })
  dryRun!: readonly DryRunCountType[];

  @Field(() => ProposalActorType, { description: 'Who wants it.' })
  proposedBy!: ProposalActorType;

  @Field(() => Date, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => Date, { description: 'From then on nobody can approve it.' })
  expiresAt!: Date;

  @Field(() => ProposalState, { description: 'Where it stands now.' })
  state!: ProposalState;

  @Field(() => ProposalActorType, {
    nullable: true,
    description: 'Who approved, refused or took it back; null while nobody has.',
  })
  decidedBy!: ProposalActorType | null;

  @Field(() => Date, { nullable: true, description: 'When that was; null while nobody has.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused; null otherwise.' })
  decideReason!: string | null;

  @Field(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  allowedActions!: readonly AllowedActionType[];
}

/** A page of proposals. */
export const ProposalConnectionType = connectionType(ProposalType, 'ProposalConnection', true);

/** Which proposal is refused, and why. */
@InputType({ description: 'Which proposal is refused, and why.' })
export class RefuseProposalInput {
  @Field(() => ID, { description: 'Id of a proposal that waits; not one of your own.' })
  id!: string;

  @Field(() => String, { description: 'At least six characters.' })
  reason!: string;
}
