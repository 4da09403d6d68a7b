import type { Proposal_RowFragment } from '../../gql/graphql.ts';

/** A proposal with the service that keeps it. */
export type Proposal = Proposal_RowFragment & {
  readonly service: 'Residents' | 'Codes' | 'Travel';
};

/** What a second person, or who proposed it, does. */
export type ProposalAct = 'approve' | 'refuse' | 'takeBack';

/** Whether an act on a proposal is allowed, and if not, why. */
export function actionOf(
  { allowedActions, service }: Pick<Proposal, 'allowedActions' | 'service'>,
  act: ProposalAct,
): Proposal['allowedActions'][number] | undefined {
  return allowedActions.find(({ action }) => action === `${act}${service}Proposal`);
}

/** Proposals of several lists as one, newest first. */
export function newestFirst<T extends { readonly proposedAt: string }>(
  proposals: readonly T[],
): readonly T[] {
  return proposals.toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt));
}

/** An approved export is fetched for so long. Source: residents RULES.md §5.3. */
const FETCH_MS = 24 * 3_600_000;

/** Whether this is an approved export that an account proposed and can still fetch. */
export function isFetchable(
  proposal: Pick<Proposal, 'kind' | 'state' | 'decidedAt'> & {
    readonly proposedBy: { readonly subject: string };
  },
  subject: string,
  now: Date,
): boolean {
  const { kind, state, proposedBy, decidedAt } = proposal;
  if (kind !== 'BULK_EXPORT' || state !== 'APPROVED' || !decidedAt) return false;
  return proposedBy.subject === subject && now.getTime() < Date.parse(decidedAt) + FETCH_MS;
}
