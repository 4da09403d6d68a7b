import { describe, expect, it } from 'vitest';
import { checkOf } from './registration-item.ts';

const plain = { duplicates: 0, guardianId: null, documentType: 'RESIDENT_ID' } as const;

describe('why a registration wants a look', () => {
  it.each([
    [plain, 'NOTHING'],
    [{ ...plain, documentType: 'TAIWAN_PERMIT' as const }, 'DOCUMENT'],
    [{ ...plain, documentType: 'PASSPORT' as const, guardianId: 'g' }, 'GUARDIAN'],
    [{ ...plain, guardianId: 'g', duplicates: 1 }, 'DUPLICATE'],
  ])('%j: %s', (registration, why) => {
    expect(checkOf(registration).why).toBe(why);
  });
});
