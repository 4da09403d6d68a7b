import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
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
  description: 'Where a proposal stands; one that nobody decided in time is EXPIRED.',
});

/** What an approval would do, counted beforehand. */
@ObjectType('DryRunCount', { description: 'What an approval would do, counted beforehand.' })
@Directive('@shareable')
export class DryRunCountType implements DryRunCount {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  count!: number;
}

/** Who did something to a proposal. */
@ObjectType('ProposalActor', { description: 'Who did something to a proposal.' })
@Directive('@shareable')
export class ProposalActorType implements ProposalActor {
  @Field(() => ID, { description: 'Account.' })
  subject!: string;

  @Field(() => String, { nullable: true })
  agency!: string | null;
}

/** Something that one person wants done and another has to agree to. */
@ObjectType('Proposal', {
  description: 'Something that one person wants done and another has to agree to.',
})
@Directive('@shareable')
export class ProposalType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => String, { description: 'What is proposed, such as KEY_WITHDRAWAL.' })
  kind!: string;

  @Field(() => String, { description: 'What it is about; never a person.' })
  about!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => [DryRunCountType], { description: 'What an approval would do.' })
  dryRun!: readonly DryRunCountType[];

  @Field(() => ProposalActorType)
  proposedBy!: ProposalActorType;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => Date, { description: 'From then on nobody can approve it.' })
  expiresAt!: Date;

  @Field(() => ProposalState)
  state!: ProposalState;

  @Field(() => ProposalActorType, { nullable: true })
  decidedBy!: ProposalActorType | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  decideReason!: string | null;

  @Field(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  allowedActions!: readonly AllowedActionType[];
}

/** A page of proposals. */
export const ProposalConnectionType = connectionType(ProposalType, 'ProposalConnection', true);

/** Which proposal is refused, and why. */
@InputType()
export class RefuseProposalInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'At least six characters.' })
  reason!: string;
}
