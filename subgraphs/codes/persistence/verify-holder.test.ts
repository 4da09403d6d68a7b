import { describe, expect, it, vi } from 'vitest';
import { webVerifyHolder } from '../verify/web-crypto.ts';
import { nodeVerifyHolder } from './node-crypto.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

// RFC 8032 §7.1, test 2.
const KEY = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
const DATA = hex('72');
const R = '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da';
const S = '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
/** S plus the order of the group: the same number to a careless check. */
const S_AGAIN = 'f52db7415978abc61b2c2eb6aeebfca0387b2eaeb4302aeeb00d291612bb0c10';

describe.each([
  ['in Node', nodeVerifyHolder()],
  ['by WebCrypto', webVerifyHolder()],
])('a signature of a holder %s', (_where, verify) => {
  it('holds as RFC 8032 says', async () => {
    expect(await verify(KEY, DATA, hex(R + S))).toBe(true);
  });

  it.each([
    ['over other bytes', KEY, hex('73'), hex(R + S)],
    ['by another key', hex('11'.repeat(32)), DATA, hex(R + S)],
    ['by a key that is none', hex('ff'.repeat(32)), DATA, hex(R + S)],
    ['by a key that is too short', KEY.subarray(1), DATA, hex(R + S)],
    ['that is too short', KEY, DATA, hex(R)],
    ['that is empty', KEY, DATA, new Uint8Array()],
    ['in a second form: S beyond the order', KEY, DATA, hex(R + S_AGAIN)],
  ])('%s does not', async (_title, key, data, signature) => {
    expect(await verify(key, data, signature)).toBe(false);
  });
});

it('where there is no Ed25519 nothing is said of a signature', async () => {
  const missing = new DOMException('Unrecognized name.', 'NotSupportedError');
  const importing = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(missing);
  try {
    await expect(webVerifyHolder()(KEY, DATA, hex(R + S))).rejects.toBe(missing);
  } finally {
    importing.mockRestore();
  }
});
