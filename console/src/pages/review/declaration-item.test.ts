import { describe, expect, it } from 'vitest';
import { attentionOf } from './declaration-item.ts';

const plain = { symptoms: [], temperature: null, contactWithCase: false };

describe('why a declaration wants a look', () => {
  it.each([
    [plain, 'NOTHING'],
    [{ ...plain, temperature: 37.2 }, 'NOTHING'],
    [{ ...plain, temperature: 37.3 }, 'FEVER'],
    [{ ...plain, symptoms: ['COUGH' as const], temperature: 38 }, 'SYMPTOMS'],
    [{ ...plain, symptoms: ['COUGH' as const], contactWithCase: true }, 'CONTACT'],
  ])('%j: %s', (declaration, why) => {
    expect(attentionOf(declaration).why).toBe(why);
  });
});
