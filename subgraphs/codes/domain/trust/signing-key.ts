import type { KeyUse, Signer } from '../token/keys.ts';
import type { TrustIndex } from './trust-list.ts';

/** A private key of a region, ready to sign. */
export interface RegionKey {
  readonly region: string;
  readonly use: KeyUse;
  readonly signer: Signer;
}

/**
 * The key that signs for a region: of those it has, the newest that the trust list carries as
 * ACTIVE and that had begun, and not ended, at the instant that the signed text names. The newest
 * is the one that ends last: one that replaces another at once begins before it, so that what was
 * issued today can be signed anew. Source: DESIGN.md §6, Trust list.
 */
export function signingKey(
  keys: readonly RegionKey[],
  { region, use }: Pick<RegionKey, 'region' | 'use'>,
  trust: TrustIndex | null,
  at: Date,
): Signer | undefined {
  const carried = keys.flatMap(({ signer }) => {
    const key = trust?.key(signer.kid);
    const own = key?.region === region && key.use === use && key.state === 'ACTIVE';
    return own && key.notBefore <= at && at < key.notAfter ? [{ signer, until: key.notAfter }] : [];
  });
  return carried.toSorted((a, b) => b.until.getTime() - a.until.getTime())[0]?.signer;
}
