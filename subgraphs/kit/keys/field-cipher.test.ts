import { createCipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createBlindIndex } from './blind-index.ts';
import { createFieldCipher, headOf, SealBrokenError } from './field-cipher.ts';
import { aRing } from './key-fakes.ts';

const cipher = createFieldCipher(aRing());
const place = { region: '330000', column: 'name', row: '330000-A' };
const sealed = await cipher.seal('周样甲', place);

/** As values were sealed before there was a key ring. */
function sealedBefore(text: string): Buffer {
  const key = hkdfSync('sha256', Buffer.alloc(32, 1), '', 'tongma field 330000', 32);
  const nonce = Buffer.alloc(12, 7);
  const seal = createCipheriv('aes-256-gcm', Buffer.from(key), nonce);
  seal.setAAD(Buffer.concat([headOf(1), Buffer.from('330000\0name\x00330000-A')]));
  return Buffer.concat([headOf(1), nonce, seal.update(text), seal.final(), seal.getAuthTag()]);
}

describe('sealed fields', () => {
  it('open where they were sealed, and do not show the text', async () => {
    expect(await cipher.open(sealed, place)).toBe('周样甲');
    expect(sealed.includes(Buffer.from('周样甲'))).toBe(false);
  });

  it('differ each time', async () => {
    expect((await cipher.seal('周样甲', place)).equals(sealed)).toBe(false);
  });

  it('open that were sealed under the key derived before there was a ring', async () => {
    expect(await cipher.open(sealedBefore('周样甲'), place)).toBe('周样甲');
    expect(await createFieldCipher(aRing()).open(sealedBefore('周样甲'), place)).toBe('周样甲');
  });

  it.each([
    { ...place, region: '510000' },
    { ...place, column: 'phone' },
    { ...place, row: '330000-B' },
  ])('do not open at %j', async (other) => {
    await expect(cipher.open(sealed, other)).rejects.toThrow(SealBrokenError);
  });

  it('do not open when one bit is changed, wherever', async () => {
    for (let at = 0; at < sealed.length * 8; at += 1) {
      const copy = Buffer.from(sealed);
      copy[at >> 3]! ^= 1 << (at & 7);
      await expect(cipher.open(copy, place)).rejects.toThrow(SealBrokenError);
    }
  });

  it('do not open under another key, cut off, or empty', async () => {
    const other = createFieldCipher(aRing());
    await expect(other.open(sealed, place)).rejects.toThrow(SealBrokenError);
    await expect(cipher.open(sealed.subarray(0, -1), place)).rejects.toThrow(SealBrokenError);
    await expect(cipher.open(Buffer.alloc(0), place)).rejects.toThrow(SealBrokenError);
  });
});

describe('the blind index', () => {
  const index = createBlindIndex(aRing());
  const hash = async (type: string, number: string) => {
    const found = await index.find(type, number);
    return found.hash.toString('hex');
  };

  it('finds the same document and no other', async () => {
    expect(await hash('01', '123')).toBe(await hash('01', '123'));
    const others = [await hash('03', '123'), await hash('01', '124'), await hash('0', '1123')];
    expect(others).not.toContain(await hash('01', '123'));
  });

  it('fills in the place of its key alone', async () => {
    const filled = await index.fill('01', '123');
    expect(filled.odd?.toString('hex')).toBe(await hash('01', '123'));
    expect(filled.even).toBeNull();
  });
});
