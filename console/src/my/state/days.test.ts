import { describe, expect, it } from 'vitest';
import { ageOn, endOf, lastDays, shanghaiDay, startOf } from './days.ts';

describe('days in Asia/Shanghai', () => {
  it.each([
    ['2022-11-23T15:59:59Z', '2022-11-23'],
    ['2022-11-23T16:00:00Z', '2022-11-24'],
  ])('%s is in %s', (instant, day) => {
    expect(shanghaiDay(new Date(instant))).toBe(day);
  });

  it('of the last while end with today', () => {
    expect(lastDays(3, new Date('2022-12-01T04:00:00Z'))).toEqual([
      '2022-11-29',
      '2022-11-30',
      '2022-12-01',
    ]);
  });

  it('begin at midnight and end with their last second', () => {
    const later = new Date('2022-11-25T00:00:00Z');
    expect(startOf('2022-11-24')).toBe('2022-11-23T16:00:00.000Z');
    expect(endOf('2022-11-24', later)).toBe('2022-11-24T15:59:59.000Z');
  });

  it('that have not ended end now', () => {
    const now = new Date('2022-11-24T02:42:07Z');
    expect(endOf('2022-11-24', now)).toBe('2022-11-24T02:42:07.000Z');
  });

  it.each([
    ['2008-11-25', 13],
    ['2008-11-24', 14],
    ['2008-02-29', 14],
  ])('make who was born on %s %i years old on 24 November 2022', (birthDate, years) => {
    expect(ageOn(birthDate, '2022-11-24')).toBe(years);
  });
});
