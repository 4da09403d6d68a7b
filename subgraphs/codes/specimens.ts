import { randomBytes } from 'node:crypto';
import { newId } from '../kit/new-id.ts';
import { makeSpecimen, type Specimen } from './domain/code/specimen.ts';
import type { Color } from './domain/color/color.ts';
import { verifyToken, type TokenCheck } from './domain/token/verify-token.ts';
import type { Signer } from './domain/token/keys.ts';
import { signingKey } from './domain/trust/signing-key.ts';
import type { TrustIndex } from './domain/trust/trust-list.ts';
import { openKeyFile } from './persistence/key-file.ts';
import { nodeVerify, nodeVerifyHolder } from './persistence/node-crypto.ts';

export { COLORS, type Color } from './domain/color/color.ts';
export type { Specimen } from './domain/code/specimen.ts';

/** The specimen key of a region that is in force, of those in a key file; undefined for none. */
export function specimenSigner(
  region: string,
  keysFile: string,
  trust: TrustIndex | null,
  now: Date,
): Signer | undefined {
  const keys = openKeyFile(keysFile, (error) => {
    throw error;
  }).keys();
  const use = 'specimen';
  const own = keys.filter((key) => key.region === region && key.use === use);
  return signingKey(own, { region, use }, trust, now);
}

/**
 * Makes a specimen on the command line, as the service does.
 * @throws {DomainError} CONFLICT without a key in force
 */
export function specimenBy(
  signer: Signer | undefined,
  region: string,
  color: Color,
  now: Date,
): Promise<Specimen> {
  return makeSpecimen(region, color, {
    ...{ now: () => now, newId, randomBytes: (length: number) => randomBytes(length) },
    signer: () => signer,
  });
}

/** Checks a text as scanned against a trust list, without its status: as a verifier does offline. */
export function checkOffline(text: string, trust: TrustIndex, now: Date): Promise<TokenCheck> {
  return verifyToken(text, { trust, verify: nodeVerify(), verifyHolder: nodeVerifyHolder(), now });
}
