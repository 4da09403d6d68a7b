import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  openListHere,
  trustRoots,
  type TrustList,
  type TrustRoots,
} from '../../subgraphs/codes/trust.ts';
import { writeSealed } from '../../subgraphs/kit/sealed-file.ts';
import { StartError } from '../start-error.ts';

const enrolled = z.object({
  region: z.string().regex(/^\d{6}$|^[A-Z]{2}$/),
  /** SPKI, DER, base64. */
  uploadKey: z.string(),
  /** Serial of the last upload that was accepted. */
  serial: z.number().int().min(0),
  enrolledAt: z.iso.datetime(),
});

const register = z.object({
  regions: z.array(enrolled),
  withdrawn: z.array(
    z.object({ region: z.string(), kid: z.string(), at: z.iso.datetime(), reason: z.string() }),
  ),
  sunset: z.array(z.string()),
});

/** Who may upload what, and what was taken back: kept beside the lists. Nothing in it is secret. */
export type Register = z.infer<typeof register>;
/** One region in it. */
export type EnrolledRegion = Register['regions'][number];

/** Where things stand in the folder of a trust authority. */
export function authorityPaths(path: string) {
  const root = resolve(path);
  return {
    root,
    /** What verifiers are given: CODES_TRUST_ROOTS_FILE. */
    rootsFile: join(root, 'trust-roots.json'),
    registerFile: join(root, 'register.json'),
    /** Private root keys, one a file: to be carried away, each by another person. */
    shares: join(root, 'shares'),
    uploads: join(root, 'uploads'),
    lists: join(root, 'lists'),
  };
}

/** Paths of an authority. */
export type AuthorityPaths = ReturnType<typeof authorityPaths>;

/** A trust authority as its folder has it. */
export interface AuthorityFolder {
  readonly paths: AuthorityPaths;
  readonly roots: TrustRoots;
  readonly register: Register;
  save(register: Register): void;
  /** The newest list that enough roots have signed; null before the first. */
  last(): Promise<{ readonly list: TrustList; readonly file: string } | null>;
}

/** Reads a file that somebody named. @throws {StartError} */
export function readNamed(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new StartError(`The file ${path} cannot be read.`, { cause });
  }
}

function readJson<T>(path: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new StartError(`The file ${path} is broken; take it from a copy.`, { cause });
  }
}

/** Makes the folders. @throws {StartError} where an authority is already */
export function makeAuthorityFolder(path: string, roots: TrustRoots): AuthorityPaths {
  const paths = authorityPaths(path);
  if (existsSync(paths.rootsFile)) {
    throw new StartError(`In ${paths.root} is a trust authority already; name another folder.`);
  }
  for (const folder of [paths.shares, paths.uploads, paths.lists]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  writeSealed(paths.registerFile, JSON.stringify({ regions: [], withdrawn: [], sunset: [] }));
  writeSealed(paths.rootsFile, JSON.stringify(roots, null, 2));
  return paths;
}

/** Name of the file of a version. */
export function listName(version: number): string {
  return `trust-list-${String(version).padStart(6, '0')}.cbor`;
}

/** Opens the folder of an authority. @throws {StartError} where there is none */
export function openAuthority(path: string): AuthorityFolder {
  const paths = authorityPaths(path);
  if (!existsSync(paths.rootsFile)) {
    throw new StartError(
      `In ${paths.root} is no trust authority; name its folder by --authority, or make one by \`tongma trust init\`.`,
    );
  }
  const roots = readJson(paths.rootsFile, trustRoots);
  return {
    paths,
    roots,
    register: readJson(paths.registerFile, register),
    save(next) {
      writeSealed(paths.registerFile, JSON.stringify(next, null, 2));
    },
    async last() {
      const names = readdirSync(paths.lists).filter((name) => name.endsWith('.cbor'));
      for (const name of names.toSorted().toReversed()) {
        const file = join(paths.lists, name);
        const opened = await openListHere(readNamed(file), roots, { now: null });
        if (!('fault' in opened)) return { list: opened.list, file };
      }
      return null;
    },
  };
}
