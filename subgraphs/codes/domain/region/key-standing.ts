import type { KeyUse, TrustedKey } from '../token/keys.ts';
import type { TrustedRegion, TrustList } from '../trust/trust-list.ts';

const DAY_MS = 86_400_000;
/** When a key that ends is spoken of, in days before: the overlap. */
export const KEY_SOON_DAYS = 30;
/** When a trust list that ends is spoken of, in days before. */
export const LIST_SOON_DAYS = 2;
/** A key that begins within so many days must be listed: every verifier then knows it. */
const LISTED_BEFORE_DAYS = 7;

/** Whether something lasts, ends soon, or is over. */
export type Life = 'LASTS' | 'ENDS' | 'OVER';

function lifeUntil(end: Date, soonDays: number, now: Date): Life {
  const days = (end.getTime() - now.getTime()) / DAY_MS;
  if (days <= 0) return 'OVER';
  return days < soonDays ? 'ENDS' : 'LASTS';
}

/** How long a trust list lives. */
export function lifeOfList({ expiresAt }: Pick<TrustList, 'expiresAt'>, now: Date): Life {
  return lifeUntil(expiresAt, LIST_SOON_DAYS, now);
}

/** A private key that is here, by its public part. */
export type HeldKey = Pick<TrustedKey, 'kid' | 'use' | 'notBefore' | 'notAfter'>;

/** How long the last key of a use lives; null when there is none. */
export function lifeOfKeys(
  use: KeyUse,
  keys: readonly HeldKey[],
  now: Date,
): { readonly life: Life; readonly until: Date } | null {
  const last = keys
    .filter((key) => key.use === use)
    .toSorted((a, b) => +b.notAfter - +a.notAfter)[0];
  if (!last) return null;
  return { life: lifeUntil(last.notAfter, KEY_SOON_DAYS, now), until: last.notAfter };
}

/** Whether what signs here is what the list carries. */
export type ListedKey =
  | { readonly state: 'LISTED' }
  /** The list says it is withdrawn, and it is still here. */
  | { readonly state: 'WITHDRAWN'; readonly kid: string }
  /** The list carries none that is here and in force. */
  | { readonly state: 'NOT_IN_FORCE' }
  /** A further one is here that the list does not carry; `late`: it begins too soon for that. */
  | {
      readonly state: 'NOT_LISTED';
      readonly kid: string;
      readonly begins: Date;
      readonly late: boolean;
    };

/** Holds the keys of a use that are here against the list. */
export function listedKey(
  use: KeyUse,
  held: readonly HeldKey[],
  listed: Pick<TrustedRegion, 'keys'>,
  now: Date,
): ListedKey {
  const own = held.filter((key) => key.use === use);
  const carried = listed.keys.filter(({ kid }) => own.some((key) => key.kid === kid));
  const gone = carried.find(({ state }) => state === 'TERMINATED');
  if (gone) return { state: 'WITHDRAWN', kid: gone.kid };
  const inForce = carried.some(({ notBefore, notAfter }) => notBefore <= now && now < notAfter);
  if (!inForce) return { state: 'NOT_IN_FORCE' };
  const waiting = own.find(({ kid }) => !carried.some((key) => key.kid === kid));
  if (!waiting) return { state: 'LISTED' };
  const { kid, notBefore: begins } = waiting;
  const late = begins.getTime() - now.getTime() < LISTED_BEFORE_DAYS * DAY_MS;
  return { state: 'NOT_LISTED', kid, begins, late };
}
