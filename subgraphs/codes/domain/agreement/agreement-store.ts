import type { Page, Rows } from '../../../kit/page.ts';
import type { AgreementDraft, AgreementKey } from './terms.ts';

/** A version as it is kept: what was signed, nothing of it verified. */
export interface StoredAgreement extends AgreementKey {
  /** COSE_Sign by one side or both. */
  readonly signed: Uint8Array;
  /** COSE_Sign1, each by one side. */
  readonly withdrawals: readonly Uint8Array[];
}

/** A withdrawal as it is kept. */
export interface StoredWithdrawal extends AgreementKey {
  /** Region that signed it. */
  readonly side: string;
  readonly signed: Uint8Array;
}

/** A pair of regions: who accepts whom. */
export type Pair = Pick<AgreementKey, 'receiver' | 'issuer'>;

/** Agreements, kept. */
export interface AgreementStore {
  /** All versions of some pairs. */
  ofPairs(pairs: readonly Pair[]): Promise<readonly StoredAgreement[]>;
  /** All withdrawals of some pairs, also of versions that are not kept. */
  withdrawalsOf(pairs: readonly Pair[]): Promise<readonly StoredWithdrawal[]>;
  /** Versions of which a region is one side, by pair, the newest first; null = of all regions. */
  list(region: string | null, page: Page): Promise<Rows<AgreementKey>>;
  addDraft(draft: AgreementDraft): Promise<void>;
  draft(id: string): Promise<AgreementDraft | null>;
  /** Adds a version; false when the pair has one of this number. Atomic. */
  add(key: AgreementKey, signed: Uint8Array): Promise<boolean>;
  /** Puts further signatures in place of what was read; false when it has changed. Atomic. */
  replace(key: AgreementKey, read: Uint8Array, signed: Uint8Array): Promise<boolean>;
  /** False when this side has withdrawn it before. Atomic. */
  withdraw(withdrawal: StoredWithdrawal): Promise<boolean>;
}
