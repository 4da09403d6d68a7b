import { concat, sameBytes } from './bytes.ts';
import { asBytes, asInteger, asList, asMap, decodeCbor, encodeCbor } from './cbor.ts';
import { ES256, kidBytes, kidText, type Signer } from './keys.ts';

/** Tag 18, COSE_Sign1, as it stands in the first byte. */
const TAG_18 = 0xd2;
const ALG = 1;
const KID = 4;
/** What is signed, as a media type: a text of one kind never counts as one of another. Source: RFC 9596. */
const TYP = 16;

/** A COSE_Sign1 taken apart; nothing in it is verified yet. */
export interface Sign1 {
  readonly alg: number;
  readonly kid: string;
  readonly payload: Uint8Array;
  /** 64 bytes, r and s. */
  readonly signature: Uint8Array;
  /** What the signature is over. */
  readonly signed: Uint8Array;
}

function toBeSigned(protectedHeader: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature1', protectedHeader, new Uint8Array(), payload]);
}

/**
 * Signs a payload: COSE_Sign1, protected {alg, kid} and the type where there is one, unprotected
 * empty. Source: RFC 9052 §4.2.
 */
export async function signSign1(
  payload: Uint8Array,
  signer: Signer,
  type?: string,
): Promise<Uint8Array> {
  const entries = new Map<number, number | Uint8Array | string>([
    [ALG, ES256],
    [KID, kidBytes(signer.kid)],
  ]);
  if (type !== undefined) entries.set(TYP, type);
  const header = encodeCbor(entries);
  const signature = await signer.sign(toBeSigned(header, payload));
  const body = encodeCbor([header, new Map(), payload, signature]);
  return concat(Uint8Array.of(TAG_18), body);
}

interface Header {
  readonly alg: number;
  readonly kid: string;
}

/** The untyped header that was read last: codes of one key all begin with the same one. */
let lastRead: { readonly bytes: Uint8Array; readonly header: Header } | null = null;

function headerOfCode(bytes: Uint8Array): Header | null {
  if (lastRead && sameBytes(lastRead.bytes, bytes)) return lastRead.header;
  const header = readHeader(bytes);
  if (header) lastRead = { bytes: bytes.slice(), header };
  return header;
}

/** Reads a protected header that holds exactly alg, kid and the type asked for, if one is. */
export function readHeader(bytes: Uint8Array, type?: string): Header | null {
  const header = asMap(decodeCbor(bytes));
  const alg = asInteger(header?.get(ALG));
  const kid = asBytes(header?.get(KID), 8);
  if (header?.get(TYP) !== type || header?.size !== (type === undefined ? 2 : 3)) return null;
  if (alg === null || kid === null) return null;
  return { alg, kid: kidText(kid) };
}

/**
 * Takes a COSE_Sign1 apart; null for every other shape: no tag, anything unprotected, headers
 * beside alg, kid and the type asked for, another length of signature.
 */
export function readSign1(bytes: Uint8Array, type?: string): Sign1 | null {
  if (bytes[0] !== TAG_18) return null;
  const parts = asList(decodeCbor(bytes.subarray(1)), 4);
  if (!parts) return null;
  const [head, unprotected, body, tail] = parts;
  const protectedHeader = asBytes(head);
  const payload = asBytes(body);
  const signature = asBytes(tail, 64);
  if (!protectedHeader || asMap(unprotected)?.size !== 0 || !payload || !signature) return null;
  const header =
    type === undefined ? headerOfCode(protectedHeader) : readHeader(protectedHeader, type);
  return header && { ...header, payload, signature, signed: toBeSigned(protectedHeader, payload) };
}
