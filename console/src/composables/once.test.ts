import { describe, expect, it } from 'vitest';
import { attempts } from './once.ts';

describe('an attempt', () => {
  it('has the same name for the same content', () => {
    const { keyFor } = attempts();
    const key = keyFor({ input: { name: 'a' } });
    expect(key).toMatch(/^[\x21-\x7e]{8,128}$/);
    expect(keyFor({ input: { name: 'a' } })).toBe(key);
  });

  it('has another name for other content, and once it is done', () => {
    const { keyFor, done } = attempts();
    const keys = [keyFor({ input: 'a' }), keyFor({ input: 'b' })];
    done();
    keys.push(keyFor({ input: 'b' }));
    expect(new Set(keys).size).toBe(3);
  });
});
