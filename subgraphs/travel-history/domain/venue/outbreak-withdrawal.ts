import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { refuseIf } from '../../../kit/allowed-action.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import type { Identity } from '../../../kit/identity.ts';
import { checkedReason } from '../../../kit/reason.ts';
import type { Outbreak, Told } from './outbreak.ts';

/** When an outbreak was withdrawn, by whom and why. */
export interface Withdrawal {
  readonly withdrawnAt: Date;
  readonly withdrawnBy: string;
  readonly withdrawReason: string;
}

/** What a withdrawal needs of outbreaks that are kept. */
export interface WithdrawalStore {
  find(id: string): Promise<Outbreak | null>;
  /**
   * Keeps that an outbreak is withdrawn, once the visits that are being written are there; false
   * when it was before. From then on no visit is told of it. Atomic.
   */
  withdraw(outbreak: Outbreak, withdrawal: Withdrawal): Promise<boolean>;
  /** The next who were told, by their visits; none when there are no more. */
  toldOf(outbreak: Outbreak, after: Told | null): Promise<readonly Told[]>;
  /** Takes back the notices of some who were told. */
  takeBack(outbreak: Outbreak, told: readonly Told[], at: Date): Promise<void>;
}

/** What the use cases need. */
export interface WithdrawalPorts {
  readonly store: WithdrawalStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
}

/** What stands against withdrawing an outbreak. */
export function againstWithdrawing(
  { region, withdrawnAt }: Outbreak,
  by: Identity,
): DomainError | null {
  if (!by.scopes.includes('case:manage')) {
    return new DomainError('SCOPE_MISSING', 'You may not withdraw outbreaks.');
  }
  if (!by.regions.includes(region)) {
    return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
  if (withdrawnAt === null) return null;
  return new DomainError('ILLEGAL_TRANSITION', 'This outbreak was withdrawn before.');
}

/** Use cases of outbreaks that were declared by mistake. Source: RULES.md §7. */
export function withdrawalUseCases({ store, audit, now }: WithdrawalPorts) {
  async function takeBackAll(outbreak: Outbreak, at: Date): Promise<number> {
    let notices = 0;
    let last: Told | null = null;
    for (;;) {
      const told: readonly Told[] = await store.toldOf(outbreak, last);
      last = told.at(-1) ?? null;
      if (!last) return notices;
      await store.takeBack(outbreak, told, at);
      notices += told.length;
    }
  }

  return {
    /**
     * Withdraws an outbreak with every notice that came of it; notices of other outbreaks stand.
     * One that was withdrawn before is answered as it is: no notice is taken back twice.
     * @throws {DomainError} NOT_FOUND, SCOPE_MISSING, REGION_OUT_OF_SCOPE, BAD_USER_INPUT
     */
    async withdraw(outbreakId: string, given: string, by: Identity): Promise<Outbreak> {
      const withdrawReason = checkedReason(given);
      const outbreak = await store.find(outbreakId);
      if (!outbreak) {
        throw new DomainError('NOT_FOUND', 'No such outbreak.', { fields: ['input.outbreakId'] });
      }
      refuseIf(againstWithdrawing({ ...outbreak, withdrawnAt: null }, by));
      const withdrawnAt = now();
      const withdrawal = { withdrawnAt, withdrawnBy: by.subject, withdrawReason };
      const first = await store.withdraw(outbreak, withdrawal);
      const contacts = first ? await takeBackAll(outbreak, withdrawnAt) : 0;
      const { region, venueId } = outbreak;
      audit.note({
        ...{ region, action: 'OUTBREAK_WITHDRAWN', objectId: outbreakId, reason: withdrawReason },
        detail: { contacts, venueId, repeated: !first },
      });
      if (first) return { ...outbreak, withdrawnAt, withdrawReason };
      return (await store.find(outbreakId)) ?? outbreak;
    },
  };
}
