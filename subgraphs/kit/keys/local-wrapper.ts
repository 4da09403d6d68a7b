import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { KEY_LEASE_MS, KeyUnavailableError, type KeyWrapper } from './key-wrapper.ts';

/** Key-encryption keys, 32 bytes each: the one that wraps, and those that still open. */
export interface KeyEncryptionKeys {
  readonly current: Buffer;
  readonly old: readonly Buffer[];
}

const NONCE = 12;
const TAG = 16;

/** Id of a key-encryption key: says which it is and nothing about it. 16 hexadecimal digits. */
export function kekId(kek: Buffer): string {
  return createHmac('sha256', kek).update('tongma kek id').digest('hex').slice(0, 16);
}

function seal(kek: Buffer, key: Buffer, place: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', kek, nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function open(kek: Buffer, bytes: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', kek, bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
}

/**
 * Wraps by AES-256-GCM under keys of this process. `read` is asked again at most every lease, and
 * at once for a key-encryption key that is not known: a changed file is seen without a restart.
 */
export function localWrapper(read: () => KeyEncryptionKeys, leaseMs = KEY_LEASE_MS): KeyWrapper {
  let known = read();
  let at = performance.now();

  function keks(again = false): KeyEncryptionKeys {
    if (again || performance.now() - at >= leaseMs) {
      known = read();
      at = performance.now();
    }
    return known;
  }

  function byId(id: string): Buffer | undefined {
    const find = ({ current, old }: KeyEncryptionKeys) =>
      [current, ...old].find((kek) => kekId(kek) === id);
    return find(keks()) ?? find(keks(true));
  }

  return {
    current: async () => Promise.resolve(kekId(keks().current)),
    wrap: async (key, place) => {
      const { current } = keks();
      return Promise.resolve({ kek: kekId(current), bytes: seal(current, key, place) });
    },
    unwrap: async ({ kek: id, bytes }, place) => {
      const kek = byId(id);
      if (!kek) {
        throw new KeyUnavailableError(
          'A key of the key ring is wrapped under a FIELD_KEY that is not given here.',
        );
      }
      try {
        return await Promise.resolve(open(kek, bytes, place));
      } catch (cause) {
        throw new KeyUnavailableError('A key of the key ring was changed or moved.', { cause });
      }
    },
    derived: async (region) => {
      const { current, old } = keks();
      const master = old.at(-1) ?? current;
      const key = hkdfSync('sha256', master, '', `tongma field ${region}`, 32);
      return Promise.resolve(Buffer.from(key));
    },
  };
}
