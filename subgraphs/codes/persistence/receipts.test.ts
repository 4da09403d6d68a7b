import { describe, expect, it } from 'vitest';
import { checkReceipt, type ReceiptRequest } from '../domain/recognition/receipt.ts';
import { unavailableVerdict } from '../domain/recognition/unavailable-verdict.ts';
import type { Signer } from '../domain/token/keys.ts';
import { nodeVerify } from './node-crypto.ts';
import { RECEIPT_CHECKS, receiptSource } from './receipts.ts';
import { together } from './together.ts';
import { aKey, aSigner, aTrust, NOW } from './signing-fakes.ts';

const signers = new Map(['330000', '510000', '440000'].map((region) => [region, aSigner()]));
const trust = aTrust(
  [...signers].map(([region, signer]) => aKey(signer, { region, use: 'receipt' })),
);
const KEYLESS = '110000';
const BROKEN = '440000';

/** A source of receipts, how often each region signed, and the faults that were told. */
function aSource() {
  const signed: string[] = [];
  const faults: unknown[] = [];
  const receiptsFor = receiptSource(
    {
      signer(region, use): Signer | undefined {
        const signer = use === 'receipt' ? signers.get(region) : undefined;
        if (!signer) return undefined;
        const sign = (data: Uint8Array) => {
          signed.push(region);
          return region === BROKEN ? Promise.reject(new Error('It is sealed.')) : signer.sign(data);
        };
        return { ...signer, sign };
      },
    },
    (fault) => faults.push(fault),
  );
  return { receiptsFor, signed, faults };
}

function aRequest(presentedIn: string, text: string): ReceiptRequest {
  const call = { presentedIn, mode: 'ONLINE', trustListVersion: 7 } as const;
  return { text, client: 'rail', verdict: unavailableVerdict(call), at: NOW };
}

/** The region that a receipt proves a verdict of on a text; null where it proves none. */
async function regionOf(receipt: string | undefined, text: string): Promise<string | null> {
  const checks = { ...RECEIPT_CHECKS, trust, verify: nodeVerify() };
  return (await checkReceipt(receipt ?? '', text, checks))?.region ?? null;
}

describe('receipts of a call', () => {
  it('are in its order, under one signature a region, without those of a region that cannot', async () => {
    const { receiptsFor, signed, faults } = aSource();
    const regions = ['510000', KEYLESS, '330000', '510000', BROKEN, '330000', KEYLESS, '510000'];
    const requests = regions.map((region, at) => aRequest(region, `HCN1:${at}`));
    const receipts = await receiptsFor(requests);
    const found = await Promise.all(receipts.map((one, at) => regionOf(one, `HCN1:${at}`)));
    const proven = regions.map((one) => (one === KEYLESS || one === BROKEN ? null : one));
    expect(found).toEqual(proven);
    expect(receipts.filter((one) => one === '')).toHaveLength(3);
    expect(signed.toSorted()).toEqual(['330000', '440000', '510000']);
    expect(faults).toHaveLength(2);
  });

  it('of one code each share a signature when they are asked for together', async () => {
    const { receiptsFor, signed, faults } = aSource();
    const texts = Array.from({ length: 20 }, (_, at) => `HCN1:${at}`);
    const one = together<ReceiptRequest, string>((requests) => receiptsFor(requests));
    const receipts = await Promise.all(texts.map((text) => one(aRequest('330000', text))));
    const found = await Promise.all(texts.map((text, at) => regionOf(receipts[at], text)));
    expect(new Set(found)).toEqual(new Set(['330000']));
    expect(signed).toEqual(['330000']);
    expect(await receiptsFor([aRequest(KEYLESS, 'HCN1:0')])).toEqual(['']);
    expect(await receiptsFor([])).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});
