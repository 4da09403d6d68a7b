import { existsSync } from 'node:fs';
import { z } from 'zod';
import {
  KEY_USES,
  privateKeyEntry,
  type KeyUse,
  type PrivateKeyEntry,
} from '../../subgraphs/codes/publish.ts';
import { KEY_DAYS, LISTED_DAYS, type TrustedKey } from '../../subgraphs/codes/trust.ts';
import { writeSealed } from '../../subgraphs/kit/sealed-file.ts';
import { readSealedText } from '../../subgraphs/kit/sealed-text.ts';
import { newKey } from '../../subgraphs/kit/signing/new-key.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { StartError } from '../start-error.ts';

const DAY_MS = 86_400_000;

/**
 * How long a new key stands in trust lists before it begins, in days: longer than any list lives, so
 * that every verifier, offline ones too, knows it by then.
 */
export const BEGINS_IN_DAYS = 8;

/** Reads the sealed key file; empty when there is none. @throws {StartError} when it is broken */
export function readKeyEntries(path: string): PrivateKeyEntry[] {
  if (!existsSync(path)) return [];
  const text = readSealedText(path);
  try {
    return z.array(privateKeyEntry).parse(JSON.parse(text));
  } catch (cause) {
    throw new StartError(`The key file ${path} is broken; take it from a copy.`, { cause });
  }
}

/** The public part of a private key, as a trust list carries it. */
export function publicEntry(entry: PrivateKeyEntry): TrustedKey {
  const { region, use, privateKey, notBefore, notAfter } = entry;
  const { kid, spki } = pemSigner(privateKey, 'ES256');
  const life = { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
  return { kid, alg: 'ES256', use, region, ...life, state: 'ACTIVE', spki };
}

/** A key that begins at an instant and is in use for six months from `usedFrom`. */
function entryFrom(
  region: string,
  use: KeyUse,
  begin: Date,
  usedFrom: Date = begin,
): PrivateKeyEntry {
  const [from, used] = [begin, usedFrom].map((at) => Math.floor(at.getTime() / 1_000) * 1_000);
  const notBefore = new Date(from ?? 0).toISOString();
  const notAfter = new Date((used ?? 0) + KEY_DAYS * DAY_MS).toISOString();
  return { region, use, privateKey: newKey(), notBefore, notAfter };
}

/** Writes the key file, without keys that nothing can need any more. */
export function writeKeyEntries(
  path: string,
  entries: readonly PrivateKeyEntry[],
  now: Date,
): void {
  const kept = entries.filter(
    ({ notAfter }) => new Date(notAfter).getTime() + LISTED_DAYS * DAY_MS > now.getTime(),
  );
  writeSealed(path, JSON.stringify(kept, null, 2));
}

/** Makes the keys that a region lacks, one of each use; the uses that were made. */
export function makeMissingKeys(path: string, region: string, now: Date): KeyUse[] {
  const entries = readKeyEntries(path);
  const lacks = KEY_USES.filter(
    (use) => !entries.some((one) => one.region === region && one.use === use),
  );
  if (lacks.length > 0 || !existsSync(path)) {
    const begin = new Date(now.getTime() - 60_000);
    const made = lacks.map((use) => entryFrom(region, use, begin));
    writeKeyEntries(path, [...entries, ...made], now);
  }
  return lacks;
}

/**
 * Makes a new key of each use, beside the old one, unless one waits to begin. One that begins at
 * once begins a day ago: what was issued today can then be signed with it too.
 * @returns the uses that got one
 */
export function makeNextKeys(
  path: string,
  region: string,
  { uses, beginsIn, now }: { uses: readonly KeyUse[]; beginsIn: number; now: Date },
): KeyUse[] {
  const entries = readKeyEntries(path);
  const waits = ({ notBefore }: PrivateKeyEntry) => new Date(notBefore) > now;
  const wanted = uses.filter(
    (use) => !entries.some((one) => one.region === region && one.use === use && waits(one)),
  );
  const usedFrom = new Date(now.getTime() + beginsIn * DAY_MS);
  const begin = beginsIn === 0 ? new Date(now.getTime() - DAY_MS) : usedFrom;
  const made = wanted.map((use) => entryFrom(region, use, begin, usedFrom));
  writeKeyEntries(path, [...entries, ...made], now);
  return wanted;
}
