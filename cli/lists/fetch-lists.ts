import { z } from 'zod';
import { askGateway, type PartnerAccess } from '../partner-client.ts';
import { etagsIn, readLists, writeLists, type AboutLists, type NewLists } from './list-folder.ts';
import { StartError } from '../start-error.ts';

const QUERY = `query OfflineLists($region: ID!, $have: [String!]!) {
  offlineLists(region: $region, have: $have) {
    region
    trustRoots { environment threshold keys }
    trustList { etag body }
    terms { etag body }
    agreements { etag body }
    statements { etag body }
    statusLists { etag body }
    evidence { etag body }
  }
}`;

/** Lists that one request names as held: a body may be 100 KB long. What is not named is sent again. */
const NAMED_MAX = 1_400;

const list = z.object({ etag: z.string(), body: z.base64().nullable() });
const answer = z.object({
  region: z.string(),
  trustRoots: z.object({
    environment: z.enum(['production', 'demo']),
    threshold: z.number(),
    keys: z.array(z.string()),
  }),
  trustList: list.nullable(),
  ...{ terms: z.array(list), agreements: z.array(list) },
  ...{ statements: z.array(list), statusLists: z.array(list) },
  evidence: z.array(list),
});

const bytesOf = (body: string | null) => (body === null ? null : Buffer.from(body, 'base64'));

function byEtag(lists: readonly z.infer<typeof list>[]): Map<string, Uint8Array | null> {
  return new Map(lists.map(({ etag, body }) => [etag, bytesOf(body)]));
}

/** What a fetch brought. */
export interface Fetched {
  /** Lists that were new. */
  readonly fresh: number;
  readonly all: number;
}

/** The roots that a folder was made with stay: who hands lists out cannot change them. */
async function pinned(folder: string): Promise<AboutLists | null> {
  return readLists(folder).then(
    ({ about }) => about,
    () => null,
  );
}

/**
 * Fetches the lists for a region into a folder, those alone that it does not hold.
 * @throws {StartError} when the roots are others than before, or nothing answers
 */
export async function fetchLists(
  access: PartnerAccess,
  folder: string,
  region: string,
  now: Date,
): Promise<Fetched> {
  const before = await pinned(folder);
  const have = before?.region === region ? (await etagsIn(folder)).slice(0, NAMED_MAX) : [];
  const data = await askGateway(access, QUERY, { region, have });
  const { trustRoots, ...lists } = answer.parse(data['offlineLists']);
  const { environment, threshold, keys: roots } = trustRoots;
  const said = { region, environment, threshold, roots, fetchedAt: now.toISOString() };
  if (before && (before.roots.join() !== roots.join() || before.threshold !== threshold)) {
    throw new StartError('Other roots than those that this folder was made with. Make a new one.');
  }
  const found: NewLists = {
    trustList: bytesOf(lists.trustList?.body ?? null),
    ...{ terms: byEtag(lists.terms), agreements: byEtag(lists.agreements) },
    ...{ statements: byEtag(lists.statements), statusLists: byEtag(lists.statusLists) },
    evidence: byEtag(lists.evidence),
  };
  await writeLists(folder, found, said);
  const { terms, agreements, statements, statusLists, evidence } = lists;
  const every = [terms, agreements, statements, statusLists, evidence].flat();
  return { fresh: every.filter(({ body }) => body !== null).length, all: every.length };
}
