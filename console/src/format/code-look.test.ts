import { describe, expect, it } from 'vitest';
import { fillOfLook, lookOfCode, lookOfVerdict } from './code-look.ts';

describe('the look of a code', () => {
  it.each([
    [null, 'NONE', 'PLAIN'],
    [{ state: 'ACTIVE', color: 'GREEN' } as const, 'GREEN', 'GREEN'],
    [{ state: 'ACTIVE', color: 'YELLOW' } as const, 'YELLOW', 'YELLOW'],
    [{ state: 'ACTIVE', color: null } as const, 'NONE', 'PLAIN'],
    [{ state: 'SUSPENDED', color: 'RED' } as const, 'SUSPENDED', 'SUSPENDED'],
    [{ state: 'WITHDRAWN', color: 'GREEN' } as const, 'WITHDRAWN', 'PLAIN'],
    [{ state: 'UNDER_REVIEW', color: null } as const, 'UNDER_REVIEW', 'PLAIN'],
  ])('%j', (code, look, fill) => {
    expect(lookOfCode(code)).toBe(look);
    expect(fillOfLook(lookOfCode(code))).toBe(fill);
  });
});

describe('the look of a verdict', () => {
  it.each([
    [{ outcome: 'RECOGNIZED', color: 'RED', specimen: false } as const, 'RED'],
    [{ outcome: 'RECOGNIZED', color: null, specimen: false } as const, 'CROSS_CHECK'],
    [{ outcome: 'CROSS_CHECK', color: 'GREEN', specimen: false } as const, 'CROSS_CHECK'],
    [{ outcome: 'NOT_RECOGNIZED', color: null, specimen: false } as const, 'NOT_RECOGNIZED'],
    [{ outcome: 'STALE', color: 'GREEN', specimen: false } as const, 'STALE'],
    [{ outcome: 'NOT_RECOGNIZED', color: null, specimen: true } as const, 'SPECIMEN'],
  ])('%j', (verdict, look) => {
    expect(lookOfVerdict(verdict)).toBe(look);
  });
});
