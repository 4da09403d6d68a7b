import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hmacSha256, nodeVerify, sha256 } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, NOW } from '../../persistence/signing-fakes.ts';
import { asBytes, asMap, decodeCbor } from '../token/cbor.ts';
import type { Signer, TrustedKey } from '../token/keys.ts';
import { merkleLevels } from '../../../kit/standards/merkle.ts';
import { checkReceipt, makeReceipts, RECEIPT_MAX, type ReceiptRequest } from './receipt.ts';
import { unavailableVerdict } from './unavailable-verdict.ts';

const ports = {
  ...{ sha256, hmac: hmacSha256 },
  randomBytes: (length: number) => Uint8Array.from(randomBytes(length)),
  base64url: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url'),
  fromBase64url: (text: string) => Uint8Array.from(Buffer.from(text, 'base64url')),
};
const signer = aSigner();
const KEY = aKey(signer, { region: '510000', use: 'receipt' });
const verify = nodeVerify();

function aRequest(text = 'HCN1:ABC', at = NOW): ReceiptRequest {
  const call = { presentedIn: '510000', mode: 'ONLINE', trustListVersion: 7 } as const;
  const verdict = { ...unavailableVerdict(call), outcome: 'RECOGNIZED', color: 'GREEN' } as const;
  return { text, client: 'rail', verdict, at };
}

function check(receipt: string, text = 'HCN1:ABC', key: Partial<TrustedKey> = {}) {
  return checkReceipt(receipt, text, { ...ports, verify, trust: aTrust([{ ...KEY, ...key }]) });
}

const batch = (count: number) => Array.from({ length: count }, (_, at) => aRequest(`HCN1:${at}`));
const [one = ''] = await makeReceipts([aRequest()], signer, ports);
const FACTS = { client: 'rail', region: '510000', outcome: 'RECOGNIZED', color: 'GREEN', at: NOW };

describe('receipts', () => {
  it.each([1, 2, 3, 5, 8, 13])('of a batch of %i hold, each for its own text', async (count) => {
    const receipts = await makeReceipts(batch(count), signer, ports);
    for (const [at, receipt] of receipts.entries()) {
      expect(await check(receipt, `HCN1:${at}`)).toEqual(FACTS);
      expect(await check(receipt, `HCN1:${at + 1}`)).toBeNull();
    }
  });

  it('of a thousand take one signature and stay short', async () => {
    let signatures = 0;
    const counted: Signer = {
      ...signer,
      sign: (data) => ((signatures += 1), signer.sign(data)),
    };
    const receipts = await makeReceipts(batch(1_000), counted, ports);
    expect(signatures).toBe(1);
    expect(Math.max(...receipts.map(({ length }) => length))).toBeLessThan(RECEIPT_MAX / 4);
    expect(await check(receipts[999] ?? '', 'HCN1:999')).toEqual(FACTS);
    expect(await makeReceipts([], counted, ports)).toEqual([]);
    expect(signatures).toBe(1);
  });

  it('of the same text differ, and do not hold it', async () => {
    const [first = '', second = ''] = await makeReceipts([aRequest(), aRequest()], signer, ports);
    const leafOf = (receipt: string) =>
      asBytes(asMap(decodeCbor(ports.fromBase64url(receipt.slice(5))))?.get(1)) ?? new Uint8Array();
    expect(leafOf(first)).not.toEqual(leafOf(second));
    const plain = [Buffer.from('HCN1:ABC'), createHash('sha256').update('HCN1:ABC').digest()];
    expect(plain.some((bytes) => Buffer.from(leafOf(first)).includes(bytes))).toBe(false);
  });

  it.each<[string, string, string, Partial<TrustedKey>]>([
    ['for another text', one, 'HCN1:ABD', {}],
    ['without the prefix', one.slice(5), 'HCN1:ABC', {}],
    ['with a trailing character', `${one}A`, 'HCN1:ABC', {}],
    ['with padding', `${one}=`, 'HCN1:ABC', {}],
    ['with a line end', `${one}\n`, 'HCN1:ABC', {}],
    ['too long', one.padEnd(RECEIPT_MAX + 1, 'A'), 'HCN1:ABC', {}],
    ['empty', '', 'HCN1:ABC', {}],
    ['of an unknown key', one, 'HCN1:ABC', { kid: '0000000000000000' }],
    ['of a key of another use', one, 'HCN1:ABC', { use: 'dynamic' }],
    ['of a terminated key', one, 'HCN1:ABC', { state: 'TERMINATED' }],
    ['of a key of another region', one, 'HCN1:ABC', { region: '330000' }],
    ['from before the key began', one, 'HCN1:ABC', { notBefore: after(1) }],
    ['from when the key had ended', one, 'HCN1:ABC', { notAfter: NOW }],
  ])('are refused %s', async (_title, receipt, text, key) => {
    expect(await check(receipt, text, key)).toBeNull();
  });

  it('are refused with any one bit flipped', async () => {
    const [, receipt = ''] = await makeReceipts(batch(2), signer, ports);
    const bytes = ports.fromBase64url(receipt.slice(5));
    const found = await Promise.all(
      Array.from({ length: bytes.length * 8 }, (_, bit) => {
        const copy = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
        return check(`HCR1:${ports.base64url(copy)}`, 'HCN1:1');
      }),
    );
    expect(found.every((facts) => facts === null)).toBe(true);
  }, 30_000);
});

describe('the Merkle tree', () => {
  // MTH of RFC 6962 §2.1, as it is written there.
  function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
    const [first] = leaves;
    if (first && leaves.length === 1) return sha256(Uint8Array.of(0, ...first));
    const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
    const parts = [treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split))];
    return sha256(Uint8Array.of(1, ...parts.flatMap((part) => [...part])));
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 33])('of %i leaves is that of RFC 6962', (count) => {
    const leaves = Array.from({ length: count }, (_, at) => Uint8Array.of(at, at));
    expect(merkleLevels(leaves, sha256).at(-1)).toEqual([treeHash(leaves)]);
  });
});
