import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keyId } from '../../subgraphs/kit/signing/sealed-signer.ts';
import type { ListBundle, VerifierOptions } from '../../subgraphs/codes/verify/index.ts';
import { StartError } from '../start-error.ts';

/** Kinds of list of which there are several; each has a folder of its own. */
const KINDS = ['terms', 'agreements', 'statements', 'statusLists', 'evidence'] as const;
/** One of them. */
type Kind = (typeof KINDS)[number];

const TRUST_LIST = 'trust-list.cbor';
const ABOUT = 'about.json';

const about = z.object({
  region: z.string(),
  environment: z.enum(['production', 'demo']),
  threshold: z.number().int().min(1),
  /** SPKI, DER, base64. */
  roots: z.array(z.string()).min(1),
  fetchedAt: z.iso.datetime(),
});

/** What a folder of lists says of itself. */
export type AboutLists = z.infer<typeof about>;

/** Lists by etag; null: keep the one that is there. */
export type NewLists = Readonly<Record<Kind, ReadonlyMap<string, Uint8Array | null>>> & {
  readonly trustList: Uint8Array | null;
};

function etagOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function filesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** A sentence for the operator: which file or folder, and why. */
function cannotWrite(path: string) {
  return (cause: NodeJS.ErrnoException) => {
    const why = cause.code ?? 'unknown';
    throw new StartError(`${path} cannot be written (${why}).`, { cause });
  };
}

async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  await writeFile(`${path}.new`, bytes).catch(cannotWrite(path));
  await rename(`${path}.new`, path).catch(cannotWrite(path));
}

/** Etags of all lists of a folder. */
export async function etagsIn(folder: string): Promise<string[]> {
  const trust = await readFile(join(folder, TRUST_LIST)).catch(() => null);
  const names = await Promise.all(KINDS.map((kind) => filesOf(join(folder, kind))));
  const etags = names.flat().map((name) => name.replace(/\.cbor$/, ''));
  return trust ? [...etags, etagOf(trust)] : etags;
}

/** Writes lists that are new, takes away those that are gone; a reader sees whole files only. @throws {StartError} */
export async function writeLists(folder: string, lists: NewLists, said: AboutLists): Promise<void> {
  for (const kind of KINDS) {
    const inside = join(folder, kind);
    await mkdir(inside, { recursive: true }).catch(cannotWrite(inside));
    for (const [etag, bytes] of lists[kind]) {
      if (bytes) await writeWhole(join(inside, `${etag}.cbor`), bytes);
    }
  }
  if (lists.trustList) await writeWhole(join(folder, TRUST_LIST), lists.trustList);
  await writeWhole(join(folder, ABOUT), `${JSON.stringify(said, null, 2)}\n`);
  for (const kind of KINDS) {
    for (const name of await filesOf(join(folder, kind))) {
      if (!lists[kind].has(name.replace(/\.cbor$/, ''))) {
        const gone = join(folder, kind, name);
        await rm(gone).catch(cannotWrite(gone));
      }
    }
  }
}

/** Reads a folder of lists. Nothing in it is verified yet. @throws {StartError} when it is none */
export async function readLists(
  folder: string,
): Promise<{ readonly about: AboutLists; readonly bundle: ListBundle }> {
  const text = await readFile(join(folder, ABOUT), 'utf8').catch((cause: unknown) => {
    throw new StartError(`${folder} holds no lists; \`tongma lists\` fetches them.`, { cause });
  });
  const said = about.safeParse(JSON.parse(text));
  if (!said.success) throw new StartError(`${join(folder, ABOUT)} is not of this version.`);
  const all = async (kind: Kind) => {
    const names = await filesOf(join(folder, kind));
    return Promise.all(names.map((name) => readFile(join(folder, kind, name))));
  };
  const [terms, agreements, statements, statusLists] = await Promise.all([
    ...[all('terms'), all('agreements'), all('statements'), all('statusLists')],
  ]);
  const evidence = await all('evidence');
  const trustList = await readFile(join(folder, TRUST_LIST)).catch(() => null);
  const bundle = {
    ...{ trustList, terms: terms ?? [], agreements: agreements ?? [] },
    ...{ statements: statements ?? [], statusLists: statusLists ?? [] },
    evidence,
  };
  return { about: said.data, bundle };
}

/** Whom a verifier of these lists trusts. */
export function rootsOf({ roots, threshold, environment }: AboutLists): VerifierOptions {
  const keys = roots.map((root) => {
    const spki = Buffer.from(root, 'base64');
    return { kid: keyId(spki), spki };
  });
  return { roots: keys, threshold, environment };
}
