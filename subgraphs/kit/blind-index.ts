import { createHmac } from 'node:crypto';

/** Finds an identity document without knowing its number: the same everywhere, under one key. */
export type BlindIndex = (documentType: string, documentNumber: string) => Buffer;

/**
 * HMAC-SHA256 under a key of its own: a plain hash of 10¹¹ possible numbers could be tried out.
 * Numbers are given in canonical form. Source: SECURITY.md, Data at rest.
 */
export function createBlindIndex(key: Buffer): BlindIndex {
  return (type, number) => createHmac('sha256', key).update(`${type}\0${number}`).digest();
}
