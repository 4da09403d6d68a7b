import { LISTED_STATUSES, statusAt, type ListedStatus } from './status-bits.ts';

/** What the places of a list say, as it is held in memory. */
export interface HeldStatuses {
  at(place: number): ListedStatus;
  /** Memory that it takes. */
  readonly bytes: number;
}

/** Places whose numbers differ in their last 16 bits alone. */
const BLOCK = 2 ** 16;

/** How often each status stands in a list. */
function counted(bits: Uint8Array): number[] {
  const bytes = new Uint32Array(256);
  let left = bits.length;
  // A quarter of a million of them, of thousands of lists: by index it takes a fifth of the time.
  while (left > 0) {
    left -= 1;
    const byte = bits[left] ?? 0;
    bytes[byte] = (bytes[byte] ?? 0) + 1;
  }
  const counts = LISTED_STATUSES.map(() => 0);
  bytes.forEach((count, byte) => {
    for (let shift = 0; shift < 8; shift += 2) {
      const status = (byte >> shift) & 3;
      counts[status] = (counts[status] ?? 0) + count;
    }
  });
  return counts;
}

/**
 * The places of a list that do not say what most of it says: their numbers in order, the last 16 bits of
 * each, with the beginning of every block, and what they say.
 */
function exceptions(bits: Uint8Array, usual: number, count: number) {
  const [starts, ends] = [[0], Math.ceil((bits.length * 4) / BLOCK)];
  const places = new Uint16Array(count);
  const said = new Uint8Array(Math.ceil(count / 4));
  let found = 0;
  for (let block = 0; block < ends; block += 1) {
    const until = Math.min(bits.length, ((block + 1) * BLOCK) / 4);
    for (let at = (block * BLOCK) / 4; at < until; at += 1) {
      const byte = bits[at] ?? 0;
      if (byte === usual * 0x55) continue;
      for (let shift = 0; shift < 8; shift += 2) {
        const status = (byte >> shift) & 3;
        if (status === usual) continue;
        places[found] = at * 4 + shift / 2;
        said[found >> 2] = (said[found >> 2] ?? 0) | (status << ((found & 3) * 2));
        found += 1;
      }
    }
    starts.push(found);
  }
  return { starts: Uint32Array.from(starts), places, said };
}

// Each form has a function of its own: functions that are made in one hold all that one of them needs, and
// the bits are to be let go.

/** A list all of which says the same. */
function uniform(status: ListedStatus, length: number): HeldStatuses {
  return { at: (place) => (place < length ? status : 'ASK'), bytes: 0 };
}

function bitmap(bits: Uint8Array): HeldStatuses {
  return { at: (place) => statusAt(bits, place), bytes: bits.length };
}

function sparse(
  { starts, places, said }: ReturnType<typeof exceptions>,
  otherwise: ListedStatus,
  length: number,
): HeldStatuses {
  return {
    at(place) {
      if (place >= length) return 'ASK';
      const block = Math.floor(place / BLOCK);
      const wanted = place % BLOCK;
      let low = starts[block] ?? 0;
      let high = starts[block + 1] ?? 0;
      const after = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return low < after && places[low] === wanted ? statusAt(said, low) : otherwise;
    },
    bytes: starts.byteLength + places.byteLength + said.byteLength,
  };
}

/**
 * Holds a list in the smaller of two forms: its bits as they are, or the places that do not say what most
 * of it says. Where one in a hundred is not green, that is a tenth of the bits; a look-up is a search
 * among some hundred places.
 */
export function holdStatuses(bits: Uint8Array): HeldStatuses {
  const length = bits.length * 4;
  const counts = counted(bits);
  const most = Math.max(...counts);
  const usual = counts.indexOf(most);
  const otherwise = LISTED_STATUSES[usual] ?? 'ASK';
  const count = length - most;
  if (count === 0) return uniform(otherwise, length);
  // Of an exception the place takes two bytes and the status a quarter of one.
  if (count * 2.25 >= bits.length) return bitmap(bits);
  return sparse(exceptions(bits, usual, count), otherwise, length);
}
