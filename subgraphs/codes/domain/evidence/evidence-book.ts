import { hexOf, sameBytes } from '../token/bytes.ts';
import type { EvidenceNeeds } from './evidence-needs.ts';
import {
  placeOf,
  recordOf,
  recordSize,
  type RecordPlace,
  type SharedDates,
} from './evidence-records.ts';

/** A token as it is told of. */
export interface BookedToken {
  /** 8 bytes. */
  readonly cti: Uint8Array;
  readonly expiresAt: Date;
}

/** The records of one list, kept up to date as single ones come, change and go. */
export interface EvidenceBook {
  /** What there is to say of a token from now on; null: it is void. */
  write(token: BookedToken, dates: SharedDates | null): void;
  /**
   * All records in order at an instant, without those of tokens that are over: the same array until one
   * of them differs.
   */
  records(now: Date): Uint8Array;
}

/** How one record is to become another than it is. */
interface Change {
  readonly place: RecordPlace;
  /** Null: it goes. */
  readonly record: Uint8Array | null;
  readonly end: number;
}

/** How many changes wait to be put in order: so few that sorting them blocks nobody. */
const WAITING_MAX = 8_192;

function earliestOf(ends: Float64Array): number {
  let earliest = Infinity;
  for (const end of ends) if (end < earliest) earliest = end;
  return earliest;
}

/**
 * An empty book. Packed, a token takes its record and 8 bytes; changes are put between the runs that
 * stay, which are copied whole: objects of a million tokens would take a gigabyte, and seconds to sort.
 */
export function evidenceBook(needs: EvidenceNeeds): EvidenceBook {
  const size = recordSize(needs);
  let records = new Uint8Array();
  /** When the token of each record is over, in milliseconds. */
  let ends = new Float64Array();
  let firstEnd = Infinity;
  /** By the id of the token, as it sorts; each differs from what stands. */
  const waiting = new Map<string, Change>();

  function stands({ index, isThere }: RecordPlace, record: Uint8Array | null, end: number) {
    if (!isThere || !record) return isThere === (record !== null);
    const there = records.subarray(index * size, (index + 1) * size);
    return ends[index] === end && sameBytes(there, record);
  }

  /** Makes the records anew with what waits and without what is over; not where neither is. */
  function putInOrder(now: number): void {
    const changes = [...waiting]
      .filter(([, { place, end }]) => place.isThere || end > now)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    waiting.clear();
    if (changes.length === 0 && firstEnd > now) return;
    const room = ends.length + changes.length;
    const [nextRecords, nextEnds] = [new Uint8Array(room * size), new Float64Array(room)];
    let [from, to] = [0, 0];
    const copyUntil = (until: number) => {
      nextRecords.set(records.subarray(from * size, until * size), to * size);
      nextEnds.set(ends.subarray(from, until), to);
      to += until - from;
      from = until;
    };
    const keepUntil = (until: number) => {
      for (let index = from; index < until; index += 1) {
        if ((ends[index] ?? 0) > now) continue;
        copyUntil(index);
        from += 1;
      }
      copyUntil(until);
    };
    for (const [, { place, record, end }] of changes) {
      keepUntil(place.index);
      if (place.isThere) from += 1;
      if (!record || end <= now) continue;
      nextRecords.set(record, to * size);
      nextEnds[to] = end;
      to += 1;
    }
    keepUntil(ends.length);
    [records, ends] = [nextRecords.subarray(0, to * size), nextEnds.subarray(0, to)];
    firstEnd = earliestOf(ends);
  }

  return {
    write({ cti, expiresAt }, dates) {
      const record = dates && recordOf(cti, dates, needs);
      const place = placeOf(cti, records, size);
      const end = expiresAt.getTime();
      if (stands(place, record, end)) waiting.delete(hexOf(cti));
      else waiting.set(hexOf(cti), { place, record, end });
      if (waiting.size >= WAITING_MAX) putInOrder(-Infinity);
    },
    records(now) {
      putInOrder(now.getTime());
      return records;
    },
  };
}
