import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import {
  glanceAt,
  isHeldForSizeAlone,
  type HoldReason,
} from '../../subgraphs/travel-history/bulletin-file.ts';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { sentenceOf } from '../../subgraphs/kit/operator-error.ts';
import type { AskAs } from './act-as.ts';

const FIELDS = `id publishedAt state holds lifted raised proposalId counts { high medium low }
  unresolved { name division areas }`;
const IMPORT = `mutation ImportBulletin($input: ImportBulletinInput!) {
  importBulletin(input: $input) { ${FIELDS} }
}`;
const APPROVE = `mutation ApproveBulletin($id: ID!) { approveTravelProposal(id: $id) { state } }`;
const SHOW = `query ShowBulletin($id: ID!) { bulletin(id: $id) { ${FIELDS} } }`;

const bulletin = z.object({
  ...{ id: z.string(), publishedAt: z.string(), proposalId: z.string().nullable() },
  state: z.enum(['ACCEPTED', 'HELD', 'SUPERSEDED']),
  holds: z.array(z.custom<HoldReason>((value) => typeof value === 'string')),
  ...{ lifted: z.number(), raised: z.number() },
  counts: z.object({ high: z.number(), medium: z.number(), low: z.number() }),
  unresolved: z.array(z.object({ name: z.string(), division: z.string(), areas: z.number() })),
});

/** A bulletin as the graph shows it. */
export type ImportedBulletin = z.infer<typeof bulletin>;

/** What is imported, and by whom. */
export interface ImportFiles {
  readonly ask: AskAs;
  readonly files: readonly string[];
  /** Account that imports. */
  readonly as: string;
  /** Account that agrees to what is held for its size alone; null = nobody does. */
  readonly approveAs: string | null;
  readonly say: (sentence: string) => void;
}

/** What came of it. */
export interface ImportedFiles {
  /** As they stand afterwards, in the order in which they were imported. */
  readonly bulletins: readonly ImportedBulletin[];
  /** Files that are no bulletins, or were refused. */
  readonly failed: number;
}

interface ReadFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly listed: number;
}

function whatIsWrong(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? 'There is no such file.' : sentenceOf(error);
}

function told({ state, holds, counts, lifted, raised }: ImportedBulletin): string {
  const { high, medium, low } = counts;
  const why = state === 'ACCEPTED' ? '' : ` (${holds.join(', ')})`;
  return `${state}${why}: ${high} high, ${medium} medium, ${low} low; ${raised} raised, ${lifted} lifted`;
}

/**
 * Reads the files and puts them into the order of their instants, so that a history is imported at
 * once; of one instant the fullest comes first, which those that were cut are then held against.
 */
async function readAll({ files, say }: ImportFiles): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    try {
      const bytes = await readFile(file);
      const { publishedAt, listed } = await glanceAt(bytes);
      read.push({ file, bytes, listed, at: publishedAt?.getTime() ?? 0 });
    } catch (error) {
      say(`${basename(file)}: ${whatIsWrong(error)}`);
    }
  }
  return read.sort((a, b) => a.at - b.at || b.listed - a.listed);
}

/**
 * Imports bulletins, the earliest first. What is held for its size alone is approved by the second
 * account; what contradicts itself, another or the clock waits for people who look at it.
 */
export async function importFiles(options: ImportFiles): Promise<ImportedFiles> {
  const { ask, files, as, approveAs, say } = options;
  const show = async (id: string) => bulletin.parse((await ask(as, SHOW, { id }))['bulletin']);

  async function importOne({ file, bytes }: ReadFile): Promise<ImportedBulletin> {
    const input = { content: Buffer.from(bytes).toString('base64') };
    const imported = bulletin.parse((await ask(as, IMPORT, { input }))['importBulletin']);
    say(`${basename(file)}: ${told(imported)}`);
    const { state, holds, proposalId, id } = imported;
    const isTrusted = state === 'HELD' && isHeldForSizeAlone(holds);
    if (approveAs === null || proposalId === null || !isTrusted) return imported;
    await ask(approveAs, APPROVE, { id: proposalId });
    const approved = await show(id);
    say(`${basename(file)}: ${told(approved)}, approved by ${approveAs}`);
    return approved;
  }

  const read = await readAll(options);
  const ids: string[] = [];
  for (const one of read) {
    try {
      ids.push((await importOne(one)).id);
    } catch (error) {
      say(`${basename(one.file)}: ${sentenceOf(error)}`);
    }
  }
  const bulletins: ImportedBulletin[] = [];
  for (const id of new Set(ids)) bulletins.push(await show(id));
  return { bulletins, failed: files.length - ids.length };
}
