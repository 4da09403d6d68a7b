import { describe, expect, it } from 'vitest';
import { isWorse, policyDryRun } from './dry-run.ts';

describe('the dry run of a policy', () => {
  it('is read from the counts of its proposal', () => {
    const counts = [
      ...[
        { name: 'codes', count: 900 },
        { name: 'changed', count: 12 },
      ],
      ...[
        { name: 'greenToRed', count: 5 },
        { name: 'underReviewToGreen', count: 7 },
      ],
      ...[
        { name: 'greenToRed:CONTACT-7D', count: 2 },
        { name: 'greenToRed:HIGH-7D', count: 3 },
      ],
      { name: 'underReviewToGreen:HIGH-7D', count: 1 },
    ];
    expect(policyDryRun(counts)).toEqual({
      ...{ codes: 900, changed: 12 },
      moves: [
        { from: 'GREEN', to: 'RED', count: 5 },
        { from: 'UNDER_REVIEW', to: 'GREEN', count: 7 },
      ],
      byRule: [
        { rule: 'HIGH-7D', count: 4 },
        { rule: 'CONTACT-7D', count: 2 },
      ],
    });
  });

  it('leaves out what it does not know', () => {
    const counts = [
      { name: 'liveTexts', count: 3 },
      { name: 'greenToPink', count: 4 },
    ];
    expect(policyDryRun(counts)).toEqual({ codes: 0, changed: 0, moves: [], byRule: [] });
  });

  it.each([
    ['GREEN', 'YELLOW', true],
    ['GREEN', 'SUSPENDED', true],
    ['YELLOW', 'RED', true],
    ['RED', 'YELLOW', false],
    ['SUSPENDED', 'GREEN', false],
  ] as const)('from %s to %s is worse: %s', (from, to, worse) => {
    expect(isWorse({ from, to })).toBe(worse);
  });
});
