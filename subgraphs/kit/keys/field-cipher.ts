import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

/** Where a sealed value stands; it opens nowhere else. */
export interface FieldPlace {
  readonly region: string;
  readonly column: string;
  readonly row: string;
}

/** Seals single fields. Source: SECURITY.md, Data at rest. */
export interface FieldCipher {
  /** Under the newest key of the region; asked within the transaction that writes the value. */
  seal(text: string, place: FieldPlace): Promise<Buffer>;
  /** @throws {SealBrokenError} when the value was changed or stands elsewhere */
  open(sealed: Uint8Array, place: FieldPlace): Promise<string>;
}

/** A sealed value does not open: it was changed, moved, or its key is gone. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 5; // version, key id (4 bytes, big endian)

/** First bytes of what a data key seals: they say which key it is. */
export function headOf(keyId: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(VERSION, 0);
  head.writeUInt32BE(keyId, 1);
  return head;
}

function additionalData({ region, column, row }: FieldPlace, head: Uint8Array): Buffer {
  return Buffer.concat([head, Buffer.from(`${region}\0${column}\0${row}`)]);
}

/** AES-256-GCM over version, key id, nonce; additional data = key id, region, column, row. */
export function createFieldCipher(ring: Pick<KeyRing, 'data' | 'dataById'>): FieldCipher {
  return {
    async seal(text, place) {
      const { id, key } = await ring.data(place.region);
      const head = headOf(id);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(additionalData(place, head));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([head, nonce, body, cipher.getAuthTag()]);
    },
    async open(sealed, place) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < HEAD + NONCE + TAG || bytes.readUInt8(0) !== VERSION) {
        throw new SealBrokenError('This is no sealed value.');
      }
      const key = await ring.dataById(place.region, bytes.readUInt32BE(1));
      if (!key) throw new SealBrokenError('The key of this value is gone.');
      const nonce = bytes.subarray(HEAD, HEAD + NONCE);
      const decipher = createDecipheriv('aes-256-gcm', key.key, nonce);
      decipher.setAAD(additionalData(place, bytes.subarray(0, HEAD)));
      decipher.setAuthTag(bytes.subarray(-TAG));
      try {
        const body = decipher.update(bytes.subarray(HEAD + NONCE, -TAG));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SealBrokenError('This value was changed or moved.', { cause });
      }
    },
  };
}
