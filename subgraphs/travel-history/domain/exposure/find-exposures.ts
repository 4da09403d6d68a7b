import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { findingsOf, type ExposedStay, type Finding, type Pair } from './exposure.ts';
import { advanced, type ExposureRun } from './exposure-run.ts';

/** Pairs of a chunk, with the areas that were looked at. */
export interface FoundPairs {
  /** Ids of areas in which somebody stayed, in order. */
  readonly areas: readonly string[];
  /** By area and stay, in that order. */
  readonly pairs: readonly Pair[];
}

/** Exposures, kept and told. */
export interface ExposureStore {
  /** Every pair of one stay: areas that it overlaps, and those it was told to overlap. */
  ofStay(stay: ExposedStay): Promise<readonly Pair[]>;
  /** Tells codes of what has changed. @throws when there is more than a batch holds */
  tell(findings: readonly Finding[]): Promise<void>;
  /** Locks a run and its region until the transaction ends; null when there is none. */
  lockRun(region: string, id: string): Promise<ExposureRun | null>;
  /** The next pairs of a run. */
  next(run: ExposureRun): Promise<FoundPairs>;
  /** Changed areas before one, in the order of a run. */
  passed(run: ExposureRun, areaId: string): Promise<number>;
  saveRun(run: ExposureRun): Promise<void>;
}

/** What finding exposures needs. */
export interface ExposurePorts {
  readonly store: ExposureStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
}

/** Finds who stayed where and when a bulletin says there is risk. Source: RULES.md §4. */
export function exposureUseCases({ store, audit, now }: ExposurePorts) {
  return {
    /** Finds anew what one stay overlaps, after it was declared or changed. */
    async ofStay(stay: ExposedStay): Promise<void> {
      await store.tell(findingsOf(await store.ofStay(stay)));
    },

    /**
     * Goes on with a run for one transaction. One that is done, or was never made, needs nothing.
     * @returns whether there is more to do
     */
    async goOn(region: string, runId: string): Promise<boolean> {
      const run = await store.lockRun(region, runId);
      if (!run || run.state === 'DONE') return false;
      const { areas, pairs } = await store.next(run);
      const findings = findingsOf(pairs);
      await store.tell(findings);
      const seen = pairs.map(({ area, stay }) => ({ areaId: area.id, stayId: stay.id }));
      const moved = advanced(run, { areas, pairs: seen }, findings.length, now());
      const isDone = moved.state === 'DONE';
      const areasDone = isDone ? run.areas : await store.passed(run, moved.cursorArea);
      await store.saveRun({ ...moved, areasDone });
      const detail = { bulletin: run.bulletinId, exposures: findings.length };
      if (findings.length > 0 || isDone) {
        audit.note({ region, action: 'EXPOSURES_COMPUTED', objectId: run.id, detail });
      }
      return !isDone;
    },
  };
}
