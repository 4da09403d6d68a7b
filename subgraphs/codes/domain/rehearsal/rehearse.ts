import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import { regionOfId } from '../../../kit/standards/opaque-id.ts';
import type { CurrentReference } from '../recognition/reference.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { isGivenUp, type Rehearsal, type RehearsalStep, type RehearsalStore } from './rehearsal.ts';

/** What asking for a rehearsal needs. */
export interface RehearsalPorts {
  readonly store: RehearsalStore;
  readonly audit: AuditTrail;
  readonly reference: CurrentReference;
  /** Whether a specimen key of the region that the list carries is here. */
  readonly hasSpecimenKey: (region: string) => boolean;
  /** Holds a specimen of another region against the trust list. */
  readonly theirs: (
    text: string | null,
    trust: TrustIndex,
    region: string,
    now: Date,
  ) => Promise<RehearsalStep>;
  /** Has it played by a worker, in the transaction of the request. */
  readonly send: (rehearsal: Pick<Rehearsal, 'region' | 'id'>) => Promise<void>;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

/** Longer than the text of any code. */
const TEXT_MAX = 4_096;

/** Asking for rehearsals. */
export function rehearsalUseCases(ports: RehearsalPorts) {
  const { store, audit, reference, hasSpecimenKey, theirs, send, now, newId } = ports;

  /** The one that is under way; one that takes too long is ended as far as it came. */
  async function underWay(region: string): Promise<Rehearsal | null> {
    const newest = await store.newest(region);
    if (!newest || newest.endedAt) return null;
    if (!isGivenUp(newest, now())) return newest;
    await store.end({ ...newest, endedAt: now() });
    return null;
  }

  /** What somebody pasted is judged here and kept nowhere: it may be the code of a person. */
  async function begun(
    region: string,
    peerSpecimen: string | null,
    trust: TrustIndex,
  ): Promise<Rehearsal> {
    const begunAt = now();
    const heard = await theirs(peerSpecimen, trust, region, begunAt);
    const listVersion = trust.list.version;
    const open = { endedAt: null, joinedAfter: null };
    return { region, id: newId(region), begunAt, listVersion, steps: [heard], ...open };
  }

  return {
    /**
     * Has a region's part in recognition played; the one that is under way when there is one.
     * @throws {DomainError} REGION_OUT_OF_SCOPE, BAD_USER_INPUT, CONFLICT when the trust list
     *   carries no specimen key of the region that is here
     */
    async request(region: string, peerSpecimen: string | null, by: Identity): Promise<Rehearsal> {
      requireRegion(by, region);
      if (peerSpecimen !== null && peerSpecimen.length > TEXT_MAX) {
        const fields = ['peerSpecimen'];
        throw new DomainError('BAD_USER_INPUT', 'This is longer than any code.', { fields });
      }
      const { trust } = reference();
      if (!trust || !hasSpecimenKey(region)) {
        throw new DomainError('CONFLICT', 'The trust list has no specimen key of this region.');
      }
      const made = (await underWay(region)) ?? (await begun(region, peerSpecimen, trust));
      const isNew = await store.add(made);
      const rehearsal = isNew ? made : ((await store.newest(region)) ?? made);
      if (isNew) await send({ region, id: rehearsal.id });
      audit.note({ region, action: 'REGION_REHEARSED', objectId: rehearsal.id });
      return rehearsal;
    },

    /** One rehearsal; null when it is kept no longer. */
    async again(id: string): Promise<Rehearsal | null> {
      const region = regionOfId(id);
      return region === null ? null : store.find(region, id);
    },
  };
}
