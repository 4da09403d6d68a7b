import { describe, expect, it } from 'vitest';
import { openRow, rowAfterDecision, rowBeside } from './queue-rows.ts';

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('the rows of a queue', () => {
  it.each([
    ['the chosen one', rows, 'b', 'b'],
    ['the first when the chosen one is gone', rows, 'x', 'a'],
    ['the first when none was chosen', rows, null, 'a'],
    ['none of none', [], 'a', undefined],
  ])('open %s', (_title, list, chosen, expected) => {
    expect(openRow(list, chosen)?.id).toBe(expected);
  });

  it.each([
    ['down', 'a', 1, 'b'],
    ['up', 'b', -1, 'a'],
    ['not beyond the last', 'c', 1, 'c'],
    ['not before the first', 'a', -1, 'a'],
    ['from nowhere to the first', null, 1, 'a'],
  ] as const)('step %s', (_title, open, by, expected) => {
    expect(rowBeside(rows, open, by)?.id).toBe(expected);
  });

  it.each([
    ['the next', rows, 'a', 'b'],
    ['the one before, at the end', rows, 'c', 'b'],
    ['none, when it was the only one', [{ id: 'a' }], 'a', undefined],
  ])('open %s after a decision', (_title, list, decided, expected) => {
    expect(rowAfterDecision(list, decided)?.id).toBe(expected);
  });
});
