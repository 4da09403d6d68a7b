import { refuseIf } from '../../kit/allowed-action.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { checkedReason } from '../../kit/reason.ts';
import { refuse } from './checks.ts';
import type { RecordPorts } from './self-reports.ts';
import { GROUND_DAYS, isGround } from './ground.ts';
import type { Citation, IsolationOrder, IsolationPlace } from './records.ts';
import { againstExtending, againstReleasing } from './record-actions.ts';

const DAY_MS = 86_400_000;
/** Longest order, and longest that one reaches from when it is given or extended, in days. */
const LONGEST_DAYS = 30;

/** An order as an official gives it. */
export interface NewIsolationOrder {
  readonly residentId: string;
  readonly place: IsolationPlace;
  readonly from: Date;
  readonly until: Date;
  readonly citation: Citation;
}

/** A later end of an order, and why. */
export interface Extension {
  readonly orderId: string;
  readonly until: Date;
  readonly reason: string;
}

/** Use cases of isolation. Source: RULES.md §4. */
export function isolationUseCases({ store, audit, now, newId }: RecordPorts) {
  function checkReach(until: Date, at: Date, what: string): void {
    if (until.getTime() - at.getTime() > LONGEST_DAYS * DAY_MS) {
      refuse('until', `${what} ends within ${LONGEST_DAYS} days.`);
    }
  }

  function checkSpan({ from, until }: NewIsolationOrder): void {
    const days = (until.getTime() - from.getTime()) / DAY_MS;
    if (days <= 0 || days > LONGEST_DAYS) {
      refuse('until', `An order ends after it began, within ${LONGEST_DAYS} days.`);
    }
  }

  async function existing(orderId: string, field: string): Promise<IsolationOrder> {
    const order = await store.findOrder(orderId);
    if (!order) throw new DomainError('NOT_FOUND', 'No such order.', { fields: [field] });
    return order;
  }

  return {
    /** Orders isolation. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async order(input: NewIsolationOrder, by: Identity): Promise<IsolationOrder> {
      const region = requireResident(by, input.residentId);
      checkSpan(input);
      const at = now();
      checkReach(input.until, at, 'An order');
      if (!(await isGround(store, input, at))) {
        // Which of these it is stays untold: a citation is no way to find out about stays.
        refuse(
          'citation',
          `An order cites a detected result, a contact notice or a stay in a risk area: of this resident, standing, and of the last ${GROUND_DAYS} days.`,
        );
      }
      const common = { region, id: newId(region), recordedBy: by.subject };
      const order: IsolationOrder = { ...input, ...common, releasedAt: null };
      await store.addOrder(order);
      const { id: orderId, residentId, from, until, place, citation } = order;
      audit.note({
        ...{ region, action: 'ISOLATION_ORDERED', residentId, objectId: orderId },
        detail: { citation: citation.id },
      });
      const span = { from: from.toISOString(), until: until.toISOString() };
      await store.append([
        {
          ...{ kind: 'ISOLATION_ORDER', region, residentId, occurredAt: from },
          body: { source: 'OFFICIAL', orderId, place, ...span },
        },
      ]);
      return order;
    },

    /**
     * Lets isolation last longer while what it cites is a ground; only a release makes it shorter.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, ILLEGAL_TRANSITION
     */
    async extend({ orderId, until, reason }: Extension, by: Identity): Promise<IsolationOrder> {
      const text = checkedReason(reason);
      const order = await existing(orderId, 'input.orderId');
      const at = now();
      refuseIf(againstExtending(order, by, at));
      if (until <= order.until) refuse('until', 'An extension ends later than the order.');
      checkReach(until, at, 'An extension');
      if (!(await isGround(store, order, at))) {
        refuse('orderId', 'What the order cites stands no longer or is too old: order it anew.');
      }
      if (!(await store.extendOrder(order, until))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'This order was changed meanwhile.');
      }
      const { region, residentId } = order;
      audit.note({
        ...{ region, action: 'ISOLATION_EXTENDED', residentId, objectId: orderId, reason: text },
        detail: { until: until.toISOString() },
      });
      await store.append([
        {
          ...{ kind: 'ISOLATION_EXTENSION', region, residentId, occurredAt: at },
          body: { source: 'OFFICIAL', orderId, until: until.toISOString() },
        },
      ]);
      return { ...order, until };
    },

    /** Ends isolation before its time. @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION */
    async release(orderId: string, by: Identity): Promise<IsolationOrder> {
      const order = await existing(orderId, 'orderId');
      const at = now();
      refuseIf(againstReleasing(order, by, at));
      if (!(await store.releaseOrder(order, at, by.subject))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'Only an order in force can be released.');
      }
      const { region, residentId } = order;
      audit.note({ region, action: 'ISOLATION_RELEASED', residentId, objectId: orderId });
      await store.append([
        {
          ...{ kind: 'ISOLATION_RELEASE', region, residentId, occurredAt: at },
          body: { source: 'OFFICIAL', orderId, releasedAt: at.toISOString() },
        },
      ]);
      return { ...order, releasedAt: at };
    },
  };
}
