import { randomBytes } from 'node:crypto';
import DataLoader from 'dataloader';
import { makeReceipts, type ReceiptRequest } from '../domain/recognition/receipt.ts';
import { oneAfterAnother } from './one-after-another.ts';
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

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('No receipt was made.', { cause: error });
}

/**
 * Gives receipts; those of one region asked for together, in one call or in several, share one
 * signature. Rejects where a region has no receipt key here.
 */
export function receiptSource(keys: RegionSigners): (request: ReceiptRequest) => Promise<string> {
  async function ofRegion(region: string, requests: readonly ReceiptRequest[]) {
    const signer = keys.signer(region, 'receipt');
    if (!signer) throw new Error('This region has no receipt key here.');
    return makeReceipts(requests, signer, PORTS);
  }

  const turns = oneAfterAnother(1);

  const loader = new DataLoader<ReceiptRequest, string>(
    (requests) =>
      turns.run(async () => {
        const receipts = new Map<ReceiptRequest, string | Error>();
        const byRegion = Map.groupBy(requests, ({ verdict }) => verdict.presentedIn);
        await Promise.all(
          [...byRegion].map(async ([region, group]) => {
            const made = await ofRegion(region, group).catch(asError);
            group.forEach((request, index) => {
              const receipt = made instanceof Error ? made : made[index];
              if (receipt !== undefined) receipts.set(request, receipt);
            });
          }),
        );
        return requests.map(
          (request) => receipts.get(request) ?? new Error('No receipt was made.'),
        );
      }),
    { cache: false, maxBatchSize: 1_000, batchScheduleFn: turns.schedule },
  );
  return (request) => loader.load(request);
}
