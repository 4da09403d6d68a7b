import type { Agreement } from '../recognition/agreement.ts';
import { openAgreement } from '../recognition/signed-agreement.ts';
import type { Terms } from '../recognition/terms.ts';
import { hexOf } from '../token/bytes.ts';
import type { ListFault, SignedChecks } from '../trust/signed-list.ts';
import type { TrustIndex } from '../trust/trust-list.ts';

/** An agreement as it was signed, and what it is by the keys that its two sides have now. */
export interface HeldAgreement {
  readonly signed: Uint8Array;
  /** SHA-256 of it, hexadecimal. */
  readonly digest: string;
  readonly agreement: Agreement;
  /** Whether both sides signed it, by these keys. */
  readonly holds: boolean;
  /** The keys that it was verified with, and how they stood. */
  readonly under: string;
}

/** Most that is held of what one pair has signed, in bytes: more than 1,000 versions as they are. */
export const PAIR_BYTES_MAX = 1_048_576;

type TermsByRegion = ReadonlyMap<string, Pick<Terms, 'agreements'>>;

/** What agreements are opened with. */
export interface AgreementChecks extends Pick<SignedChecks, 'trust' | 'verify'> {
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
}

const pairOf = ({ receiver, issuer }: Agreement) => `${receiver} ${issuer}`;

/** What the signatures of an agreement depend on: the keys of its sides, and how they stand. */
function keysUnder(trust: TrustIndex): (agreement: Agreement) => string {
  const known = new Map<string, string>();
  function keysOf(region: string): string {
    const before = known.get(region);
    if (before !== undefined) return before;
    const keys = (trust.region(region)?.keys ?? []).filter(({ use }) => use === 'policy');
    const text = keys.map(({ kid, state, spki }) => `${kid} ${state} ${hexOf(spki)}`).join();
    known.set(region, text);
    return text;
  }
  return ({ receiver, issuer }) => `${keysOf(receiver)} / ${keysOf(issuer)}`;
}

function termOf({ receiver, issuer, version }: Agreement, terms: TermsByRegion) {
  return terms
    .get(receiver)
    ?.agreements.find((one) => one.issuer === issuer && one.version === version);
}

/**
 * Of each pair what terms name, then the newest, as far as there is room. Terms come a minute later
 * than what they name, and other terms may name it again: what is not named is no reason to let it go.
 */
function withinRoom(all: readonly HeldAgreement[], terms: TermsByRegion): HeldAgreement[] {
  const pairs = Map.groupBy(all, ({ agreement }) => pairOf(agreement));
  return [...pairs.values()].flatMap((pair) => {
    let bytes = 0;
    const isNamed = new Set(pair.filter(({ agreement }) => termOf(agreement, terms)));
    const order = (a: HeldAgreement, b: HeldAgreement) =>
      Number(isNamed.has(b)) - Number(isNamed.has(a)) ||
      b.agreement.version - a.agreement.version ||
      (a.digest < b.digest ? -1 : 1);
    return pair.toSorted(order).filter(({ signed }) => (bytes += signed.length) <= PAIR_BYTES_MAX);
  });
}

/**
 * Everything that is held of agreements from now on. What was verified is verified again only where the
 * keys of its sides are others or stand otherwise by now.
 */
export async function openAgreements(
  came: readonly Uint8Array[],
  held: readonly HeldAgreement[],
  terms: TermsByRegion,
  { trust, verify, sha256 }: AgreementChecks,
  refuse: (at: number, fault: ListFault) => void,
): Promise<readonly HeldAgreement[]> {
  const underOf = keysUnder(trust);
  const found = new Map<string, HeldAgreement>();
  for (const one of held) {
    const under = underOf(one.agreement);
    if (under === one.under) found.set(one.digest, one);
    else {
      const opened = await openAgreement(one.signed, trust, verify);
      const agreement = opened ?? one.agreement;
      found.set(one.digest, { ...one, agreement, holds: opened !== null, under });
    }
  }
  const places = new Map<string, number>();
  for (const [at, bytes] of came.entries()) {
    const digest = hexOf(await sha256(bytes));
    const known = found.get(digest);
    if (known?.holds) continue;
    const isLarge = bytes.length > PAIR_BYTES_MAX;
    const agreement = known || isLarge ? null : await openAgreement(bytes, trust, verify);
    if (agreement) {
      const signed = Uint8Array.from(bytes); // what was given may be a part of something large
      found.set(digest, { signed, digest, agreement, holds: true, under: underOf(agreement) });
      places.set(digest, at);
    } else refuse(at, isLarge ? 'TOO_LARGE' : 'INVALID_SIGNATURE');
  }
  const kept = withinRoom([...found.values()], terms);
  for (const { digest } of kept) places.delete(digest);
  for (const at of places.values()) refuse(at, 'NOT_NAMED');
  return kept;
}

/**
 * Agreements that count: those that both sides signed and the receiver's terms name. Of several
 * that were signed under one number, one that is not void, and the same whichever came first.
 */
export function agreementsNamed(
  held: readonly HeldAgreement[],
  terms: TermsByRegion,
): readonly Agreement[] {
  const versions = Map.groupBy(
    held.filter(({ holds }) => holds),
    ({ agreement }) => `${pairOf(agreement)} ${agreement.version}`,
  );
  return [...versions.values()].flatMap((same) => {
    const best = same.reduce((a, b) => {
      const [isVoid, isOtherVoid] = [a.agreement.isVoid ?? false, b.agreement.isVoid ?? false];
      if (isVoid !== isOtherVoid) return isVoid ? b : a;
      return a.digest < b.digest ? a : b;
    });
    const named = termOf(best.agreement, terms);
    return named ? [{ ...best.agreement, withdrawnAt: named.withdrawnAt }] : [];
  });
}
