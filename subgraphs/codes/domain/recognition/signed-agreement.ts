import { sameBytes } from '../token/bytes.ts';
import {
  checkSigners,
  readByMany,
  signByMany,
  signOne,
  writeByMany,
  type SignedByMany,
} from '../token/cose-sign.ts';
import type { Signer, Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { decodeAgreement, encodeAgreement } from './agreement-cbor.ts';
import type { Agreement } from './agreement.ts';

/** Which of its two sides an agreement is signed by. */
export interface SignedBy {
  readonly receiver: boolean;
  readonly issuer: boolean;
}

/** An agreement with what of its signatures holds here. */
export interface SignedAgreement {
  readonly agreement: Agreement;
  readonly signedBy: SignedBy;
  /** The same, with signatures of keys that are withdrawn. */
  readonly wasSignedBy: SignedBy;
  /** Terms as they were signed, with the good signatures of the two sides alone, by key id. */
  readonly signed: SignedByMany;
}

/** Why bytes are no agreement here. */
export type AgreementBytesFault = 'MALFORMED' | 'BAD_SIGNATURE';

/** Lets sides sign an agreement: COSE_Sign over deterministic CBOR. Source: RFC 9052 §4.1. */
export function signAgreement(
  agreement: Agreement,
  signers: readonly Signer[],
): Promise<Uint8Array> {
  return signByMany(encodeAgreement(agreement), signers);
}

/** Keys of a region that sign agreements: those that may now, and those that are withdrawn. */
function policyKeys(trust: TrustIndex, region: string) {
  const keys = (trust.region(region)?.keys ?? []).filter(({ use }) => use === 'policy');
  return {
    active: keys.filter(({ state }) => state === 'ACTIVE'),
    withdrawn: keys.filter(({ state }) => state !== 'ACTIVE'),
  };
}

/**
 * Reads an agreement that may be signed by one side only, or by none that holds. A signature in
 * the name of a key of a side that does not hold spoils it; those of other keys are left out.
 */
export async function readAgreement(
  bytes: Uint8Array,
  trust: TrustIndex,
  verify: Verify,
): Promise<SignedAgreement | { readonly fault: AgreementBytesFault }> {
  const found = readByMany(bytes);
  const agreement = found && decodeAgreement(found.payload);
  if (!agreement) return { fault: 'MALFORMED' };
  const checked = await Promise.all(
    [agreement.receiver, agreement.issuer].map(async (side) => {
      const { active, withdrawn } = policyKeys(trust, side);
      const now = await checkSigners(found, active, verify);
      const before = await checkSigners(found, withdrawn, verify);
      return { ...now, ever: new Set([...now.good, ...before.good]) };
    }),
  );
  const [receiver, issuer] = checked;
  if (!receiver || !issuer || receiver.bad || issuer.bad) return { fault: 'BAD_SIGNATURE' };
  const signatures = found.signatures
    .filter(({ kid }) => receiver.ever.has(kid) || issuer.ever.has(kid))
    .filter(({ kid }, at, all) => all.findIndex((one) => one.kid === kid) === at)
    .toSorted((a, b) => (a.kid < b.kid ? -1 : 1));
  return {
    agreement,
    signedBy: { receiver: receiver.good.size > 0, issuer: issuer.good.size > 0 },
    wasSignedBy: { receiver: receiver.ever.size > 0, issuer: issuer.ever.size > 0 },
    signed: { payload: found.payload, signatures },
  };
}

/**
 * Reads an agreement that a key of each side (use `policy`) has signed, void where no such key of a side
 * holds any more; null for any other.
 */
export async function openAgreement(
  bytes: Uint8Array,
  trust: TrustIndex,
  verify: Verify,
): Promise<Agreement | null> {
  const read = await readAgreement(bytes, trust, verify);
  if ('fault' in read || !read.wasSignedBy.receiver || !read.wasSignedBy.issuer) return null;
  const { receiver, issuer } = read.signedBy;
  return receiver && issuer ? read.agreement : { ...read.agreement, isVoid: true };
}

/** Adds a signature to an agreement as it was read. */
export async function countersign(
  { signed: { payload, signatures } }: SignedAgreement,
  signer: Signer,
): Promise<Uint8Array> {
  const others = signatures.filter(({ kid }) => kid !== signer.kid);
  return writeByMany({ payload, signatures: [...others, await signOne(payload, signer)] });
}

/**
 * The same terms with the signatures of both; null when the terms differ. In whichever order they
 * came, the same bytes.
 */
export function mergeSigned(a: SignedAgreement, b: SignedAgreement): Uint8Array | null {
  if (!sameBytes(a.signed.payload, b.signed.payload)) return null;
  const known = new Map(
    [...b.signed.signatures, ...a.signed.signatures].map((one) => [one.kid, one]),
  );
  const signatures = [...known.values()].toSorted((x, y) => (x.kid < y.kid ? -1 : 1));
  return writeByMany({ payload: a.signed.payload, signatures });
}

/**
 * Whether bytes say nothing that is not kept: the same terms, signed by keys whose signatures are kept,
 * in whichever order. Nothing is verified.
 */
export function saysNoMore(bytes: Uint8Array, kept: Uint8Array): boolean {
  if (sameBytes(bytes, kept)) return true;
  const [came, has] = [readByMany(bytes), readByMany(kept)];
  if (!came || !has || !sameBytes(came.payload, has.payload)) return false;
  return came.signatures.every(({ kid }) => has.signatures.some((one) => one.kid === kid));
}

/** The bytes of an agreement as it was read: without what did not hold. */
export function writeSigned({ signed }: SignedAgreement): Uint8Array {
  return writeByMany(signed);
}

/** The terms that bytes are about, whoever signed them; null when they are no agreement. */
export function readUnverified(bytes: Uint8Array): Agreement | null {
  const found = readByMany(bytes);
  return found && decodeAgreement(found.payload);
}
