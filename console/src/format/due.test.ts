import { describe, expect, it } from 'vitest';
import { dueClock } from './due.ts';

const FROM = '2022-11-24T00:00:00.000Z';
const DUE = '2022-11-24T10:00:00.000Z';

describe('the clock of a queue', () => {
  it.each([
    ['2022-11-24T00:00:00Z', 'CALM', 600],
    ['2022-11-24T05:59:00Z', 'CALM', 241],
    ['2022-11-24T06:00:00Z', 'SOON', 240],
    ['2022-11-24T08:30:00Z', 'SOON', 90],
    ['2022-11-24T08:30:01Z', 'PRESSING', 90],
    ['2022-11-24T09:59:59Z', 'PRESSING', 1],
    ['2022-11-24T10:00:00Z', 'LAPSED', 0],
    ['2022-11-24T10:12:30Z', 'LAPSED', 12],
  ])('at %s is %s with %i minutes', (now, urgency, minutes) => {
    expect(dueClock(FROM, DUE, new Date(now))).toMatchObject({ urgency, minutes });
  });

  it('has no time left when it was due at once', () => {
    expect(dueClock(DUE, DUE, new Date(FROM)).left).toBe(0);
  });
});
