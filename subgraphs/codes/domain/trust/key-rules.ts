import type { Sha256 } from '../../../kit/standards/merkle.ts';
import { VALID_DAYS_MAX } from '../agreement/terms.ts';
import { PAPER_DAYS } from '../code/issued-token.ts';
import { hexOf } from '../token/bytes.ts';
import type { TrustedKey } from '../token/keys.ts';

const DAY_MS = 86_400_000;

/** Life of a signing key, in days: six months. Source: DESIGN.md §6, Trust list. */
export const KEY_DAYS = 183;
/** How long before its beginning a key is made known at most, and what its life may be longer. */
export const OVERLAP_DAYS = 30;
/** How long after its end a key is listed: what it signed on its last day is verified so long. */
export const LISTED_DAYS = PAPER_DAYS.most;
/**
 * The same of a key of use `policy`: agreements and their withdrawals are verified again at every load,
 * until an agreement ends that began as late as it may and lasts as long as it may.
 */
export const POLICY_LISTED_DAYS = 2 * VALID_DAYS_MAX;

/** Why a key of an upload is not accepted. */
export type KeyFault =
  'KEY_TWICE' | 'KEY_ID' | 'FOREIGN_KEY' | 'KEY_LIFE' | 'KEY_CHANGED' | 'KEY_RETURNED';

/** What is known of all keys. */
export interface KnownKeys {
  /** Ids of keys of every other region: a kid that two regions have would be nobody's. */
  readonly foreignKids: ReadonlySet<string>;
  /** Ids of the region's keys that were withdrawn, ever. */
  readonly withdrawnKids: ReadonlySet<string>;
}

/** What a key of an upload is looked at with. */
export interface KeyRules extends KnownKeys {
  /** The same key in the last trust list. */
  readonly listed: TrustedKey | undefined;
  readonly issuedAt: Date;
  readonly sha256: Sha256;
  readonly now: Date;
}

/** How the SubjectPublicKeyInfo of every P-256 key begins. Source: RFC 5480 §2. */
const P256 = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';
const P256_LENGTH = 91;

function isOfItsId({ kid, spki }: TrustedKey, sha256: Sha256): boolean {
  if (spki.length !== P256_LENGTH || !hexOf(spki).startsWith(P256)) return false;
  return hexOf(sha256(spki)).slice(0, 16) === kid;
}

/** Six months and the overlap, made known no earlier than the overlap before it begins. */
function lives({ notBefore, notAfter }: TrustedKey, issuedAt: Date): boolean {
  const life = notAfter.getTime() - notBefore.getTime();
  const ahead = notBefore.getTime() - issuedAt.getTime();
  return life > 0 && life <= (KEY_DAYS + OVERLAP_DAYS) * DAY_MS && ahead <= OVERLAP_DAYS * DAY_MS;
}

/** A listed key keeps its use and its beginning; its end may only come nearer. */
function isSame(key: TrustedKey, listed: TrustedKey): boolean {
  return (
    key.use === listed.use &&
    key.notBefore.getTime() === listed.notBefore.getTime() &&
    key.notAfter <= listed.notAfter
  );
}

/** Why a region may not have a key as it uploads it; null when it may. Source: DESIGN.md §6. */
export function keyFaultOf(key: TrustedKey, rules: KeyRules): KeyFault | null {
  const { listed, issuedAt, sha256, now, foreignKids, withdrawnKids } = rules;
  if (!isOfItsId(key, sha256)) return 'KEY_ID';
  if (foreignKids.has(key.kid)) return 'FOREIGN_KEY';
  const withdrawn = listed?.state === 'TERMINATED' || withdrawnKids.has(key.kid);
  if (withdrawn && key.state === 'ACTIVE') return 'KEY_RETURNED';
  if (listed) return isSame(key, listed) ? null : 'KEY_CHANGED';
  return lives(key, issuedAt) && key.notAfter > now ? null : 'KEY_LIFE';
}

/** Whether nothing that a key signed can be valid any more, so that no list needs to name it. */
export function isForgotten(
  { use, notAfter }: Pick<TrustedKey, 'use' | 'notAfter'>,
  now: Date,
): boolean {
  const days = use === 'policy' ? POLICY_LISTED_DAYS : LISTED_DAYS;
  return now.getTime() >= notAfter.getTime() + days * DAY_MS;
}
