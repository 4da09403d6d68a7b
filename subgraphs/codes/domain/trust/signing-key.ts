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
 * ACTIVE and that had begun, and not ended, at the instant that the signed text names. A new key
 * stands beside the old one until everybody can know it. Source: DESIGN.md §6, Trust list.
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
    return own && key.notBefore <= at && at < key.notAfter ? [{ signer, from: key.notBefore }] : [];
  });
  return carried.toSorted((a, b) => b.from.getTime() - a.from.getTime())[0]?.signer;
}
