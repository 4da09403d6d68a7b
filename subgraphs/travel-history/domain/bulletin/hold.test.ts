import { describe, expect, it } from 'vitest';
import type { Bulletin } from './bulletin.ts';
import { holdReasons, isHeldForSizeAlone, movementOf, type Movement } from './hold.ts';

const LAST = '2022-11-24T00:00:00.000Z';
const NOW = new Date('2022-12-31T00:00:00.000Z');
const HOUR_MS = 3_600_000;

function listOf(size: number): Set<string> {
  return new Set(Array.from({ length: size }, (_, at) => `HIGH\t省\t市\t县\t${at}`));
}

function aBulletin(more: Partial<Bulletin> = {}): Bulletin {
  const none = { HIGH: 0, MEDIUM: 0, LOW: 0 };
  const at = new Date(Date.parse(LAST) + 3 * HOUR_MS);
  return { publishedAt: at, areas: new Set(), listed: none, stated: none, hollow: 0, ...more };
}

interface Row {
  readonly clause: string;
  /** Areas of the last accepted one. */
  readonly size: number;
  readonly hours: number;
  readonly moves: Partial<Movement>;
  readonly reasons: readonly string[];
}

describe('a bulletin against the last accepted one', () => {
  it.each<Row>([
    { clause: '100 lifted', size: 100, hours: 3, moves: { lifted: 100 }, reasons: [] },
    {
      clause: '101 lifted of 101',
      size: 101,
      hours: 3,
      moves: { lifted: 101 },
      reasons: ['LIFTED_MANY'],
    },
    { clause: '25 % lifted', size: 1_000, hours: 3, moves: { lifted: 250 }, reasons: [] },
    {
      clause: 'more than 25 %',
      size: 1_000,
      hours: 3,
      moves: { lifted: 251 },
      reasons: ['LIFTED_MANY'],
    },
    { clause: '50 % in two days', size: 1_000, hours: 48, moves: { lifted: 500 }, reasons: [] },
    {
      clause: 'more in two days',
      size: 1_000,
      hours: 48,
      moves: { lifted: 501 },
      reasons: ['LIFTED_MANY'],
    },
    { clause: '1,000 raised of 10', size: 10, hours: 3, moves: { raised: 1_000 }, reasons: [] },
    {
      clause: '1,001 raised of 10',
      size: 10,
      hours: 3,
      moves: { raised: 1_001 },
      reasons: ['RAISED_MANY'],
    },
    { clause: '100 % raised', size: 2_000, hours: 3, moves: { raised: 2_000 }, reasons: [] },
    {
      clause: 'more than 100 %',
      size: 2_000,
      hours: 3,
      moves: { raised: 2_001 },
      reasons: ['RAISED_MANY'],
    },
    {
      clause: 'all anew after none',
      size: 0,
      hours: 3,
      moves: { raised: 1_001 },
      reasons: ['RAISED_MANY'],
    },
    {
      clause: 'same instant, 20 differ',
      size: 100,
      hours: 0,
      moves: { differing: 20 },
      reasons: [],
    },
    {
      clause: 'same instant, 21 differ',
      size: 100,
      hours: 0,
      moves: { differing: 21 },
      reasons: ['SAME_INSTANT'],
    },
    {
      clause: 'same instant, 1 % differs',
      size: 10_000,
      hours: 0,
      moves: { differing: 100 },
      reasons: [],
    },
    {
      clause: 'same instant, more differ',
      size: 10_000,
      hours: 0,
      moves: { differing: 101 },
      reasons: ['SAME_INSTANT'],
    },
    { clause: 'older by an hour', size: 100, hours: -1, moves: {}, reasons: ['OLDER'] },
  ])('$clause -> $reasons', ({ size, hours, moves, reasons }) => {
    const publishedAt = new Date(Date.parse(LAST) + hours * HOUR_MS);
    const last = { publishedAt: new Date(LAST), areas: listOf(size) };
    const movement = { lifted: 0, raised: 0, differing: 0, ...moves };
    expect(holdReasons(aBulletin({ publishedAt }), last, movement, NOW)).toEqual(reasons);
  });
});

describe('a bulletin by itself', () => {
  const nothing = { lifted: 0, raised: 0, differing: 0 };

  it.each<[string, Partial<Bulletin>, string[]]>([
    ['is taken when there is none before', {}, []],
    ['contradicts its counts', { stated: { HIGH: 1, MEDIUM: 0, LOW: 0 } }, ['COUNTS_CONTRADICT']],
    ['need not state a low count', { stated: { HIGH: 0, MEDIUM: 0, LOW: null } }, []],
    ['has entries without a community', { hollow: 1 }, ['HOLLOW_ENTRIES']],
    ['is of the next hour', { publishedAt: new Date(NOW.getTime() + HOUR_MS) }, []],
    ['is of the future', { publishedAt: new Date(NOW.getTime() + HOUR_MS + 1) }, ['FUTURE']],
  ])('%s', (_title, more, reasons) => {
    expect(holdReasons(aBulletin(more), null, nothing, NOW)).toEqual(reasons);
  });

  it('may be right when it is held for its size alone', () => {
    expect(isHeldForSizeAlone(['LIFTED_MANY', 'RAISED_MANY'])).toBe(true);
    expect(isHeldForSizeAlone(['LIFTED_MANY', 'SAME_INSTANT'])).toBe(false);
    expect(isHeldForSizeAlone([])).toBe(false);
  });
});

describe('the movement between two lists', () => {
  const a = 'a\tb\tc\tone';

  it.each<[string, string[], string[], Movement]>([
    [
      'is none between the same',
      [`HIGH\t${a}`],
      [`HIGH\t${a}`],
      { lifted: 0, raised: 0, differing: 0 },
    ],
    ['lifts what is gone', [`HIGH\t${a}`], [], { lifted: 1, raised: 0, differing: 1 }],
    ['raises what is new', [], [`LOW\t${a}`], { lifted: 0, raised: 1, differing: 1 }],
    ['lifts what is lower', [`HIGH\t${a}`], [`LOW\t${a}`], { lifted: 1, raised: 0, differing: 2 }],
    [
      'raises what is higher',
      [`LOW\t${a}`],
      [`MEDIUM\t${a}`],
      { lifted: 0, raised: 1, differing: 2 },
    ],
    [
      'counts a place of two lists by the darker',
      [`HIGH\t${a}`, `LOW\t${a}`],
      [`HIGH\t${a}`],
      { lifted: 0, raised: 0, differing: 1 },
    ],
  ])('%s', (_title, before, after, movement) => {
    expect(movementOf(new Set(before), new Set(after))).toEqual(movement);
  });
});
