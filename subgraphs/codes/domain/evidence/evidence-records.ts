import type { CoarseDay } from './coarse-dates.ts';
import { SHARED_KINDS, type EvidenceNeeds, type SharedKind } from './evidence-needs.ts';

/** What is shared of one token. */
export type SharedDates = ReadonlyMap<SharedKind, CoarseDay>;

const CTI_BYTES = 8;
/** What stands in place of a day. */
const CODED = { none: 0, open: 0xfffe, unknown: 0xffff } as const;

function codedDay(day: CoarseDay): number {
  if (day === null) return CODED.none;
  if (day === 'OPEN') return CODED.open;
  return day === 'UNKNOWN' ? CODED.unknown : Math.min(Math.max(day, 1), CODED.open - 1);
}

function dayCoded(coded: number): CoarseDay {
  if (coded === CODED.none) return null;
  if (coded === CODED.open) return 'OPEN';
  return coded === CODED.unknown ? 'UNKNOWN' : coded;
}

/** The kinds of a list, in the order in which its records hold them. */
export function kindsOf({ days }: EvidenceNeeds): readonly SharedKind[] {
  return SHARED_KINDS.filter((kind) => days.has(kind));
}

/** How many bytes a record has: 8 of the token's id, then 2 a kind. */
export function recordSize({ days }: EvidenceNeeds): number {
  return CTI_BYTES + 2 * days.size;
}

/** The record of a token; null where there is nothing to say of it. */
export function recordOf(
  cti: Uint8Array,
  dates: SharedDates,
  needs: EvidenceNeeds,
): Uint8Array | null {
  const coded = kindsOf(needs).map((kind) => codedDay(dates.get(kind) ?? null));
  if (coded.every((day) => day === CODED.none)) return null;
  const record = new Uint8Array(recordSize(needs));
  const view = new DataView(record.buffer);
  record.set(cti);
  for (const [place, day] of coded.entries()) view.setUint16(CTI_BYTES + 2 * place, day);
  return record;
}

/** What the record at an index says. */
export function datesAt(index: number, records: Uint8Array, needs: EvidenceNeeds): SharedDates {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  const first = index * recordSize(needs) + CTI_BYTES;
  return new Map(
    kindsOf(needs).map((kind, place) => [kind, dayCoded(view.getUint16(first + 2 * place))]),
  );
}

/** Negative, zero or positive, as an id stands before, at or after the record at an index. */
function compare(cti: Uint8Array, records: Uint8Array, first: number): number {
  for (let byte = 0; byte < CTI_BYTES; byte += 1) {
    const difference = (cti[byte] ?? 0) - (records[first + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where a token stands among records, or would. */
export interface RecordPlace {
  readonly index: number;
  readonly isThere: boolean;
}

/** Finds a token among records in order. */
export function placeOf(cti: Uint8Array, records: Uint8Array, size: number): RecordPlace {
  let [from, until] = [0, records.length / size];
  while (from < until) {
    const middle = (from + until) >>> 1;
    const side = compare(cti, records, middle * size);
    if (side === 0) return { index: middle, isThere: true };
    if (side < 0) until = middle;
    else from = middle + 1;
  }
  return { index: from, isThere: false };
}

/** Whether records stand in the order of their tokens, each once. */
export function areInOrder(records: Uint8Array, size: number): boolean {
  for (let first = size; first < records.length; first += size) {
    if (compare(records.subarray(first - size), records, first) >= 0) return false;
  }
  return true;
}
