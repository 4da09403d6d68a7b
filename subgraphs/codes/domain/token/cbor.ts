import type { CborValue } from './cbor-encoder.ts';

export { decodeCbor } from './cbor-decoder.ts';
export { encodeCbor, type CborMap, type CborValue } from './cbor-encoder.ts';

/** Whether a value can be encoded: what {@link decodeCbor} gave always can. */
export function isCbor(value: unknown): value is CborValue {
  if (value === null || value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.every(isCbor);
  if (value instanceof Map) {
    return [...value].every(
      ([key, one]) => (Number.isSafeInteger(key) || typeof key === 'string') && isCbor(one),
    );
  }
  return Number.isSafeInteger(value) || typeof value === 'string' || typeof value === 'boolean';
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

/** Last second of the year 9999: what a date can still be written as. */
const SECONDS_MAX = 253_402_300_799;

/** An instant as whole seconds since 1970, rounded down. Source: RFC 8392 §2 (NumericDate). */
export function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}

/** Decoded whole seconds since 1970 as an instant up to the year 9999; null when it is none. */
export function asInstant(value: unknown): Date | null {
  const count = asInteger(value);
  return count === null || count < 0 || count > SECONDS_MAX ? null : new Date(count * 1_000);
}
