import { DomainError } from '../../../kit/domain-error.ts';
import type { ProposalKind } from '../../../kit/proposal/proposal.ts';
import type { KeyUse } from '../token/keys.ts';
import { trustIndex, type TrustIndex } from './trust-list.ts';

/** A signing key that is withdrawn, before a trust list says so. */
export interface WithdrawnKey {
  readonly region: string;
  /** 16 hexadecimal digits. */
  readonly kid: string;
}

/** One that was withdrawn here. */
export interface KeyWithdrawal extends WithdrawnKey {
  readonly withdrawnAt: Date;
  readonly reason: string;
}

/** Withdrawals, kept; and what hangs on a key. */
export interface KeyWithdrawals {
  /** False when it was withdrawn before. Atomic. */
  withdraw(withdrawal: KeyWithdrawal): Promise<boolean>;
  /** Texts that are valid now and were issued for a use of a region's keys since an instant. */
  countLive(region: string, use: KeyUse, since: Date): Promise<number>;
}

/**
 * A trust list with the keys that were withdrawn since: TERMINATED from now on, whatever the list
 * says. A key is only ever taken away here. Source: DESIGN.md §6.
 */
export function withoutKeys(index: TrustIndex, withdrawn: readonly WithdrawnKey[]): TrustIndex {
  if (withdrawn.length === 0) return index;
  const gone = new Set(withdrawn.map(({ region, kid }) => `${region} ${kid}`));
  const regions = index.list.regions.map((region) => ({
    ...region,
    keys: region.keys.map((key) =>
      gone.has(`${key.region} ${key.kid}`) ? { ...key, state: 'TERMINATED' as const } : key,
    ),
  }));
  return trustIndex({ ...index.list, regions });
}

/** What withdrawing needs. */
export interface KeyWithdrawalPorts {
  readonly store: KeyWithdrawals;
  readonly trust: () => TrustIndex | null;
  readonly now: () => Date;
}

/**
 * Withdrawal of a signing key: two people of two agencies. Everything it signed is refused
 * afterwards, so what hangs on it is counted first. Source: SECURITY.md, invariant 6.
 */
export function keyWithdrawalKind({ store, trust, now }: KeyWithdrawalPorts): ProposalKind {
  function keyOf(region: string, kid: string) {
    const key = trust()?.key(kid);
    if (key?.region !== region) {
      throw new DomainError('NOT_FOUND', 'This region has no such key.', {
        fields: ['input.kid'],
      });
    }
    if (key.state === 'TERMINATED') {
      throw new DomainError('ILLEGAL_TRANSITION', 'This key is withdrawn already.');
    }
    return key;
  }

  return {
    ...{
      kind: 'KEY_WITHDRAWAL',
      rights: { propose: 'key:withdraw', decide: 'key:withdraw' },
      otherAgency: true,
      validHours: 48,
    },
    async dryRun(region, kid) {
      const { use, notBefore } = keyOf(region, kid);
      return [{ name: 'liveTexts', count: await store.countLive(region, use, notBefore) }];
    },
    async apply({ region, about, reason }) {
      keyOf(region, about);
      const withdrawal = { region, kid: about, withdrawnAt: now(), reason };
      if (!(await store.withdraw(withdrawal))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'This key is withdrawn already.');
      }
    },
  };
}
