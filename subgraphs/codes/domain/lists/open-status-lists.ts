import { uriOf, type StatusListId } from '../status/place.ts';
import type { OpenedStatement } from '../status/statement.ts';
import { openStatusList, type StatusList } from '../status/status-list.ts';
import { withdrawnBy } from '../status/withdrawn-tokens.ts';
import { hexOf } from '../token/bytes.ts';
import type { ListFault, Held, Signed, SignedChecks } from '../trust/signed-list.ts';
import type { IssuerLists } from './listed-status.ts';

/** Status lists by the digest of their signed bytes and their subject, a space between. */
export type OpenedStatusLists = ReadonlyMap<string, Signed<StatusList>>;

const keyOf = (digest: string, id: StatusListId) => `${digest} ${uriOf(id)}`;

/**
 * Opens what a statement names. It must name it by what it is of: whoever names the digest of another's
 * list, or gives it another subject, takes nothing from those who name it rightly.
 */
export async function openStatusLists(
  came: readonly Uint8Array[],
  statements: Iterable<OpenedStatement>,
  checks: SignedChecks & { readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array> },
  refuse: (at: number, fault: ListFault) => void,
): Promise<OpenedStatusLists> {
  const all = [...statements].flatMap(({ lists }) => lists);
  const digests = new Set(all.map(({ digest }) => hexOf(digest)));
  const named = new Set(all.map(({ id, digest }) => keyOf(hexOf(digest), id)));
  const found = new Map<string, Signed<StatusList>>();
  for (const [at, bytes] of came.entries()) {
    const digest = hexOf(await checks.sha256(bytes));
    const opened = digests.has(digest)
      ? await openStatusList(bytes, checks)
      : { fault: 'NOT_NAMED' as const };
    if ('fault' in opened) refuse(at, opened.fault);
    else if (!named.has(keyOf(digest, opened.id))) refuse(at, 'NOT_NAMED');
    else found.set(keyOf(digest, opened.id), opened);
  }
  return found;
}

/** What is held of an issuer by its statement: lists that were opened now, and those of before. */
export function issuerLists(
  statement: Held<OpenedStatement>,
  opened: OpenedStatusLists,
  held: IssuerLists | undefined,
  { trust }: SignedChecks,
): IssuerLists {
  const before = new Map(
    (held?.statement.lists ?? []).flatMap(({ id, digest }) => {
      const list = held?.lists.get(uriOf(id));
      // A list falls with its key.
      const stands = list && trust.key(list.kid)?.state === 'ACTIVE';
      return stands ? [[keyOf(hexOf(digest), id), list] as const] : [];
    }),
  );
  const lists = statement.lists.flatMap(({ id, digest }) => {
    const key = keyOf(hexOf(digest), id);
    const list = opened.get(key) ?? before.get(key);
    return list ? [[uriOf(id), list] as const] : [];
  });
  return { statement, isWithdrawn: withdrawnBy(statement), lists: new Map(lists) };
}
