import { describe, expect, it } from 'vitest';
import { mergeInto, type DataObject } from './data.ts';

const merged = (...sources: DataObject[]) => {
  const target: DataObject = {};
  for (const source of sources) mergeInto(target, structuredClone(source));
  return target;
};

describe('what subgraphs say of one object', () => {
  const some = { place: { x: 1 }, list: [{ x: 1 }, { x: 2 }], grid: [[1], [2]] };
  const none = { place: null, list: [null, { y: 2 }], grid: [null, [2]] };

  it.each([
    ['first', [some, none]],
    ['last', [none, some]],
  ])('is not taken away by the null of another that comes %s', (_when, sources) => {
    expect(merged(...sources)).toEqual({
      place: { x: 1 },
      list: [{ x: 1 }, { x: 2, y: 2 }],
      grid: [[1], [2]],
    });
  });

  it('is null where nobody says more', () => {
    expect(merged({ place: null }, { place: null })).toEqual({ place: null });
  });
});
