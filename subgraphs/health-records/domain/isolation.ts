import { refuseIf } from '../../kit/allowed-action.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { refuse } from './checks.ts';
import type { RecordPorts } from './self-reports.ts';
import type { Citation, IsolationOrder, IsolationPlace } from './records.ts';
import { againstReleasing } from './record-actions.ts';

const DAY_MS = 86_400_000;
/** Longest order, in days. */
const LONGEST_DAYS = 30;

/** An order as an official gives it. */
export interface NewIsolationOrder {
  readonly residentId: string;
  readonly place: IsolationPlace;
  readonly from: Date;
  readonly until: Date;
  readonly citation: Citation;
}

/** Use cases of isolation. Source: RULES.md §4. */
export function isolationUseCases({ store, audit, now, newId }: RecordPorts) {
  function checkSpan({ from, until }: NewIsolationOrder): void {
    const days = (until.getTime() - from.getTime()) / DAY_MS;
    if (days <= 0 || days > LONGEST_DAYS) {
      refuse('until', `An order ends after it began, within ${LONGEST_DAYS} days.`);
    }
  }

  /** A cited test result must be this resident's; stays are kept elsewhere and are not looked up. */
  async function checkCitation({ residentId, citation }: NewIsolationOrder): Promise<void> {
    if (citation.kind !== 'TEST_RESULT') return;
    const cited = await store.findTestResult(citation.id);
    if (cited?.residentId !== residentId) {
      refuse('citation', 'The order cites no result of this resident.');
    }
  }

  return {
    /** Orders isolation. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async order(input: NewIsolationOrder, by: Identity): Promise<IsolationOrder> {
      const region = requireResident(by, input.residentId);
      checkSpan(input);
      await checkCitation(input);
      const common = { region, id: newId(region), recordedBy: by.subject };
      const order: IsolationOrder = { ...input, ...common, releasedAt: null };
      await store.addOrder(order);
      const { id: orderId, residentId, from, until, place, citation } = order;
      audit.note({
        ...{ region, action: 'ISOLATION_ORDERED', residentId, objectId: orderId },
        detail: { citation: citation.id },
      });
      await store.append({
        ...{ kind: 'ISOLATION_ORDER', region, residentId, occurredAt: from },
        body: {
          ...{ source: 'OFFICIAL', orderId, place },
          ...{ from: from.toISOString(), until: until.toISOString() },
        },
      });
      return order;
    },

    /** Ends isolation before its time. @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION */
    async release(orderId: string, by: Identity): Promise<IsolationOrder> {
      const order = await store.findOrder(orderId);
      if (!order) throw new DomainError('NOT_FOUND', 'No such order.', { fields: ['orderId'] });
      const at = now();
      refuseIf(againstReleasing(order, by, at));
      if (!(await store.releaseOrder(order, at, by.subject))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'Only an order in force can be released.');
      }
      const { region, residentId } = order;
      audit.note({ region, action: 'ISOLATION_RELEASED', residentId, objectId: orderId });
      await store.append({
        ...{ kind: 'ISOLATION_RELEASE', region, residentId },
        occurredAt: at,
        body: { source: 'OFFICIAL', orderId, releasedAt: at.toISOString() },
      });
      return { ...order, releasedAt: at };
    },
  };
}
