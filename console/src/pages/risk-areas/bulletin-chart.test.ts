import { expect, it } from 'vitest';
import { inForce } from './bulletin-chart.ts';

it('only bulletins in force are drawn, the oldest first', () => {
  const bulletin = (publishedAt: string, state: 'ACCEPTED' | 'HELD' | 'SUPERSEDED') => ({
    ...{ publishedAt, state },
  });
  const [a, b, c] = [
    bulletin('2022-11-24T00:00:00Z', 'ACCEPTED'),
    bulletin('2022-11-23T00:00:00Z', 'HELD'),
    bulletin('2022-11-22T00:00:00Z', 'ACCEPTED'),
  ];
  expect(inForce([a, b, c])).toEqual([c, a]);
});
