import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where a sealed value stands; it opens nowhere else. */
export interface FieldPlace {
  readonly region: string;
  readonly column: string;
  readonly row: string;
}

/** A data key with the id that is written beside what it seals. */
export interface DataKey {
  readonly id: number;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** Data keys by region. Wrapped keys and rotation stand behind this. */
export interface DataKeys {
  current(region: string): DataKey;
  byId(region: string, id: number): DataKey | null;
}

/** Seals single fields. Source: SECURITY.md, Data at rest. */
export interface FieldCipher {
  seal(text: string, place: FieldPlace): Buffer;
  /** @throws {SealBrokenError} when the value was changed or stands elsewhere */
  open(sealed: Uint8Array, place: FieldPlace): string;
}

/** A sealed value does not open: it was changed, moved, or its key is gone. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 5; // version, key id (4 bytes, big endian)

/** One data key a region, derived from a master key by HKDF-SHA256. */
export function derivedKeys(masterKey: Buffer): DataKeys {
  const keys = new Map<string, DataKey>();
  function current(region: string): DataKey {
    const known = keys.get(region);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', masterKey, '', `tongma field ${region}`, 32));
    const made = { id: 1, key };
    keys.set(region, made);
    return made;
  }
  return { current, byId: (region, id) => (id === 1 ? current(region) : null) };
}

function additionalData({ region, column, row }: FieldPlace, head: Uint8Array): Buffer {
  return Buffer.concat([head, Buffer.from(`${region}\0${column}\0${row}`)]);
}

/** AES-256-GCM over version, key id, nonce; additional data = key id, region, column, row. */
export function createFieldCipher(keys: DataKeys): FieldCipher {
  return {
    seal(text, place) {
      const { id, key } = keys.current(place.region);
      const head = Buffer.alloc(HEAD);
      head.writeUInt8(VERSION, 0);
      head.writeUInt32BE(id, 1);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(additionalData(place, head));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([head, nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < HEAD + NONCE + TAG || bytes.readUInt8(0) !== VERSION) {
        throw new SealBrokenError('This is no sealed value.');
      }
      const key = keys.byId(place.region, bytes.readUInt32BE(1));
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
