import { openAgreementWithdrawal, withdrawalOf } from '../recognition/agreement-withdrawal.ts';
import {
  readUnverified,
  readAgreement,
  type SignedAgreement,
} from '../recognition/signed-agreement.ts';
import type { Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import type { StoredAgreement } from './agreement-store.ts';
import type { KnownAgreement } from './standing.ts';

/** What verifying needs; without a trust list nothing is signed by anybody. */
export interface VerifyPorts {
  readonly trust: () => TrustIndex | null;
  readonly verify: Verify;
}

/** A version that was read, with what its signatures are over. */
export interface ReadAgreement extends KnownAgreement {
  /** Null where a signature does not hold. */
  readonly read: SignedAgreement | null;
  readonly stored: StoredAgreement;
}

const NOBODY = { receiver: false, issuer: false };
const UNSIGNED = { signedBy: NOBODY, wasSignedBy: NOBODY };

/** Verifies a version with its withdrawals; null when its bytes are no agreement of this key. */
export async function openStored(
  stored: StoredAgreement,
  { trust, verify }: VerifyPorts,
): Promise<ReadAgreement | null> {
  const terms = readUnverified(stored.signed);
  if (terms?.receiver !== stored.receiver || terms.issuer !== stored.issuer) return null;
  if (terms.version !== stored.version) return null;
  const index = trust();
  if (!index) {
    return { agreement: terms, ...UNSIGNED, withdrawnBy: null, read: null, stored };
  }
  const opened = await readAgreement(stored.signed, index, verify);
  const read = 'fault' in opened ? null : opened;
  const withdrawals = await Promise.all(
    stored.withdrawals.map((bytes) => openAgreementWithdrawal(bytes, index, verify)),
  );
  const withdrawn = withdrawalOf(
    terms,
    withdrawals.filter((one) => one !== null),
  );
  return {
    agreement: { ...terms, withdrawnAt: withdrawn?.withdrawnAt ?? null },
    signedBy: read?.signedBy ?? NOBODY,
    wasSignedBy: read?.wasSignedBy ?? NOBODY,
    withdrawnBy: withdrawn?.by ?? null,
    ...{ read, stored },
  };
}

/** Verifies versions; those whose bytes are none are left out. */
export async function openAll(
  stored: readonly StoredAgreement[],
  ports: VerifyPorts,
): Promise<readonly ReadAgreement[]> {
  const opened = await Promise.all(stored.map((one) => openStored(one, ports)));
  return opened.filter((one) => one !== null);
}
