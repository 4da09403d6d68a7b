import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacSha256 } from './hmac.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('HMAC of a text', () => {
  it('is as the standard has it', () => {
    const key = new Uint8Array(131).fill(0xaa); // RFC 4231 §4.7
    expect(hex(hmacSha256(key, 'Test Using Larger Than Block-Size Key - Hash Key First'))).toBe(
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    );
  });

  it('is the same by a key object, whatever bytes the key has and wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 150 }),
        fc.nat({ max: 100 }),
        fc.string({ unit: 'binary' }),
        (bytes, from, text) => {
          const key = bytes.subarray(from);
          const known = createHmac('sha256', createSecretKey(key)).update(text, 'utf8').digest();
          expect(hex(hmacSha256(key, text))).toBe(hex(known));
        },
      ),
    );
  });
});
