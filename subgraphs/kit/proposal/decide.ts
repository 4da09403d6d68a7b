import { refuseIf } from '../allowed-action.ts';
import type { AuditAction, AuditTrail } from '../audit/trail.ts';
import { DomainError } from '../domain-error.ts';
import { requireFreshSignIn, requireRegion, type Identity } from '../identity.ts';
import type { Page, Rows } from '../page.ts';
import { checkedReason } from '../reason.ts';
import {
  againstApproving,
  againstRefusing,
  againstTakingBack,
  type Proposal,
  type ProposalActor,
  type ProposalKind,
  type ProposalState,
} from './proposal.ts';

/** Which proposals a list holds; null = all. */
export interface ProposalFilter {
  readonly state: ProposalState | null;
  readonly region: string | null;
}

/** Proposals, kept. */
export interface ProposalStore {
  add(proposal: Proposal): Promise<void>;
  find(id: string): Promise<Proposal | null>;
  /** Locks it until the transaction ends, so that two decisions come one after the other. */
  lock(id: string): Promise<Proposal | null>;
  save(proposal: Proposal): Promise<void>;
  /** Newest first. */
  list(filter: ProposalFilter, now: Date, page: Page): Promise<Rows<Proposal>>;
}

/** What the use cases need. */
export interface ProposalPorts {
  readonly store: ProposalStore;
  readonly kinds: readonly ProposalKind[];
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

const DECISIONS = {
  APPROVED: 'PROPOSAL_APPROVED',
  REFUSED: 'PROPOSAL_REFUSED',
  TAKEN_BACK: 'PROPOSAL_TAKEN_BACK',
} as const satisfies Record<string, AuditAction>;

const HOUR_MS = 3_600_000;

function actor({ subject, agency }: Identity): ProposalActor {
  return { subject, agency };
}

/**
 * The one mechanism by which a second person agrees. Source: SECURITY.md, invariant 6.
 */
export function proposalUseCases({ store, kinds, audit, now, newId }: ProposalPorts) {
  function kindOf(name: string): ProposalKind {
    const kind = kinds.find((one) => one.kind === name);
    if (!kind) throw new Error(`Nothing is known of proposals of the kind ${name}.`);
    return kind;
  }

  function note(action: AuditAction, proposal: Proposal, reason: string | null): void {
    const { region, id, kind, about } = proposal;
    audit.note({ region, action, objectId: id, reason, detail: { kind, about } });
  }

  async function locked(id: string): Promise<Proposal> {
    const proposal = await store.lock(id);
    if (proposal) return proposal;
    throw new DomainError('NOT_FOUND', 'No such proposal.', { fields: ['id'] });
  }

  async function decided(
    proposal: Proposal,
    state: 'APPROVED' | 'REFUSED' | 'TAKEN_BACK',
    reason: string | null,
    by: Identity,
  ): Promise<Proposal> {
    const decision = { state, decidedBy: actor(by), decidedAt: now(), decideReason: reason };
    const saved: Proposal = { ...proposal, ...decision };
    await store.save(saved);
    note(DECISIONS[state], saved, reason);
    return saved;
  }

  return {
    kindOf,

    find: (id: string) => store.find(id),

    list: (filter: ProposalFilter, page: Page) => store.list(filter, now(), page),

    /**
     * Proposes something, with what it would do counted.
     * @throws {DomainError} STEP_UP_REQUIRED, REGION_OUT_OF_SCOPE, BAD_USER_INPUT, and what its dry
     *   run refuses
     */
    async propose(kindName: string, region: string, about: string, reason: string, by: Identity) {
      const kind = kindOf(kindName);
      const at = now();
      requireFreshSignIn(by, at);
      requireRegion(by, region);
      if (kind.otherAgency && by.agency === null) {
        throw new DomainError('FORBIDDEN', 'Who proposes this belongs to an agency.');
      }
      const proposal: Proposal = {
        ...{ region, id: newId(region), kind: kind.kind, about, reason: checkedReason(reason) },
        dryRun: await kind.dryRun(region, about),
        ...{ proposedBy: actor(by), proposedAt: at, state: 'WAITING' },
        expiresAt: new Date(at.getTime() + kind.validHours * HOUR_MS),
        ...{ decidedBy: null, decidedAt: null, decideReason: null },
      };
      await store.add(proposal);
      note('PROPOSED', proposal, proposal.reason);
      return proposal;
    },

    /**
     * Agrees, and does it in the same transaction.
     * @throws {DomainError} NOT_FOUND, SCOPE_MISSING, ILLEGAL_TRANSITION, SELF_APPROVAL,
     *   STEP_UP_REQUIRED
     */
    async approve(id: string, by: Identity): Promise<Proposal> {
      const proposal = await locked(id);
      const kind = kindOf(proposal.kind);
      refuseIf(againstApproving(proposal, kind, by, now()));
      await kind.apply(proposal, actor(by));
      return decided(proposal, 'APPROVED', null, by);
    },

    /** Does not agree. @throws {DomainError} as {@link approve}, and BAD_USER_INPUT */
    async refuse(id: string, reason: string, by: Identity): Promise<Proposal> {
      const proposal = await locked(id);
      refuseIf(againstRefusing(proposal, kindOf(proposal.kind), by, now()));
      return decided(proposal, 'REFUSED', checkedReason(reason), by);
    },

    /** Takes back one's own. @throws {DomainError} NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION */
    async takeBack(id: string, by: Identity): Promise<Proposal> {
      const proposal = await locked(id);
      refuseIf(againstTakingBack(proposal, kindOf(proposal.kind), by, now()));
      return decided(proposal, 'TAKEN_BACK', null, by);
    },
  };
}
