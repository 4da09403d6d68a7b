import { expect, it } from 'vitest';
import { purposesOf } from './purposes.ts';

it('leaves purposes out that are not for codes, and keeps the order', () => {
  expect(purposesOf(['REVIEW', 'WORK', 'SUPPORT', 'ENTRY'])).toEqual(['WORK', 'ENTRY']);
  expect(purposesOf(['AUDIT'])).toEqual([]);
});
