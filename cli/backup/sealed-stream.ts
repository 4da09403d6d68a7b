import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BackupError } from './backup-error.ts';

/** What every backup begins with. */
const MAGIC = Buffer.from('TONGMAB1');
const SALT = 16;
const HEAD = MAGIC.length + SALT;
const TAG = 16;
/** Plain bytes of a chunk; the last one may have fewer. */
const CHUNK = 65_536;
/** Marks the last chunk, in its length. */
const LAST = 0x8000_0000;

type Bytes = AsyncIterable<Buffer | Uint8Array>;

function fileKey(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'tongma backup', 32));
}

/** Number of the chunk, and whether it is the last: chunks cannot be swapped, left out or cut off. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 2);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/**
 * Seals a stream by AES-256-GCM in chunks, under a key made for this stream alone.
 * Source: Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption (STREAM).
 */
export async function* sealStream(key: Buffer, plain: Bytes): AsyncGenerator<Buffer> {
  const head = Buffer.concat([MAGIC, randomBytes(SALT)]);
  const own = fileKey(key, head.subarray(MAGIC.length));
  yield head;
  let number = 0;
  function chunk(bytes: Buffer, isLast: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number, isLast));
    cipher.setAAD(head);
    const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length + (isLast ? LAST : 0));
    number += 1;
    return Buffer.concat([length, body]);
  }
  let waiting = Buffer.alloc(0);
  for await (const more of plain) {
    waiting = Buffer.concat([waiting, more]);
    while (waiting.length > CHUNK) {
      yield chunk(waiting.subarray(0, CHUNK), false);
      waiting = waiting.subarray(CHUNK);
    }
  }
  yield chunk(waiting, true);
}

/** Takes exactly so many bytes from a stream, or what there is left. */
function taker(source: Bytes) {
  const iterator = source[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  return async (length: number): Promise<Buffer> => {
    while (held.length < length) {
      const next = await iterator.next();
      if (next.done) break;
      held = Buffer.concat([held, next.value]);
    }
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
}

function openChunk(own: Buffer, head: Buffer, body: Buffer, nonce: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', own, nonce, { authTagLength: TAG });
  decipher.setAAD(head);
  decipher.setAuthTag(body.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

/**
 * Opens what {@link sealStream} has sealed. Bytes that were given out are as they were sealed, but
 * only the end of the stream says that none is missing.
 * @throws {BackupError}
 */
export async function* openStream(key: Buffer, sealed: Bytes): AsyncGenerator<Buffer> {
  const take = taker(sealed);
  const head = await take(HEAD);
  if (head.length < HEAD || !head.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new BackupError('NOT_READABLE', 'This file is no backup of Tongma.');
  }
  const own = fileKey(key, head.subarray(MAGIC.length));
  for (let number = 0; ; number += 1) {
    const prefix = await take(4);
    if (prefix.length < 4) throw new BackupError('CUT', 'This backup ends too early.');
    const isLast = prefix.readUInt32BE() >= LAST;
    const length = prefix.readUInt32BE() % LAST;
    if (length < TAG || length > CHUNK + TAG) {
      throw new BackupError('CHANGED', 'This backup was changed.');
    }
    const body = await take(length);
    if (body.length < length) throw new BackupError('CUT', 'This backup ends too early.');
    const plain = openChunk(own, head, body, nonceOf(number, isLast));
    if (!plain) {
      throw number === 0
        ? new BackupError('NOT_READABLE', 'This backup is under another key, or was changed.')
        : new BackupError('CHANGED', 'This backup was changed.');
    }
    yield plain;
    if (!isLast) continue;
    if ((await take(1)).length > 0) {
      throw new BackupError('CUT', 'This backup goes on after its end.');
    }
    return;
  }
}
