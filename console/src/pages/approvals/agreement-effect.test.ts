import { describe, expect, it } from 'vitest';
import { agreementEffects } from './agreement-effect.ts';

describe('the effects of an agreement', () => {
  it('are read from the names of its counts', () => {
    const counts = [
      { name: 'greenToGreen', count: 40 },
      { name: 'yellowToCrossCheck', count: 7 },
      { name: 'redToNotRecognized', count: 5 },
      { name: 'verdictsChange', count: 12 },
      { name: 'blueToGreen', count: 1 },
    ];
    expect(agreementEffects(counts)).toEqual([
      { from: 'GREEN', to: 'GREEN', count: 40 },
      { from: 'YELLOW', to: 'CROSS_CHECK', count: 7 },
      { from: 'RED', to: 'NOT_RECOGNIZED', count: 5 },
    ]);
  });
});
