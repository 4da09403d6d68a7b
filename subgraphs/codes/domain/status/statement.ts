import { DYNAMIC_HOURS, PAPER_DAYS } from '../code/issued-token.ts';
import { joined } from '../token/bytes.ts';
import {
  asBytes,
  asInstant,
  asInteger,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import { kidBytes, kidText, type Signer } from '../token/keys.ts';
import {
  openList,
  rollback,
  type ListFault,
  type Signed,
  type SignedChecks,
} from '../trust/signed-list.ts';
import { listOfUri, PARTS_MAX, uriOf, type StatusListId, type StatusPlace } from './place.ts';
import { TTL_SECONDS } from './status-list.ts';
import { CTI_BYTES } from './withdrawn-tokens.ts';

/** Longest statement that is looked at, in bytes: some 400,000 withdrawals. */
export const STATEMENT_MAX = 4 * 1_048_576;

/**
 * Most lists that an issuer can have at a time. A list holds from its day of issue until its last token
 * has expired: those of two days for dynamic codes and of 91 days for paper, each in up to
 * {@link PARTS_MAX} parts. A region of 100 million people comes to that, a region of ten million to 2,000.
 */
export const LISTS_MAX = PARTS_MAX * (DYNAMIC_HOURS / 24 + 1 + PAPER_DAYS.most + 1);

/**
 * What an issuer says of all its tokens at one instant: which status lists hold, by digest, and what
 * is withdrawn. It makes them fresh: lists that did not change are not signed anew.
 * Source: DESIGN.md §6, Status lists.
 */
export interface Statement {
  readonly issuer: string;
  /** As of when all its lists hold. Never falls. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly lists: readonly { readonly id: StatusListId; readonly digest: Uint8Array }[];
  /** Ids of withdrawn tokens that have not expired, 8 bytes each. */
  readonly ctis: readonly Uint8Array[];
  /** The same by place. */
  readonly places: readonly StatusPlace[];
  /** Withdrawn keys of the issuer, 16 hexadecimal digits each. */
  readonly kids: readonly string[];
}

/** A statement as it was read. */
export interface OpenedStatement extends Omit<Statement, 'ctis'> {
  /** One after another. */
  readonly ctis: Uint8Array;
}

const TYPE = 'application/tongma-statement+cwt';
const CLAIM = { iss: 1, exp: 4, iat: 6, ttl: 65_534, said: -65_538 } as const;
const SAID = { version: 0, lists: 1, ctis: 2, places: 3, kids: 4 } as const;
const VERSION = 1;

/** Payload of a statement. Source: RFC 8392, DESIGN.md §6. */
export function encodeStatement(statement: Statement): Uint8Array {
  const { issuer, issuedAt, expiresAt, lists, ctis, places, kids } = statement;
  const said = new Map<number, CborValue>([
    [SAID.version, VERSION],
    [SAID.lists, new Map(lists.map(({ id, digest }) => [uriOf(id), digest]))],
    [SAID.ctis, joined(ctis)],
    [SAID.places, places.map(({ list, place }) => [uriOf(list), place])],
    [SAID.kids, kids.map(kidBytes)],
  ]);
  return encodeCbor(
    new Map<number, CborValue>([
      [CLAIM.iss, issuer],
      [CLAIM.exp, toSeconds(expiresAt)],
      [CLAIM.iat, toSeconds(issuedAt)],
      [CLAIM.ttl, TTL_SECONDS],
      [CLAIM.said, said],
    ]),
  );
}

/** Signs a statement with the issuer's key of use `status`. */
export function signStatement(statement: Statement, signer: Signer): Promise<Uint8Array> {
  return signSign1(encodeStatement(statement), signer, TYPE);
}

/** A list's items as {@link read} reads them; null when one of them is none. */
function all<T>(items: Iterable<unknown>, read: (item: unknown) => T | null): T[] | null {
  const found: T[] = [];
  for (const item of items) {
    const one = read(item);
    if (one === null) return null;
    found.push(one);
  }
  return found;
}

function readNamed(issuer: string) {
  return (item: unknown) => {
    const [uri, digest] = asList(item, 2) ?? [];
    const id = listOfUri(asText(uri) ?? '');
    const bytes = asBytes(digest, 32);
    return id?.issuer === issuer && bytes ? { id, digest: bytes } : null;
  };
}

function readPlace(issuer: string) {
  return (item: unknown): StatusPlace | null => {
    const [uri, number] = asList(item, 2) ?? [];
    const list = listOfUri(asText(uri) ?? '');
    const place = asInteger(number);
    return list?.issuer === issuer && place !== null && place >= 0 ? { list, place } : null;
  };
}

function readKid(item: unknown): string | null {
  const bytes = asBytes(item, 8);
  return bytes && kidText(bytes);
}

function readStatement(payload: Uint8Array): OpenedStatement | null {
  const claims = asMap(decodeCbor(payload));
  const issuer = asText(claims?.get(CLAIM.iss));
  const expiresAt = asInstant(claims?.get(CLAIM.exp));
  const issuedAt = asInstant(claims?.get(CLAIM.iat));
  const said = asMap(claims?.get(CLAIM.said));
  if (claims?.size !== 5 || claims.get(CLAIM.ttl) !== TTL_SECONDS || issuer === null) return null;
  if (!expiresAt || !issuedAt || said?.size !== 5 || said.get(SAID.version) !== VERSION)
    return null;
  const named = asMap(said.get(SAID.lists));
  const ctis = asBytes(said.get(SAID.ctis));
  const lists = named && all(named, readNamed(issuer));
  const places = all(asList(said.get(SAID.places)) ?? [null], readPlace(issuer));
  const kids = all(asList(said.get(SAID.kids)) ?? [null], readKid);
  if (!lists || !ctis || ctis.length % CTI_BYTES !== 0 || !places || !kids) return null;
  return { issuer, issuedAt, expiresAt, lists, ctis, places, kids };
}

/**
 * Verifies a signed statement and reads it, or says why it is not taken: also when one that was
 * issued later is held already (`heldFrom`), and when it names more lists than there can be.
 */
export function openStatement(
  bytes: Uint8Array,
  checks: SignedChecks,
  heldFrom: (issuer: string) => Date | null,
): Promise<Signed<OpenedStatement> | { readonly fault: ListFault }> {
  return openList(bytes, checks, {
    ...{ type: TYPE, use: 'status', longest: STATEMENT_MAX, read: readStatement },
    regionOf: ({ issuer }) => issuer,
    faultOf: (statement) =>
      statement.lists.length > LISTS_MAX
        ? 'TOO_LARGE'
        : rollback(statement, heldFrom(statement.issuer)),
  });
}
