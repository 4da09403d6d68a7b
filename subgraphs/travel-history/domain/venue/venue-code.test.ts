import { describe, expect, it } from 'vitest';
import { venueMac } from '../../venue-mac.ts';
import { codeAt, codeHolds, STEP_MS, venueOfCode } from './venue-code.ts';

const VENUE = `330100-${'0'.repeat(26)}`;
const OTHER = `330100-${'1'.repeat(26)}`;
const secret = new Uint8Array(32).fill(1);
const otherSecret = new Uint8Array(32).fill(2);
const SHOWN = new Date(1_000 * STEP_MS);
const after = (ms: number) => new Date(SHOWN.getTime() + ms);

describe('§6 a code of a venue', () => {
  const { text, rotatesAt } = codeAt(VENUE, secret, SHOWN, venueMac);

  it('rotates every five minutes', () => {
    expect(rotatesAt).toEqual(after(STEP_MS));
    expect(codeAt(VENUE, secret, after(STEP_MS - 1), venueMac).text).toBe(text);
    expect(codeAt(VENUE, secret, after(STEP_MS), venueMac).text).not.toBe(text);
  });

  it.each([
    [-1, false],
    [0, true],
    [STEP_MS, true],
    [2 * STEP_MS - 1, true],
    [2 * STEP_MS, false],
    [24 * 3_600_000, false],
  ])('is taken %i ms after it is shown: %s', (ms, holds) => {
    expect(codeHolds(text, VENUE, secret, after(ms), venueMac)).toBe(holds);
  });

  it.each([
    ['of another venue', codeAt(OTHER, secret, SHOWN, venueMac).text],
    ['under another secret', codeAt(VENUE, otherSecret, SHOWN, venueMac).text],
    ['that is cut', text.slice(0, -1)],
    ['with more behind it', `${text}A`],
    ['of a venue alone', VENUE],
    ['that is empty', ''],
  ])('%s is not taken', (_title, given) => {
    expect(codeHolds(given, VENUE, secret, SHOWN, venueMac)).toBe(false);
  });

  it.each([
    [text, VENUE],
    [` ${text}\n`, VENUE],
    [`${VENUE}.x`, VENUE],
    [VENUE, null],
    ['', null],
    ['x.y', null],
    [`${text}.z`, null],
  ])('%j names the venue %s', (given, venue) => {
    expect(venueOfCode(given)).toBe(venue);
  });
});
