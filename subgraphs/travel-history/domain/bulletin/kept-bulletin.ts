import type { Page, Rows } from '../../../kit/page.ts';
import type { DivisionLevel } from '../../../kit/standards/gbt2260.ts';
import type { ListedArea, PerLevel, RiskLevel } from './area.ts';
import type { HoldReason, LastAccepted, Movement } from './hold.ts';
import type { Interval, IntervalPlan } from './plan-intervals.ts';

/** Where a bulletin stands: in force, waiting for two people, or passed by a newer one. */
export const BULLETIN_STATES = ['ACCEPTED', 'HELD', 'SUPERSEDED'] as const;
/** One of them. */
export type BulletinState = (typeof BULLETIN_STATES)[number];

/** A published name that is no county, district or city of GB/T 2260. */
export interface UnresolvedName {
  readonly name: string;
  /** The division its areas were given to. */
  readonly division: string;
  readonly level: DivisionLevel;
  readonly areas: number;
}

/** A bulletin that was imported. */
export interface KeptBulletin {
  readonly region: string;
  readonly id: string;
  readonly publishedAt: Date;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly state: BulletinState;
  readonly acceptedAt: Date | null;
  /** What it says, hashed: the same again is the same bulletin. */
  readonly digest: string;
  readonly listed: PerLevel<number>;
  readonly movement: Movement;
  readonly holds: readonly HoldReason[];
  readonly unresolved: readonly UnresolvedName[];
  /** What two people decide, when it was held. */
  readonly proposalId: string | null;
}

/** How far the people whom a bulletin concerns have been found. */
export interface ExposureProgress {
  /** Changed areas looked at, and all of them, over all regions. */
  readonly done: number;
  readonly total: number;
  /** Stays in them that were found. */
  readonly exposures: number;
  readonly ended: boolean;
}

/** Where an area lies, and whether it is the whole of it. */
export interface Placed {
  readonly division: string;
  readonly whole: boolean;
}

/** An area with the time in which it stands. */
export interface RiskArea extends ListedArea, Placed {
  readonly id: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** Which risk areas a list holds. */
export interface RiskAreaFilter {
  readonly level: RiskLevel | null;
  /** GB/T 2260: in it and below. */
  readonly division: string | null;
  readonly at: Date;
}

/** Bulletins and the areas they make, kept. */
export interface BulletinStore {
  /** One import or approval at a time, until the transaction ends. */
  lock(): Promise<void>;
  find(id: string): Promise<KeptBulletin | null>;
  byDigest(digest: string): Promise<KeptBulletin | null>;
  list(page: Page): Promise<Rows<KeptBulletin>>;
  /** Keeps a bulletin with what it lists. */
  add(bulletin: KeptBulletin, areas: Iterable<string>): Promise<void>;
  save(bulletin: KeptBulletin): Promise<void>;
  /** Keys of the areas that a bulletin lists. */
  areasOf(id: string): Promise<readonly string[]>;
  /** The accepted bulletin of the latest instant, the one accepted last when there are several. */
  lastAccepted(): Promise<Pick<LastAccepted, 'publishedAt'> | null>;
  /** Instant of the first accepted bulletin after an instant. */
  nextAccepted(after: Date): Promise<Date | null>;
  /** Held ones up to an instant are passed by. */
  supersedeHeld(until: Date): Promise<void>;
  /** Intervals that touch the span. */
  intervals(at: Date, until: Date | null): Promise<readonly Interval[]>;
  /** Does what a plan says; every interval it touches names the bulletin. */
  change(plan: IntervalPlan, bulletinId: string, place: (key: string) => Placed): Promise<void>;
  /** Sees to it that the stays in what the bulletin changed are found, region by region. */
  startRuns(bulletinId: string, areas: number): Promise<void>;
  progress(bulletinIds: readonly string[]): Promise<ReadonlyMap<string, ExposureProgress>>;
  riskAreas(filter: RiskAreaFilter, page: Page): Promise<Rows<RiskArea>>;
}
