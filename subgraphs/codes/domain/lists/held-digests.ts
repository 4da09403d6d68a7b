import { uriOf } from '../status/place.ts';
import { hexOf } from '../token/bytes.ts';
import type { HeldLists } from './held-lists.ts';

/** SHA-256 of the status lists that are held, hexadecimal. */
export function statusListDigests(issuers: HeldLists['issuers']): ReadonlySet<string> {
  const named = [...issuers.values()].flatMap(({ statement, lists }) =>
    statement.lists.flatMap(({ id, digest }) => (lists.has(uriOf(id)) ? [hexOf(digest)] : [])),
  );
  return new Set(named);
}

/**
 * SHA-256 of every signed list that is held, hexadecimal: whoever fetches lists names these as what
 * need not be sent again. What was replaced, refused, or fell with its key is not among them.
 */
export function heldDigests(lists: HeldLists): ReadonlySet<string> {
  const { listed, terms, issuers, evidence, signedAgreements = [] } = lists;
  const statements = [...issuers.values()].map(({ statement }) => statement);
  const each = [...terms.values(), ...statements, ...(evidence?.values() ?? [])];
  const digests = [listed, ...each, ...signedAgreements.filter(({ holds }) => holds)];
  return new Set([...digests.flatMap((one) => one?.digest ?? []), ...statusListDigests(issuers)]);
}
