import { z } from 'zod';
import type { AskAs } from '../bulletin/act-as.ts';
import { StartError } from '../start-error.ts';

/** Modes that are offered by command. */
export const OFFERED_MODES = ['DIRECT', 'SHARED_DATA', 'CONVERT'] as const;
/** One of them. */
export type OfferedMode = (typeof OFFERED_MODES)[number];

/** Two people of a region: one proposes, the other approves. */
export interface Officials {
  readonly as: string;
  readonly approveAs: string;
}

/** Terms that are offered: every color counts as itself, for a year, from now on. */
export interface Offer {
  readonly receiver: string;
  readonly issuer: string;
  readonly mode: OfferedMode;
}

const agreement = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  mode: z.string(),
  receiver: z.object({ id: z.string() }),
  issuer: z.object({ id: z.string() }),
  validFrom: z.union([z.string(), z.date()]).transform((at) => new Date(at).toISOString()),
  validTo: z.union([z.string(), z.date()]).transform((at) => new Date(at).toISOString()),
});

/** A version of an agreement as commands print it; instants are RFC 3339. */
export type ListedAgreement = z.infer<typeof agreement>;

const page = z.object({
  agreements: z.object({
    nodes: z.array(agreement),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const proposed = z.object({ made: z.object({ id: z.string() }) });

const LIST = `query($region: ID!, $after: String) {
  agreements(region: $region, first: 100, after: $after) {
    nodes { id version state mode receiver { id } issuer { id } validFrom validTo }
    pageInfo { hasNextPage endCursor } } }`;
const OFFER =
  'mutation($input: ProposeAgreementInput!) { made: proposeAgreement(input: $input) { id } }';
const ACCEPT =
  'mutation($input: AgreementReasonInput!) { made: proposeAgreementAcceptance(input: $input) { id } }';
const APPROVE = 'mutation($id: ID!) { approveCodesProposal(id: $id) { id state } }';

const YEAR_MS = 365 * 86_400_000;
const STANDS = ['OFFERED', 'SCHEDULED', 'IN_FORCE'];

/** Every version with a region on either side, as an account sees it. */
export async function agreementsWith(
  ask: AskAs,
  region: string,
  as: string,
): Promise<ListedAgreement[]> {
  const all: ListedAgreement[] = [];
  let after: string | null = null;
  do {
    const { agreements } = page.parse(await ask(as, LIST, { region, after }));
    all.push(...agreements.nodes);
    after = agreements.pageInfo.hasNextPage ? agreements.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

/** One person proposes, the other approves. */
async function byTwo(ask: AskAs, query: string, input: object, { as, approveAs }: Officials) {
  if (as === approveAs) throw new StartError('Who proposes cannot approve: name another person.');
  const { made } = proposed.parse(await ask(as, query, { input }));
  await ask(approveAs, APPROVE, { id: made.id });
}

/**
 * Offers to take the codes of a region, unless an offer or an agreement stands.
 * @returns the state in which the pair is: OFFERED, or what stood before
 */
export async function offerAgreement(
  ask: AskAs,
  { receiver, issuer, mode }: Offer,
  officials: Officials,
  now: Date,
): Promise<string> {
  const known = await agreementsWith(ask, receiver, officials.as);
  const standing = known.find(
    (one) => one.receiver.id === receiver && one.issuer.id === issuer && STANDS.includes(one.state),
  );
  if (standing) return standing.state;
  const colors = ['GREEN', 'YELLOW', 'RED'].map((color) => ({ issued: color, color }));
  const input = {
    ...{ receiver, issuer, mode, colorMap: mode === 'DIRECT' ? colors : [], conditions: [] },
    validFrom: now.toISOString(),
    validTo: new Date(now.getTime() + YEAR_MS).toISOString(),
    reason: 'Offered by command when the region joined.',
  };
  await byTwo(ask, OFFER, input, officials);
  return 'OFFERED';
}

/** Accepts what is offered to a region, of some regions alone when they are named; the ids. */
export async function acceptAgreements(
  ask: AskAs,
  issuer: string,
  receivers: readonly string[] | null,
  officials: Officials,
): Promise<string[]> {
  const known = await agreementsWith(ask, issuer, officials.as);
  const offers = known.filter(
    (one) =>
      one.issuer.id === issuer &&
      one.state === 'OFFERED' &&
      (receivers === null || receivers.includes(one.receiver.id)),
  );
  for (const { id } of offers) {
    await byTwo(ask, ACCEPT, { id, reason: 'Accepted by command.' }, officials);
  }
  return offers.map(({ id }) => id);
}
