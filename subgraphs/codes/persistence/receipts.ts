import { randomBytes } from 'node:crypto';
import { makeReceipts, type ReceiptRequest } from '../domain/recognition/receipt.ts';
import type { RegionSigners } from './key-file.ts';
import { hmacSha256, sha256 } from './node-crypto.ts';

const PORTS = {
  sha256,
  hmac: hmacSha256,
  randomBytes: (length: number) => randomBytes(length),
  base64url: (bytes: Uint8Array) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url'),
};

/** Cryptography that receipts are checked with. */
export const RECEIPT_CHECKS = {
  ...PORTS,
  fromBase64url: (text: string) => new Uint8Array(Buffer.from(text, 'base64url')),
};

/** Gives receipts of verdicts, in order; '' where there is none. Never rejects. */
export type ReceiptsFor = (requests: readonly ReceiptRequest[]) => Promise<string[]>;

/**
 * Gives receipts; those that are asked for together share one signature a region. `onFault` is told of a
 * region whose receipts could not be made: it has no receipt key here, or none that signs.
 */
export function receiptSource(keys: RegionSigners, onFault: (error: unknown) => void): ReceiptsFor {
  async function ofRegion(region: string, requests: readonly ReceiptRequest[]) {
    try {
      const signer = keys.signer(region, 'receipt');
      if (!signer) throw new Error('This region has no receipt key here.');
      return await makeReceipts(requests, signer, PORTS);
    } catch (error) {
      onFault(error);
      return [];
    }
  }

  return async (requests) => {
    const receipts = new Map<ReceiptRequest, string>();
    const byRegion = Map.groupBy(requests, ({ verdict }) => verdict.presentedIn);
    await Promise.all(
      [...byRegion].map(async ([region, group]) => {
        const made = await ofRegion(region, group);
        for (const [at, receipt] of made.entries()) {
          const request = group[at];
          if (request) receipts.set(request, receipt);
        }
      }),
    );
    return requests.map((request) => receipts.get(request) ?? '');
  };
}
