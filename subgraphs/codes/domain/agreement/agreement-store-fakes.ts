import { sameBytes } from '../token/bytes.ts';
import type { AgreementStore, Pair, StoredAgreement, StoredWithdrawal } from './agreement-store.ts';
import { agreementId, type AgreementDraft } from './terms.ts';

/** A store in memory that does what the real one does. */
export interface FakeAgreements extends AgreementStore {
  readonly stored: ReadonlyMap<string, Uint8Array>;
}

/** Makes a {@link FakeAgreements}. */
export function fakeAgreements(): FakeAgreements {
  const stored = new Map<string, Uint8Array>();
  const keys = new Map<string, Omit<StoredAgreement, 'signed' | 'withdrawals'>>();
  const withdrawals: StoredWithdrawal[] = [];
  const drafts = new Map<string, AgreementDraft>();
  const all = () =>
    [...keys].map(([id, key]) => ({
      ...{ ...key, signed: stored.get(id) ?? new Uint8Array() },
      withdrawals: withdrawals.filter((one) => agreementId(one) === id).map(({ signed }) => signed),
    }));
  const isOf = (pairs: readonly Pair[]) => (one: Pair) =>
    pairs.some(({ receiver, issuer }) => one.receiver === receiver && one.issuer === issuer);
  return {
    stored,
    ofPairs: (pairs) => Promise.resolve(all().filter(isOf(pairs))),
    withdrawalsOf: (pairs) => Promise.resolve(withdrawals.filter(isOf(pairs))),
    list: (region) => {
      const rows = all().filter(
        ({ receiver, issuer }) => region === null || [receiver, issuer].includes(region),
      );
      return Promise.resolve({ rows, total: () => Promise.resolve(rows.length) });
    },
    addDraft: (draft) => Promise.resolve(void drafts.set(draft.id, draft)),
    draft: (id) => Promise.resolve(drafts.get(id) ?? null),
    add({ receiver, issuer, version }, signed) {
      const key = { receiver, issuer, version };
      const id = agreementId(key);
      if (stored.has(id)) return Promise.resolve(false);
      stored.set(id, signed);
      keys.set(id, key);
      return Promise.resolve(true);
    },
    replace(key, read, signed) {
      const id = agreementId(key);
      const isSame = sameBytes(stored.get(id) ?? new Uint8Array(), read);
      if (isSame) stored.set(id, signed);
      return Promise.resolve(isSame);
    },
    withdraw(withdrawal) {
      const isKnown = withdrawals.some(
        (one) => agreementId(one) === agreementId(withdrawal) && one.side === withdrawal.side,
      );
      if (!isKnown) withdrawals.push(withdrawal);
      return Promise.resolve(!isKnown);
    },
  };
}
