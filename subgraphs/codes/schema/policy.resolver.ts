import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, IN_LANGUAGE, OWN_REGION } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { Language } from '../../kit/graphql/language.enum.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import { shownProposal } from '../../kit/proposal/proposal.resolver.ts';
import { ProposalType } from '../../kit/proposal/proposal.type.ts';
import type { CodesContext } from '../context.ts';
import { NATIONAL_EDITIONS, rulesOf } from '../domain/policy/national/editions.ts';
import { PolicyInput, ProposePolicyInput, WithdrawPolicyInput } from './policy.input.ts';
import { readPolicy } from './policy.shape.ts';
import {
  NationalPolicyType,
  POLICY_READERS,
  PolicyConnectionType,
  PolicyDraftType,
  PolicyFaultType,
  PolicyRuleType,
  PolicyType,
} from './policy.type.ts';

/** Policies: their versions, and what is proposed. */
@Resolver()
export class PolicyResolver {
  @Query(() => PolicyConnectionType, {
    description: "Versions of a region's rules, newest first; withdrawn ones too.",
  })
  @Scopes(...POLICY_READERS)
  @ListSizeByFirst()
  async policies(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('first', () => Int, { defaultValue: 10, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { policies, identity }: CodesContext,
  ): Promise<Connection<PolicyType>> {
    const page = pageOf(first, after);
    const rows = await policies.list(region, page, identity);
    return connectionOf(rows, page, ({ version }) => [String(version)]);
  }

  @Query(() => PolicyType, { nullable: true, description: "One version of a region's rules." })
  @Scopes(...POLICY_READERS)
  policy(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('version', () => Int, { description: 'Counts from 1 within the region.' }) version: number,
    @Ctx() { policies, identity }: CodesContext,
  ): Promise<PolicyType | null> {
    return policies.find(region, version, identity);
  }

  @Query(() => PolicyDraftType, {
    description: 'A policy as it was proposed: what a proposal of the kind POLICY is about.',
  })
  @Scopes(...POLICY_READERS)
  policyDraft(
    @Arg('id', () => ID, { description: 'What the proposal names as `about`.' }) id: string,
    @Ctx() { policies, identity }: CodesContext,
  ): Promise<PolicyDraftType> {
    return policies.draft(id, identity);
  }

  @Query(() => [PolicyFaultType], {
    description: 'Why a policy could not be proposed; empty when it can.',
  })
  @Scopes(['policy:propose'], ['policy:approve'])
  @AssumedSize(20)
  @Cost(10)
  async policyFaults(
    @Arg('input', () => PolicyInput, { description: 'The policy as it would be proposed.' })
    input: PolicyInput,
    @Ctx() { policies, identity }: CodesContext,
  ): Promise<PolicyFaultType[]> {
    return [...(await policies.faults(readPolicy(input), identity))];
  }

  @Query(() => [NationalPolicyType], {
    description: 'The national editions as rules, oldest first: where regional ones begin.',
  })
  @Scopes(...POLICY_READERS)
  @AssumedSize(4)
  nationalPolicies(): NationalPolicyType[] {
    return NATIONAL_EDITIONS.map((edition) => ({ ...edition, rules: rulesOf(edition) }));
  }

  @Mutation(() => ProposalType, {
    description: 'Proposes a policy, with what it would do counted; another official decides.',
  })
  @Scopes(['policy:propose'])
  @Cost(50)
  async proposePolicy(
    @Arg('input', () => ProposePolicyInput, { description: 'The rules, from when on, and why.' })
    input: ProposePolicyInput,
    @Ctx() context: CodesContext,
  ): Promise<ProposalType> {
    const { policies, identity } = context;
    const made = await policies.proposePolicy(readPolicy(input), input.reason, identity);
    return shownProposal(made, context, 'Codes');
  }

  @Mutation(() => ProposalType, {
    description: 'Proposes to withdraw a version at once; another official decides.',
  })
  @Scopes(['policy:propose'])
  @Cost(50)
  async withdrawPolicy(
    @Arg('input', () => WithdrawPolicyInput, { description: 'Which version, and why.' })
    input: WithdrawPolicyInput,
    @Ctx() context: CodesContext,
  ): Promise<ProposalType> {
    const { region, version, reason } = input;
    const { policies, identity } = context;
    const made = await policies.proposeWithdrawal(region, version, reason, identity);
    return shownProposal(made, context, 'Codes');
  }
}

/** The words of a rule. */
@Resolver(() => PolicyRuleType)
export class PolicyRuleResolver {
  @FieldResolver(() => String, {
    description: 'What residents read of it, as the author wrote it.',
  })
  text(
    @Root() rule: PolicyRuleType,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string {
    return rule.text[language];
  }
}

/** The name of an edition. */
@Resolver(() => NationalPolicyType)
export class NationalPolicyResolver {
  @FieldResolver(() => String, { description: 'Name of the edition.' })
  name(
    @Root() edition: NationalPolicyType,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string {
    return edition.name[language];
  }
}
