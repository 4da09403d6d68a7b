import { describe, expect, it } from 'vitest';
import { isWorse, policyDryRun, roughly, worseOff } from './dry-run.ts';

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
      ...{ codes: 900, changed: { count: 12, few: false }, estimated: null },
      moves: [
        { from: 'GREEN', to: 'RED', count: 5, few: false },
        { from: 'UNDER_REVIEW', to: 'GREEN', count: 7, few: false },
      ],
      byRule: [
        { rule: 'HIGH-7D', count: 4, few: false },
        { rule: 'CONTACT-7D', count: 2, few: false },
      ],
    });
  });

  it('says from how many codes it is estimated, how well, and what is few', () => {
    const counts = [
      ...[
        { name: 'codes', count: 1_000_000 },
        { name: 'tried', count: 20_000 },
        { name: 'changed', count: 50_450 },
      ],
      ...[
        { name: 'changedAtLeast', count: 47_461 },
        { name: 'changedAtMost', count: 53_628 },
        { name: 'unseenAtMost', count: 189 },
      ],
      ...[
        { name: 'greenToRed', count: 50_200 },
        { name: 'few:greenToSuspended', count: 283 },
      ],
      ...[
        { name: 'few:greenToRed:CONTACT-7D', count: 510 },
        { name: 'greenToRed:HIGH-7D', count: 50_000 },
        { name: 'few:yellowToRed:HIGH-7D', count: 360 },
        { name: 'few:yellowToRed:CONTACT-7D', count: 100 },
      ],
    ];
    expect(policyDryRun(counts)).toEqual({
      ...{ codes: 1_000_000, changed: { count: 50_450, few: false } },
      moves: [
        { from: 'GREEN', to: 'RED', count: 50_200, few: false },
        { from: 'GREEN', to: 'SUSPENDED', count: 283, few: true },
      ],
      byRule: [
        { rule: 'HIGH-7D', count: 50_000, few: false },
        { rule: 'CONTACT-7D', count: 610, few: true },
      ],
      estimated: { tried: 20_000, atLeast: 47_461, atMost: 53_628, few: 510, unseen: 189 },
    });
  });

  it('says of few that they are no more than so many', () => {
    const counts = [
      ...[
        { name: 'codes', count: 1_000_000 },
        { name: 'tried', count: 20_000 },
      ],
      ...[
        { name: 'few:changed', count: 189 },
        { name: 'unseenAtMost', count: 189 },
      ],
    ];
    expect(policyDryRun(counts)).toEqual({
      ...{ codes: 1_000_000, changed: { count: 189, few: true }, moves: [], byRule: [] },
      estimated: { tried: 20_000, atLeast: 0, atMost: 189, few: 189, unseen: 189 },
    });
  });

  it('leaves out what it does not know', () => {
    const counts = [
      { name: 'liveTexts', count: 3 },
      { name: 'greenToPink', count: 4 },
    ];
    expect(policyDryRun(counts)).toEqual({
      ...{ codes: 0, changed: { count: 0, few: false }, moves: [], byRule: [], estimated: null },
    });
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

  it.each([
    [[], null],
    [[{ from: 'RED', to: 'GREEN', count: 9, few: false }], null],
    [[{ from: 'GREEN', to: 'RED', count: 200, few: true }], { count: 200, few: true }],
    [
      [
        { from: 'GREEN', to: 'RED', count: 200, few: true },
        { from: 'GREEN', to: 'YELLOW', count: 5_000, few: false },
        { from: 'YELLOW', to: 'RED', count: 1_000, few: false },
        { from: 'YELLOW', to: 'GREEN', count: 7_000, few: false },
      ],
      { count: 6_000, few: false },
    ],
  ] as const)('adds up who would be worse off: %j', (moves, worse) => {
    expect(worseOff(moves)).toEqual(worse);
  });

  it.each([
    [0, 0, 0, 0],
    [189, 189, 189, 189],
    [1_234, 1_230, 1_230, 1_240],
    [50_450, 50_500, 50_400, 50_500],
    [999_600, 1_000_000, 999_000, 1_000_000],
  ])('%i is roughly %i, at least %i and at most %i', (count, about, least, most) => {
    expect(roughly(count)).toBe(about);
    expect(roughly(count, Math.floor)).toBe(least);
    expect(roughly(count, Math.ceil)).toBe(most);
  });
});
