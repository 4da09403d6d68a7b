import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Page, Rows } from '../../../kit/page.ts';
import { checkedReason } from '../../../kit/reason.ts';
import { regionOfId } from '../../../kit/standards/opaque-id.ts';
import type { SetAsideEvent, SetAsideState } from './set-aside.ts';

/** Events that were set aside, kept. */
export interface SetAsideStore {
  find(region: string, id: string): Promise<SetAsideEvent | null>;
  /** Moves an event from one state to another; false when it is not in that state. Atomic. */
  move(event: SetAsideEvent, from: SetAsideState, to: SetAsideState): Promise<boolean>;
  /** Those not dropped, newest first. */
  list(region: string, page: Page): Promise<Rows<SetAsideEvent>>;
}

/** What the use cases need. */
export interface SetAsidePorts {
  readonly store: SetAsideStore;
  readonly audit: AuditTrail;
  /** Has an event taken in again, in the transaction of the request. */
  readonly sendAgain: (event: SetAsideEvent) => Promise<void>;
}

/** Looking after events that could not be taken in. */
export function setAsideUseCases({ store, audit, sendAgain }: SetAsidePorts) {
  async function found(id: string, by: Identity): Promise<SetAsideEvent> {
    const region = regionOfId(id);
    const event =
      region !== null && by.regions.includes(region) ? await store.find(region, id) : null;
    if (!event) throw new DomainError('NOT_FOUND', 'No such event.', { fields: ['input.id'] });
    return event;
  }

  async function moved(event: SetAsideEvent, to: SetAsideState): Promise<SetAsideEvent> {
    if (!(await store.move(event, 'WAITING', to))) {
      throw new DomainError('ILLEGAL_TRANSITION', 'This event no longer waits.');
    }
    return { ...event, state: to };
  }

  return {
    /** Events of a region that wait or are tried again. @throws {DomainError} REGION_OUT_OF_SCOPE */
    list(region: string, page: Page, by: Identity): Promise<Rows<SetAsideEvent>> {
      requireRegion(by, region);
      return store.list(region, page);
    },

    /** One event; null when it is not there or has been taken in since. */
    async again(id: string): Promise<SetAsideEvent | null> {
      const region = regionOfId(id);
      return region === null ? null : store.find(region, id);
    },

    /**
     * Has an event taken in again; it is set aside anew when that fails.
     * @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION, BAD_USER_INPUT
     */
    async retry(id: string, reason: string, by: Identity): Promise<SetAsideEvent> {
      const why = checkedReason(reason);
      const event = await moved(await found(id, by), 'RETRYING');
      audit.note({ ...about(event), action: 'EVENT_RETRIED', reason: why });
      await sendAgain(event);
      return event;
    },

    /**
     * Gives an event up: it is never taken in. @throws {DomainError} NOT_FOUND,
     * ILLEGAL_TRANSITION, BAD_USER_INPUT
     */
    async drop(id: string, reason: string, by: Identity): Promise<SetAsideEvent> {
      const why = checkedReason(reason);
      const event = await moved(await found(id, by), 'DROPPED');
      audit.note({ ...about(event), action: 'EVENT_DROPPED', reason: why });
      return event;
    },
  };
}

function about({ region, id, producer, kind, fault }: SetAsideEvent) {
  return { region, objectId: id, detail: { producer, kind, fault } };
}
