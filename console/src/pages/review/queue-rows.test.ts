import { describe, expect, it } from 'vitest';
import { hasLeft, openRow, rowAfterDecision, rowBeside, type QueueRow } from './queue-rows.ts';

/** A row that is due at its place in the alphabet. */
const row = (id: string): QueueRow => ({ id, dueAt: id });
const rows = ['b', 'd', 'f'].map(row);

describe('the rows of a queue', () => {
  it.each([
    ['the one that was', rows, 'd', 'd'],
    ['the one that was, when the list has it no more', rows, 'c', 'c'],
    ['the one that was, when the list is empty', [], 'c', 'c'],
    ['the first when none was', rows, null, 'b'],
    ['none of none', [], null, undefined],
  ])('open %s', (_title, list, shown, expected) => {
    expect(openRow(list, shown === null ? null : row(shown))?.id).toBe(expected);
  });

  it.each([
    ['one that is there has not', rows, 'd', false, false],
    ['one that is not has', rows, 'c', false, true],
    ['one that is not has, with others after the list', rows, 'c', true, true],
    ['one due after the last has', rows, 'g', false, true],
    ['one due after the last may be on the next page', rows, 'g', true, false],
    ['one due as late as the last may be there, too', [...rows, row('g')], 'g2', true, false],
    ['the only one has', [], 'c', false, true],
  ])('left: %s', (_title, list, id, more, expected) => {
    expect(hasLeft(list, { id, dueAt: id.slice(0, 1) }, more)).toBe(expected);
  });

  it.each([
    ['down', 'b', 1, 'd'],
    ['up', 'd', -1, 'b'],
    ['not beyond the last', 'f', 1, 'f'],
    ['not before the first', 'b', -1, 'b'],
    ['from nowhere to the first', null, 1, 'b'],
    ['down from one that left to the one after it', 'c', 1, 'd'],
    ['up from one that left to the one before it', 'c', -1, 'b'],
    ['down from a last one that left to the last', 'g', 1, 'f'],
    ['up from a first one that left to the first', 'a', -1, 'b'],
  ] as const)('step %s', (_title, open, by, expected) => {
    expect(rowBeside(rows, open === null ? null : row(open), by)?.id).toBe(expected);
  });

  it.each([
    ['the next', rows, 'b', 'd'],
    ['the one before, at the end', rows, 'f', 'd'],
    ['none, when it was the only one', [row('b')], 'b', undefined],
  ])('open %s after a decision', (_title, list, decided, expected) => {
    expect(rowAfterDecision(list, decided)?.id).toBe(expected);
  });
});
