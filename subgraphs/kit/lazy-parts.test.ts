import { describe, expect, it } from 'vitest';
import { lazyParts } from './lazy-parts.ts';

function counted() {
  const made: string[] = [];
  const partsOf = lazyParts<{ readonly base: number }, { twice: number; sum: number }>({
    twice({ base }) {
      made.push('twice');
      return base * 2;
    },
    sum({ base, twice }) {
      made.push('sum');
      return base + twice;
    },
  });
  return { made, partsOf };
}

describe('lazy parts', () => {
  it('are not made before they are read', () => {
    const { made, partsOf } = counted();
    expect(partsOf({ base: 1 }).base).toBe(1);
    expect(made).toEqual([]);
  });

  it('are made once, of what is given and of each other', () => {
    const { made, partsOf } = counted();
    const parts = partsOf({ base: 2 });
    expect([parts.sum, parts.sum, parts.twice]).toEqual([6, 6, 4]);
    expect(made).toEqual(['twice', 'sum']);
  });

  it('are each object’s own', () => {
    const { partsOf } = counted();
    const [one, other] = [partsOf({ base: 1 }), partsOf({ base: 10 })];
    expect([one.sum, other.sum]).toEqual([3, 30]);
  });

  it('take more that is put on the object', () => {
    const { partsOf } = counted();
    const parts = Object.assign(partsOf({ base: 1 }), { key: 'k' });
    expect([parts.key, parts.twice]).toEqual(['k', 2]);
  });
});
