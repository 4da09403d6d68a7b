import {
  asInstant,
  asInteger,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { readSign1, signSign1 } from '../token/cose-sign1.ts';
import { ES256, type Signer, type Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import type { Agreement } from './agreement.ts';

/** That one side takes back a version of an agreement. */
export interface AgreementWithdrawal {
  readonly receiver: string;
  readonly issuer: string;
  readonly version: number;
  /** Whole seconds; from then on. */
  readonly withdrawnAt: Date;
}

/** A withdrawal that holds, and which side signed it. */
export interface OpenedWithdrawal extends AgreementWithdrawal {
  /** Receiver or issuer. */
  readonly by: string;
  /** Key that signed it, 16 hexadecimal digits. */
  readonly kid: string;
}

/** Lets one side sign a withdrawal: COSE_Sign1 over deterministic CBOR. Source: RFC 9052 §4.2. */
export function signAgreementWithdrawal(
  { receiver, issuer, version, withdrawnAt }: AgreementWithdrawal,
  signer: Signer,
): Promise<Uint8Array> {
  const payload = new Map<string, CborValue>([
    ...([
      ['receiver', receiver],
      ['issuer', issuer],
      ['version', version],
      ['withdrawnAt', toSeconds(withdrawnAt)],
    ] as const),
  ]);
  return signSign1(encodeCbor(payload), signer);
}

function decodeWithdrawal(payload: Uint8Array): AgreementWithdrawal | null {
  const said = asMap(decodeCbor(payload));
  const receiver = asText(said?.get('receiver'));
  const issuer = asText(said?.get('issuer'));
  const version = asInteger(said?.get('version'));
  const withdrawnAt = asInstant(said?.get('withdrawnAt'));
  // Nothing else may stand in it: other statements are signed with the same keys.
  if (said?.size !== 4 || receiver === null || issuer === null || version === null) return null;
  return withdrawnAt && { receiver, issuer, version, withdrawnAt };
}

/** Which version bytes withdraw, whoever signed them; null when they are no withdrawal. */
export function readUnverifiedWithdrawal(bytes: Uint8Array): AgreementWithdrawal | null {
  const signed = readSign1(bytes);
  return signed && decodeWithdrawal(signed.payload);
}

/**
 * Reads a withdrawal that a `policy` key of either side signed; null for any other. A key that was
 * withdrawn since counts here: what one side has taken back stays so. Source: RULES.md §8.
 */
export async function openAgreementWithdrawal(
  bytes: Uint8Array,
  trust: TrustIndex,
  verify: Verify,
): Promise<OpenedWithdrawal | null> {
  const signed = readSign1(bytes);
  const withdrawal = signed && decodeWithdrawal(signed.payload);
  const key = signed && trust.key(signed.kid);
  if (!withdrawal || key?.use !== 'policy' || signed.alg !== ES256) return null;
  if (key.region !== withdrawal.receiver && key.region !== withdrawal.issuer) return null;
  if (!(await verify(key, signed.signed, signed.signature))) return null;
  return { ...withdrawal, by: key.region, kid: key.kid };
}

/** The earliest withdrawal of exactly this version; null when there is none. */
export function withdrawalOf(
  { receiver, issuer, version }: Agreement,
  withdrawals: readonly OpenedWithdrawal[],
): OpenedWithdrawal | null {
  return withdrawals
    .filter((one) => one.receiver === receiver && one.issuer === issuer && one.version === version)
    .reduce<OpenedWithdrawal | null>((a, b) => (a && a.withdrawnAt <= b.withdrawnAt ? a : b), null);
}

/** Agreements with the instants from which they are withdrawn. */
export function withWithdrawals(
  agreements: readonly Agreement[],
  withdrawals: readonly OpenedWithdrawal[],
): Agreement[] {
  return agreements.map((agreement) => ({
    ...agreement,
    withdrawnAt: withdrawalOf(agreement, withdrawals)?.withdrawnAt ?? null,
  }));
}
