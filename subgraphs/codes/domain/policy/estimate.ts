import { placeOfId } from '../../../kit/standards/opaque-id.ts';

/** Half the width of a 95 % interval, in standard deviations. */
const Z = 1.96;

/** How many codes there are of a kind, where only a part of all was tried. */
export interface Estimate {
  readonly likely: number;
  /** They are no fewer and no more, 19 times of 20; never equal. */
  readonly atLeast: number;
  readonly atMost: number;
}

/** What part of all possible ids lies behind `start`, up to `last`, over the end if need be. */
export function partBetween(start: string, last: string): number {
  const part = placeOfId(last) - placeOfId(start);
  return part < 0 ? part + 1 : part;
}

/**
 * How many codes there are of a kind, when `found` of it lie in a part of all possible ids: ids are
 * random, so each code lies there with that probability. The interval is Wilson's, solved for the
 * number of all; it holds also where none was found. Source: RULES.md §5.6.
 */
export function estimate(found: number, part: number): Estimate {
  const elsewhere = Z * Z * (1 - part);
  const middle = found + elsewhere / 2;
  const width = Math.sqrt(elsewhere * (found + elsewhere / 4));
  return {
    likely: Math.round(found / part),
    // Those found are there; and others may be, as long as not everything was looked at.
    atLeast: Math.max(found, Math.floor((middle - width) / part)),
    atMost: Math.max(found + 1, Math.ceil((middle + width) / part)),
  };
}
