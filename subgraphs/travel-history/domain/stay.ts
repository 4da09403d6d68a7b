import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { againstResident, requireResident, type Identity } from '../../kit/identity.ts';
import type { Page, Rows } from '../../kit/page.ts';
import type { RiskLevel } from './bulletin/area.ts';

/** Days that stays are kept. Source: SECURITY.md, invariant 14. */
export const STAY_DAYS = 28;

const DAY_MS = 86_400_000;
const AHEAD_MS = 60_000;
/** Longest name of a community. */
const COMMUNITY_MAX = 200;

/** A stay in a division. */
export interface Stay {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  /** GB/T 2260 division. */
  readonly division: string;
  /** A community as bulletins name it; null = somewhere in the division. */
  readonly community: string | null;
  readonly arrivedAt: Date;
  /** Null while the person is there. */
  readonly leftAt: Date | null;
  readonly declaredAt: Date;
  readonly recordedBy: string;
}

/** That a stay was in a risk area, without saying which. */
export interface StayExposure {
  readonly level: RiskLevel;
  readonly from: Date;
  /** Null while both last. */
  readonly until: Date | null;
}

/** What a person declares. */
export type NewStay = Pick<Stay, 'residentId' | 'division' | 'community' | 'arrivedAt' | 'leftAt'>;

/** Which stay. */
export type StayKey = Pick<Stay, 'region' | 'id'>;

/** Stays, kept. */
export interface StayStore {
  /** Keeps a stay and its event. Atomic. */
  add(stay: Stay): Promise<void>;
  /** Locks a stay until the transaction ends; null when there is none. */
  lock(id: string): Promise<Stay | null>;
  /** Keeps when a stay ended, and its event. Atomic. */
  end(stay: Stay): Promise<void>;
  /** Stays that ended after `since` or have not ended, newest first, for each resident. */
  recent(residentIds: readonly string[], since: Date): Promise<(readonly Stay[])[]>;
  /** The time that each of some stays was in risk areas, the earliest first. */
  exposures(stays: readonly StayKey[]): Promise<(readonly StayExposure[])[]>;
  find(id: string): Promise<Stay | null>;
  ofResident(residentId: string, page: Page): Promise<Rows<Stay>>;
}

/** What the use cases need besides the store. */
export interface StayPorts {
  readonly store: StayStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly isDivision: (code: string) => boolean;
  /** Finds the risk areas that a stay overlaps, once it is kept. */
  readonly expose: (stay: Stay) => Promise<void>;
}

function refuse(field: string, message: string): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/** Use cases of stays. Source: RULES.md §1. */
export function stayUseCases({ store, audit, now, newId, isDivision, expose }: StayPorts) {
  function checkTimes({ arrivedAt, leftAt }: Pick<Stay, 'arrivedAt' | 'leftAt'>, at: Date): void {
    const latest = at.getTime() + AHEAD_MS;
    if (arrivedAt.getTime() > latest) refuse('arrivedAt', 'A stay does not begin in the future.');
    if (leftAt && leftAt.getTime() > latest) refuse('leftAt', 'A stay does not end in the future.');
    if (leftAt && leftAt <= arrivedAt) refuse('leftAt', 'A stay ends after it began.');
    if (at.getTime() - (leftAt ?? at).getTime() > STAY_DAYS * DAY_MS) {
      refuse('leftAt', `Stays are declared for the last ${STAY_DAYS} days.`);
    }
  }

  function communityOf(given: string | null): string | null {
    const community = given?.trim().replace(/\s+/g, ' ') ?? '';
    if (community.length > COMMUNITY_MAX) refuse('community', 'This name is too long.');
    return community === '' ? null : community;
  }

  return {
    /** Declares a stay. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async declare(input: NewStay, by: Identity): Promise<Stay> {
      const region = requireResident(by, input.residentId);
      const declaredAt = now();
      if (!isDivision(input.division)) refuse('division', 'There is no such division.');
      checkTimes(input, declaredAt);
      const stay = {
        ...{ ...input, region, id: newId(region), declaredAt, recordedBy: by.subject },
        community: communityOf(input.community),
      };
      await store.add(stay);
      await expose(stay);
      const { residentId, id: objectId } = stay;
      audit.note({ region, action: 'STAY_DECLARED', residentId, objectId });
      return stay;
    },

    /** Says when a stay ended. @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION, BAD_USER_INPUT */
    async end(id: string, leftAt: Date, by: Identity): Promise<Stay> {
      const stay = await store.lock(id);
      if (!stay || againstResident(by, stay.residentId)) {
        throw new DomainError('NOT_FOUND', 'No such stay.', { fields: ['input.id'] });
      }
      if (stay.leftAt) throw new DomainError('ILLEGAL_TRANSITION', 'This stay has ended.');
      checkTimes({ ...stay, leftAt }, now());
      const ended: Stay = { ...stay, leftAt };
      await store.end(ended);
      await expose(ended);
      const { region, residentId } = ended;
      audit.note({ region, action: 'STAY_ENDED', residentId, objectId: id });
      return ended;
    },

    /** Instant since which stays of the last `days` days count. @throws {DomainError} BAD_USER_INPUT */
    since(days: number): Date {
      if (days < 1 || days > STAY_DAYS) {
        throw new DomainError('BAD_USER_INPUT', `"days" must be from 1 to ${STAY_DAYS}.`, {
          fields: ['days'],
        });
      }
      return new Date(now().getTime() - days * DAY_MS);
    },
  };
}
