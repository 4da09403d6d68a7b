import { concat } from './bytes.ts';
import { asBytes, asList, asMap, decodeCbor, encodeCbor } from './cbor.ts';
import { readHeader } from './cose-sign1.ts';
import { ES256, kidBytes, type Signer, type Verify } from './keys.ts';

/** Tag 98, COSE_Sign, as it stands in the first two bytes. */
const TAG_98 = [0xd8, 0x62] as const;
const NOTHING = new Uint8Array();

/** One signature of a COSE_Sign, not verified yet. */
export interface Signature {
  readonly alg: number;
  readonly kid: string;
  readonly signature: Uint8Array;
  readonly signed: Uint8Array;
}

/** A payload with its signatures. */
export interface SignedByMany {
  readonly payload: Uint8Array;
  readonly signatures: readonly Signature[];
}

function toBeSigned(header: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature', NOTHING, header, NOTHING, payload]);
}

function headerOf(alg: number, kid: string): Uint8Array {
  return encodeCbor(
    new Map<number, number | Uint8Array>([
      [1, alg],
      [4, kidBytes(kid)],
    ]),
  );
}

/** A signature as it is put beside a payload. */
export type BareSignature = Pick<Signature, 'alg' | 'kid' | 'signature'>;

/** Lets one sign a payload that others may sign too. Source: RFC 9052 §4.4. */
export async function signOne(payload: Uint8Array, signer: Signer): Promise<Signature> {
  const signed = toBeSigned(headerOf(ES256, signer.kid), payload);
  return { alg: ES256, kid: signer.kid, signature: await signer.sign(signed), signed };
}

/** Puts a payload and its signatures together again, as {@link readByMany} takes them apart. */
export function writeByMany({
  payload,
  signatures,
}: {
  readonly payload: Uint8Array;
  readonly signatures: readonly BareSignature[];
}): Uint8Array {
  const parts = signatures.map(({ alg, kid, signature }) => [
    ...[headerOf(alg, kid), new Map(), signature],
  ]);
  return concat(Uint8Array.of(...TAG_98), encodeCbor([NOTHING, new Map(), payload, parts]));
}

/** Lets several sign one payload: COSE_Sign. Source: RFC 9052 §4.1. */
export async function signByMany(
  payload: Uint8Array,
  signers: readonly Signer[],
): Promise<Uint8Array> {
  const signatures = await Promise.all(signers.map((signer) => signOne(payload, signer)));
  return writeByMany({ payload, signatures });
}

/**
 * Adds one more signature to what others may have signed already, for signers who never meet; one
 * of the same key is replaced. Null when the bytes are no COSE_Sign.
 */
export async function signAlso(bytes: Uint8Array, signer: Signer): Promise<Uint8Array | null> {
  const signed = readByMany(bytes);
  if (!signed) return null;
  const others = signed.signatures.filter(({ kid }) => kid !== signer.kid);
  const { payload } = signed;
  return writeByMany({ payload, signatures: [...others, await signOne(payload, signer)] });
}

function readSignature(part: unknown, payload: Uint8Array): Signature | null {
  const parts = asList(part, 3);
  if (!parts) return null;
  const [head, unprotected, tail] = parts;
  const protectedHeader = asBytes(head);
  const signature = asBytes(tail, 64);
  if (!protectedHeader || asMap(unprotected)?.size !== 0 || !signature) return null;
  const header = readHeader(protectedHeader);
  return header && { ...header, signature, signed: toBeSigned(protectedHeader, payload) };
}

/** Takes a COSE_Sign apart; null for every other shape. Source: RFC 9052 §4.1. */
export function readByMany(bytes: Uint8Array): SignedByMany | null {
  if (bytes[0] !== TAG_98[0] || bytes[1] !== TAG_98[1]) return null;
  const parts = asList(decodeCbor(bytes.subarray(2)), 4);
  if (!parts) return null;
  const [head, unprotected, body, tail] = parts;
  const list = asList(tail);
  const payload = asBytes(body);
  if (!asBytes(head, 0) || asMap(unprotected)?.size !== 0 || !payload || !list) {
    return null;
  }
  const signatures = list.map((part) => readSignature(part, payload));
  if (signatures.includes(null)) return null;
  return { payload, signatures: signatures.filter((signature) => signature !== null) };
}

/** Who signed a payload, of the keys that were asked for. */
export interface SignersFound {
  /** Key ids with a good signature, each counted once. */
  readonly good: ReadonlySet<string>;
  /** Whether a signature in the name of one of the keys does not hold. */
  readonly bad: boolean;
}

/** Verifies the signatures of these keys; those of other keys say nothing here. */
export async function checkSigners(
  { signatures }: SignedByMany,
  keys: readonly { readonly kid: string; readonly spki: Uint8Array }[],
  verify: Verify,
): Promise<SignersFound> {
  const good = new Set<string>();
  let bad = false;
  for (const { alg, kid, signature, signed } of signatures) {
    const key = keys.find((candidate) => candidate.kid === kid);
    if (!key) continue;
    if (alg === ES256 && (await verify(key, signed, signature))) good.add(kid);
    else bad = true;
  }
  return { good, bad };
}
