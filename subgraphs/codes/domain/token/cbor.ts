import { decode, encode, rfc8949EncodeOptions } from 'cborg';

/** What our CBOR texts hold: no floats, no tags, no undefined. */
export type CborValue =
  number | string | boolean | null | Uint8Array | readonly CborValue[] | CborMap;

/** A CBOR map; keys are integers or texts. */
export type CborMap = ReadonlyMap<number | string, CborValue>;

/** Encodes deterministically. Source: RFC 8949 §4.2.1. */
export function encodeCbor(value: CborValue): Uint8Array {
  return encode(value, rfc8949EncodeOptions);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/**
 * Decodes what {@link encodeCbor} could have made and nothing else: duplicate keys, trailing
 * bytes, indefinite or overlong lengths, unsorted keys give undefined.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, {
      useMaps: true,
      strict: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      allowBigInt: false,
    });
    return same(encode(value, rfc8949EncodeOptions), bytes) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A decoded value as a map; null when it is none. */
export function asMap(value: unknown): ReadonlyMap<unknown, unknown> | null {
  return value instanceof Map ? value : null;
}

/** A decoded value as a list; null when it is none. */
export function asList(value: unknown, length?: number): readonly unknown[] | null {
  if (!Array.isArray(value)) return null;
  const list: readonly unknown[] = value;
  return length === undefined || list.length === length ? list : null;
}

/** A decoded value as bytes; null when it is none. */
export function asBytes(value: unknown, length?: number): Uint8Array | null {
  if (!(value instanceof Uint8Array)) return null;
  return length === undefined || value.length === length ? value : null;
}

/** A decoded value as a whole number; null when it is none. */
export function asInteger(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** A decoded value as a text; null when it is none. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
