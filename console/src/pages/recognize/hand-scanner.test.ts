import { describe, expect, it } from 'vitest';
import { keyed, NO_BURST, type Keyed } from './hand-scanner.ts';

/** Types keys, each so many milliseconds after the one before. */
function type(keys: readonly string[], gapMs: number): Keyed[] {
  let burst = NO_BURST;
  return keys.map((key, index) => {
    const after = keyed(burst, key, 1_000 + index * gapMs);
    burst = after.burst;
    return after;
  });
}

const CODE = ['Shift', ...'HCN1:G V'];

describe('a hand scanner', () => {
  it('gives its text at Enter', () => {
    const after = type([...CODE, 'Enter'], 15);
    expect(after.at(-1)).toEqual({ burst: NO_BURST, taken: true, text: 'HCN1:G V' });
  });

  it('takes its keys from others, from the third on', () => {
    expect(type(CODE, 60).map(({ taken }) => taken)).toEqual([
      ...[false, false, false],
      ...[true, true, true, true, true, true],
    ]);
  });

  it('is no person who types', () => {
    const after = type([...CODE, 'Enter'], 61);
    expect(after.every(({ taken, text }) => !taken && text === null)).toBe(true);
  });

  it.each([
    ['HCN1:', null],
    ['HCN1:A', 'HCN1:A'],
  ])('gives of "%s": %s', (keys, text) => {
    expect(type([...keys, 'Enter'], 1).at(-1)?.text).toBe(text);
  });

  it('begins anew after Enter and after a pause', () => {
    expect(type([...CODE, 'Enter', ...'ABCDEF', 'Enter'], 5).at(-1)?.text).toBe('ABCDEF');
    const { burst } = type([...'ABC'], 5).at(-1)!;
    expect(keyed(burst, 'D', burst.at + 61).burst.text).toBe('D');
  });
});
