import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import { DomainError } from '../kit/domain-error.ts';
import { instantOf, type PublishedBulletin } from './domain/bulletin/bulletin.ts';

/** Largest bulletin, unpacked: twelve times the largest that was ever published. */
const UNPACKED_MAX = 32 * 1_048_576;
/** Largest upload, packed, as text; what stands around it fits into a body too. */
const UPLOAD_MAX = 2_000_000;

const CONTROL = /[\u0000-\u0008\u000e-\u001f]/;
// What a database cannot keep as text, or a reader cannot see, is no name.
const name = z.string().refine((text) => text.isWellFormed() && !CONTROL.test(text));
const count = z.number().int().min(0).max(10_000_000);
const entries = z.array(
  z.object({ province: name, city: name, county: name, communitys: z.array(name) }),
);

/** A bulletin as it is published, or the answer of the service around it. */
const published = z.object({
  end_update_time: z.string().max(40),
  ...{ hcount: count, mcount: count, lcount: count.optional() },
  ...{ highlist: entries, middlelist: entries, lowlist: entries.optional() },
});
const answer = z.object({ data: published });

const unpack = promisify(gunzip);

function refuse(message: string, cause?: unknown): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: ['input.content'], cause });
}

/** Reads a bulletin of its text. @throws {DomainError} BAD_USER_INPUT, naming the first wrong field */
export function readBulletinText(text: string): PublishedBulletin {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    refuse('This bulletin is not JSON.', cause);
  }
  const isAnswer = typeof json === 'object' && json !== null && 'data' in json;
  const parsed = isAnswer ? answer.safeParse(json) : published.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    refuse(`This is no bulletin: ${where === '' ? 'it is not an object' : where} is not right.`);
  }
  return 'data' in parsed.data ? parsed.data.data : parsed.data;
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: UNPACKED_MAX });
  } catch (cause) {
    refuse('This bulletin cannot be unpacked.', cause);
  }
}

/** Reads a bulletin of its bytes, gzipped or not. @throws {DomainError} BAD_USER_INPUT */
export async function readBulletinBytes(bytes: Uint8Array): Promise<PublishedBulletin> {
  const plain = await unpacked(bytes);
  let text: string;
  try {
    // A decoder that is not strict would make another area of every name it cannot read.
    text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (cause) {
    refuse('This bulletin is not in UTF-8.', cause);
  }
  return readBulletinText(text);
}

/**
 * From when a bulletin is, null when it does not say, and how many communities it lists.
 * @throws {DomainError} BAD_USER_INPUT
 */
export async function glanceAt(
  bytes: Uint8Array,
): Promise<{ readonly publishedAt: Date | null; readonly listed: number }> {
  const { end_update_time: at, highlist, middlelist, lowlist } = await readBulletinBytes(bytes);
  const entries = [...highlist, ...middlelist, ...(lowlist ?? [])];
  const listed = entries.reduce((sum, { communitys }) => sum + communitys.length, 0);
  return { publishedAt: instantOf(at), listed };
}

/** Reads a bulletin as it is uploaded: base64 of its bytes. @throws {DomainError} BAD_USER_INPUT */
export async function readBulletinUpload(content: string): Promise<PublishedBulletin> {
  if (content.length > UPLOAD_MAX) refuse('This bulletin is too large; upload it gzipped.');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(content)) refuse('This bulletin is not base64.');
  return readBulletinBytes(Buffer.from(content, 'base64'));
}

/** Whether a bulletin is held for nothing but how much it moves. */
export { isHeldForSizeAlone, type HoldReason } from './domain/bulletin/hold.ts';
