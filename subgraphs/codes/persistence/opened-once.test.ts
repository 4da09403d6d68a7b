import { describe, expect, it } from 'vitest';
import { openedOnce } from './opened-once.ts';

function counted() {
  const opened: string[] = [];
  const open = openedOnce((bytes: Uint8Array, context: string) => {
    opened.push(`${bytes.join('.')} ${context}`);
    return Promise.resolve(bytes.length);
  });
  return { open, opened };
}

const [a, b] = [Uint8Array.of(1), Uint8Array.of(1, 2)];

describe('what was opened once', () => {
  it('is not opened again, as long as bytes and keys are the same', async () => {
    const { open, opened } = counted();
    expect(await open([a, b], 'list 1', 'x')).toEqual([1, 2]);
    expect(await open([b, Uint8Array.from(a)], 'list 1', 'x')).toEqual([2, 1]);
    expect(opened).toEqual(['1 x', '1.2 x']);
  });

  it('is opened again when the keys are others, with those', async () => {
    const { open, opened } = counted();
    await open([a], 'list 1', 'x');
    await open([a], 'list 2', 'y');
    expect(opened).toEqual(['1 x', '1 y']);
  });

  it('is forgotten when it is gone', async () => {
    const { open, opened } = counted();
    for (const all of [[a], [b], [a]]) await open(all, 'list 1', 'x');
    expect(opened).toHaveLength(3);
  });

  it('is opened again after it failed', async () => {
    let fails = true;
    const open = openedOnce((bytes: Uint8Array) =>
      fails ? Promise.reject(new Error('not now')) : Promise.resolve(bytes.length),
    );
    await expect(open([a, b], 'list 1', '')).rejects.toThrow('not now');
    fails = false;
    expect(await open([a, b], 'list 1', '')).toEqual([1, 2]);
  });
});
