import { DomainError } from '../domain-error.ts';
import { againstOldSignIn, type Identity } from '../identity.ts';

/** Where a proposal stands. One that nobody decided in time is EXPIRED. */
export const PROPOSAL_STATES = ['WAITING', 'APPROVED', 'REFUSED', 'TAKEN_BACK', 'EXPIRED'] as const;
/** One state of a proposal. */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Who did something to a proposal. */
export interface ProposalActor {
  readonly subject: string;
  readonly agency: string | null;
}

/** What an approval would do, counted beforehand; never personal data. */
export interface DryRunCount {
  /** In lower camel case, such as `liveCodes`. */
  readonly name: string;
  readonly count: number;
}

/**
 * Something that one person wants done and another has to agree to. Source: SECURITY.md,
 * invariant 6.
 */
export interface Proposal {
  readonly region: string;
  readonly id: string;
  /** What is proposed, UPPER_SNAKE. */
  readonly kind: string;
  /** What it is about: a key id, a policy version; never a person. */
  readonly about: string;
  readonly reason: string;
  readonly dryRun: readonly DryRunCount[];
  readonly proposedBy: ProposalActor;
  readonly proposedAt: Date;
  /** Exclusive; afterwards nobody can approve it. */
  readonly expiresAt: Date;
  readonly state: ProposalState;
  readonly decidedBy: ProposalActor | null;
  readonly decidedAt: Date | null;
  readonly decideReason: string | null;
}

/** What can be proposed, who may, and what its approval does. */
export interface ProposalKind {
  readonly kind: string;
  /** Rights of who proposes it and of who decides it; they may be the same. */
  readonly rights: { readonly propose: string; readonly decide: string };
  /** True when the approver must belong to another agency. */
  readonly otherAgency: boolean;
  readonly validHours: number;
  /** Counts what approval would do. @throws {DomainError} when there is nothing to approve */
  dryRun(region: string, about: string): Promise<readonly DryRunCount[]>;
  /** Does it, in the transaction of the approval. @throws {DomainError} when it cannot be done */
  apply(proposal: Proposal, by: ProposalActor): Promise<void>;
}

/** The state at an instant: waiting ends by itself. */
export function stateAt({ state, expiresAt }: Proposal, now: Date): ProposalState {
  return state === 'WAITING' && now >= expiresAt ? 'EXPIRED' : state;
}

function againstTouching(proposal: Proposal, right: string, by: Identity, now: Date) {
  if (!by.scopes.includes(right)) {
    return new DomainError('SCOPE_MISSING', 'You may not decide proposals of this kind.');
  }
  if (!by.regions.includes(proposal.region)) {
    return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
  const state = stateAt(proposal, now);
  if (state === 'WAITING') return null;
  return new DomainError('ILLEGAL_TRANSITION', `This proposal is ${state}; nothing can be done.`);
}

/** What stands against somebody's approving a proposal; null when nothing does. */
export function againstApproving(
  proposal: Proposal,
  { rights, otherAgency }: Pick<ProposalKind, 'rights' | 'otherAgency'>,
  by: Identity,
  now: Date,
): DomainError | null {
  const obstacle = againstTouching(proposal, rights.decide, by, now);
  if (obstacle) return obstacle;
  if (by.subject === proposal.proposedBy.subject) {
    return new DomainError('SELF_APPROVAL', 'Another person approves what you proposed.');
  }
  // Somebody without an agency is nobody's second agency.
  if (otherAgency && (by.agency === null || by.agency === proposal.proposedBy.agency)) {
    return new DomainError('SELF_APPROVAL', 'Somebody of another agency approves this.');
  }
  return againstOldSignIn(by, now);
}

/** What stands against somebody's refusing a proposal. Its own proposer takes it back instead. */
export function againstRefusing(
  proposal: Proposal,
  { rights }: Pick<ProposalKind, 'rights'>,
  by: Identity,
  now: Date,
): DomainError | null {
  const obstacle = againstTouching(proposal, rights.decide, by, now);
  if (obstacle || by.subject !== proposal.proposedBy.subject) return obstacle;
  return new DomainError('SELF_APPROVAL', 'Take back what you proposed yourself.');
}

/** What stands against somebody's taking a proposal back. */
export function againstTakingBack(
  proposal: Proposal,
  { rights }: Pick<ProposalKind, 'rights'>,
  by: Identity,
  now: Date,
): DomainError | null {
  const obstacle = againstTouching(proposal, rights.propose, by, now);
  if (obstacle || by.subject === proposal.proposedBy.subject) return obstacle;
  return new DomainError('FORBIDDEN', 'Only who proposed it takes it back.');
}
