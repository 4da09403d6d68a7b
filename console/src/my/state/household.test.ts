import { describe, expect, it } from 'vitest';
import { asSeen } from './household.ts';

describe('whom a household shows as a ward', () => {
  it('is one whose guardian is there too', () => {
    const all = [
      { id: 'me', guardianId: null },
      { id: 'child', guardianId: 'me' },
    ];
    expect(asSeen(all)).toEqual(all);
  });

  it('is not oneself, for whom somebody else acts', () => {
    expect(asSeen([{ id: 'me', guardianId: 'helper' }])).toEqual([{ id: 'me', guardianId: null }]);
  });
});
