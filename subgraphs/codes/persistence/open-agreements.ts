import {
  openAgreementWithdrawal,
  withWithdrawals,
} from '../domain/recognition/agreement-withdrawal.ts';
import type { Agreement } from '../domain/recognition/agreement.ts';
import { openAgreement } from '../domain/recognition/signed-agreement.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import { openedOnce } from './opened-once.ts';

/** What agreements are opened from. */
export interface AgreementRows {
  readonly agreements: readonly { readonly signed: Uint8Array }[];
  readonly withdrawals: readonly { readonly signed: Uint8Array }[];
}

/** Everything in a trust list that a signature depends on. */
function keysOf({ list }: TrustIndex): string {
  return JSON.stringify([
    list.version,
    ...list.regions.flatMap(({ keys }) => keys.map(({ kid, state }) => `${kid} ${state}`)),
  ]);
}

/**
 * Opens agreements with their withdrawals, time and again. A withdrawn one is kept: it must not give
 * way to the older one it replaced.
 */
export function agreementOpener(verify: Verify) {
  const openOne = openedOnce((bytes, trust: TrustIndex) => openAgreement(bytes, trust, verify));
  const openWithdrawal = openedOnce((bytes, trust: TrustIndex) =>
    openAgreementWithdrawal(bytes, trust, verify),
  );
  const bytesOf = (rows: AgreementRows['agreements']) => rows.map(({ signed }) => signed);
  return async (rows: AgreementRows, trust: TrustIndex): Promise<readonly Agreement[]> => {
    const under = keysOf(trust);
    const [opened, withdrawn] = await Promise.all([
      openOne(bytesOf(rows.agreements), under, trust),
      openWithdrawal(bytesOf(rows.withdrawals), under, trust),
    ]);
    return withWithdrawals(
      opened.filter((agreement) => agreement !== null),
      withdrawn.filter((withdrawal) => withdrawal !== null),
    );
  };
}
