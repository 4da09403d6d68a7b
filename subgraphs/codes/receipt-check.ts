import { OperatorError } from '../kit/operator-error.ts';
import { keyId } from '../kit/signing/sealed-signer.ts';
import { checkReceipt, regionClaimed, type ReceiptFacts } from './domain/recognition/receipt.ts';
import { openTrustList, type TrustRules } from './domain/trust/trust-list.ts';
import { nodeVerify } from './persistence/node-crypto.ts';
import { RECEIPT_CHECKS } from './persistence/receipts.ts';

export type { ReceiptFacts } from './domain/recognition/receipt.ts';

/** What a receipt is checked with. */
export interface ReceiptTrust {
  /** A trust list as its roots signed it. */
  readonly trustList: Uint8Array;
  readonly environment: TrustRules['environment'];
  /** How many roots must have signed. */
  readonly threshold: number;
  /** SPKI, DER, base64. */
  readonly roots: readonly string[];
}

/** The region that a receipt says it is of, unchecked; null for what is no receipt. */
export function regionOfReceipt(receipt: string): string | null {
  return regionClaimed(receipt, RECEIPT_CHECKS);
}

/**
 * Checks the receipt of a verdict against the text it is said to be for; null when it does not hold.
 * @throws {OperatorError} when the trust list is not to be trusted, with why
 */
export async function checkCodeReceipt(
  receipt: string,
  text: string,
  { trustList, environment, threshold, roots }: ReceiptTrust,
  now: Date,
): Promise<ReceiptFacts | null> {
  const verify = nodeVerify();
  const keys = roots.map((root) => {
    const spki = Buffer.from(root, 'base64');
    return { kid: keyId(spki), spki };
  });
  const trust = await openTrustList(trustList, {
    ...{ roots: keys, threshold, environment, current: 0, verify, now },
  });
  if ('fault' in trust) throw new OperatorError(`The trust list is not taken: ${trust.fault}.`);
  return checkReceipt(receipt, text, { ...RECEIPT_CHECKS, trust, verify });
}
