import type { RiskLevel } from '../bulletin/area.ts';
import type { Stay } from '../stay.ts';

/** A risk area as far as a stay can lie in it. */
export interface ExposingArea {
  readonly id: string;
  readonly level: RiskLevel;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** The time in which a stay and a risk area overlap. */
export interface Overlap {
  readonly from: Date;
  /** Exclusive; null while both last. */
  readonly until: Date | null;
}

/** An overlap that was told to codes, with the event that says it now. */
export interface Exposure extends Overlap {
  readonly areaId: string;
  readonly level: RiskLevel;
  readonly eventId: string;
}

/** A stay and a risk area in it or around it, with what was told of the two. */
export interface Pair {
  readonly stay: ExposedStay;
  readonly area: ExposingArea;
  readonly told: Exposure | null;
}

/** A stay as far as exposure goes. */
export type ExposedStay = Omit<Stay, 'recordedBy' | 'declaredAt'>;

/** What is to be told anew of a pair; `overlap` null = what was told does not hold. */
export interface Finding {
  readonly pair: Pair;
  readonly overlap: Overlap | null;
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}

/** When a stay and an area overlap; null when they never do. Source: RULES.md §4. */
export function overlapOf(
  { arrivedAt, leftAt }: Pick<Stay, 'arrivedAt' | 'leftAt'>,
  { validFrom, validTo }: Pick<ExposingArea, 'validFrom' | 'validTo'>,
): Overlap | null {
  const from = arrivedAt > validFrom ? arrivedAt : validFrom;
  const until = earlier(leftAt, validTo);
  // An area that turned out never to have stood ends where it begins.
  const never = validTo !== null && validTo <= validFrom;
  return never || (until !== null && until <= from) ? null : { from, until };
}

function isSame(told: Overlap, { from, until }: Overlap): boolean {
  return (
    told.from.getTime() === from.getTime() &&
    (told.until?.getTime() ?? null) === (until?.getTime() ?? null)
  );
}

/** What has changed of some pairs since it was told. Telling it twice finds nothing. Pure. */
export function findingsOf(pairs: readonly Pair[]): Finding[] {
  return pairs
    .map((pair): Finding => ({ pair, overlap: overlapOf(pair.stay, pair.area) }))
    .filter(({ pair: { told, area }, overlap }) => {
      if (!told || !overlap) return told !== overlap;
      return told.level !== area.level || !isSame(told, overlap);
    });
}
