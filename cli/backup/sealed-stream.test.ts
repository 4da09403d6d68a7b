import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BackupError } from './backup-error.ts';
import { openStream, sealStream } from './sealed-stream.ts';

const key = Buffer.alloc(32, 1);

async function all(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Gives bytes in pieces of some length, as a file or a network does. */
async function* pieces(bytes: Buffer, length = 7_001): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const seal = (plain: Buffer) => all(sealStream(key, pieces(plain)));
const open = (sealed: Buffer, under = key) => all(openStream(under, pieces(sealed)));

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof BackupError ? error.code : `not refused: ${String(error)}`;
}

const plain = randomBytes(200_000);
const sealed = await seal(plain);

describe('a sealed stream', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'opens as it was: %d bytes',
    async (n) => {
      const bytes = plain.subarray(0, n);
      expect((await open(await seal(bytes))).equals(bytes)).toBe(true);
    },
  );

  it('opens under no other key', async () => {
    expect(await codeOf(open(sealed, Buffer.alloc(32, 2)))).toBe('NOT_READABLE');
  });

  it('is refused when one bit is changed, wherever', async () => {
    for (let at = 0; at < sealed.length; at += 997) {
      const copy = Buffer.from(sealed);
      copy[at]! ^= 1 << (at % 8);
      expect(await codeOf(open(copy)), String(at)).toMatch(/^(NOT_READABLE|CHANGED|CUT)$/);
    }
    for (let at = 0; at < 64 * 8; at += 1) {
      const copy = Buffer.from(sealed);
      copy[at >> 3]! ^= 1 << (at & 7);
      expect(await codeOf(open(copy)), String(at)).toMatch(/^(NOT_READABLE|CHANGED|CUT)$/);
    }
  });

  it('is refused when it is cut, wherever, or goes on', async () => {
    for (let at = 0; at < sealed.length; at += 1_499) {
      expect(await codeOf(open(sealed.subarray(0, at))), String(at)).toMatch(
        /^(NOT_READABLE|CUT)$/,
      );
    }
    expect(await codeOf(open(sealed.subarray(0, -1)))).toBe('CUT');
    expect(await codeOf(open(Buffer.concat([sealed, Buffer.alloc(1)])))).toBe('CUT');
  });

  it('is refused when chunks are swapped, left out or taken for the last', async () => {
    const [head, chunk] = [24, 4 + 65_536 + 16];
    const part = (nth: number) => sealed.subarray(head + nth * chunk, head + (nth + 1) * chunk);
    const start = sealed.subarray(0, head);
    const swapped = [start, part(1), part(0), ...[2, 3].map(part)];
    expect(await codeOf(open(Buffer.concat(swapped)))).toBe('NOT_READABLE');
    expect(await codeOf(open(Buffer.concat([start, part(0), part(2), part(3)])))).toBe('CHANGED');
    const last = Buffer.from(part(1));
    last[0]! |= 0x80;
    expect(await codeOf(open(Buffer.concat([start, part(0), last])))).toBe('CHANGED');
  });
});
