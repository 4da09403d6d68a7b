import { DomainError } from '../../../kit/domain-error.ts';
import { requireFreshSignIn, requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Page, Rows } from '../../../kit/page.ts';
import type { Proposal } from '../../../kit/proposal/proposal.ts';
import type { NewPolicy, PolicyFault, PolicyVersion } from './draft.ts';
import { lintPolicy } from './lint.ts';
import { POLICY_KINDS, refuseFaults } from './policy-kinds.ts';
import type { PolicyDraft, PolicyStore } from './policy-store.ts';
import { stateOf, type PolicyState } from './versions.ts';

/** A version as the graph shows it. */
export interface ShownPolicy extends PolicyVersion {
  readonly state: PolicyState;
}

/** What proposing and reading policies need. */
export interface PolicyUsePorts {
  readonly store: PolicyStore;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  /** Makes a proposal: see kit/proposal. */
  readonly propose: (
    kind: string,
    region: string,
    about: string,
    reason: string,
    by: Identity,
  ) => Promise<Proposal>;
}

/** Use cases of policies. */
export function policyUseCases({ store, now, newId, propose }: PolicyUsePorts) {
  return {
    /** What is wrong with a policy; empty when it can be proposed. @throws {DomainError} REGION_OUT_OF_SCOPE */
    async faults(policy: NewPolicy, by: Identity): Promise<readonly PolicyFault[]> {
      requireRegion(by, policy.region);
      return lintPolicy(policy, await store.versions(policy.region), now());
    },

    /**
     * Proposes a policy, with what it would do counted.
     * @throws {DomainError} STEP_UP_REQUIRED, REGION_OUT_OF_SCOPE, BAD_USER_INPUT
     */
    async proposePolicy(policy: NewPolicy, reason: string, by: Identity): Promise<Proposal> {
      requireFreshSignIn(by, now());
      const { region } = policy;
      refuseFaults(await this.faults(policy, by));
      const draft: PolicyDraft = { ...policy, id: newId(region), createdAt: now() };
      await store.addDraft(draft);
      return propose(POLICY_KINDS.publish, region, draft.id, reason, by);
    },

    /**
     * Proposes to withdraw a version.
     * @throws {DomainError} STEP_UP_REQUIRED, REGION_OUT_OF_SCOPE, BAD_USER_INPUT, NOT_FOUND,
     *   ILLEGAL_TRANSITION
     */
    proposeWithdrawal(region: string, version: number, reason: string, by: Identity) {
      return propose(POLICY_KINDS.withdraw, region, String(version), reason, by);
    },

    /** The versions of a region, newest first. @throws {DomainError} REGION_OUT_OF_SCOPE */
    async list(region: string, page: Page, by: Identity): Promise<Rows<ShownPolicy>> {
      requireRegion(by, region);
      const versions = await store.versions(region);
      const { rows, total } = await store.list(region, page);
      return { rows: rows.map((one) => ({ ...one, state: stateOf(one, versions, now()) })), total };
    },

    /** One version; null when there is none. @throws {DomainError} REGION_OUT_OF_SCOPE */
    async find(region: string, version: number, by: Identity): Promise<ShownPolicy | null> {
      requireRegion(by, region);
      const one = await store.find(region, version);
      return one && { ...one, state: stateOf(one, await store.versions(region), now()) };
    },

    /** A policy as it was proposed. @throws {DomainError} NOT_FOUND */
    async draft(id: string, by: Identity): Promise<PolicyDraft> {
      const draft = await store.draft(id);
      if (draft && by.regions.includes(draft.region)) return draft;
      throw new DomainError('NOT_FOUND', 'No such policy.', { fields: ['id'] });
    },
  };
}
