import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { replayWatch, type ReplayPorts } from './replay.ts';

const START = Date.parse('2022-11-24T02:42:00.000Z');
const HOUR = Date.parse('2022-11-24T03:00:00.000Z');
const tag = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest('hex');

function watch(given: Partial<ReplayPorts> = {}) {
  const replayed = replayWatch({ randomBytes: (length) => randomBytes(length), tag, ...given });
  return (text: string, caller: string, ms: number) => replayed(text, caller, new Date(ms));
}

type Sight = readonly [text: string, caller: string, seconds: number, replayed: boolean];

describe('a presentation', () => {
  it.each<[string, number, readonly Sight[]]>([
    ['once', START, [['a', 'gate', 0, false]]],
    ['at another gate at once', START, [['a', 'gate', 0, false], ['a', 'other', 0, true]]], // prettier-ignore
    ['at another gate after 240 s', START, [['a', 'gate', 0, false], ['a', 'other', 240, true]]], // prettier-ignore
    ['at another gate after that', START, [['a', 'gate', 0, false], ['a', 'other', 240.001, false]]], // prettier-ignore
    ['at the same gate after 10 s', START, [['a', 'gate', 0, false], ['a', 'gate', 10, false]]], // prettier-ignore
    ['at the same gate after more', START, [['a', 'gate', 0, false], ['a', 'gate', 10.001, true]]], // prettier-ignore
    [
      'again and again at the same gate: the first counts',
      START,
      [['a', 'gate', 0, false], ['a', 'gate', 6, false], ['a', 'gate', 12, true]], // prettier-ignore
    ],
    [
      'at the gate where it was first, after a replay at another',
      START,
      [['a', 'gate', 0, false], ['a', 'other', 2, true], ['a', 'gate', 4, false]], // prettier-ignore
    ],
    ['beside another one', START, [['a', 'gate', 0, false], ['b', 'other', 1, false]]], // prettier-ignore
    [
      'across the full hour, where the key changes',
      HOUR,
      [['a', 'gate', -120, false], ['b', 'gate', 1, false], ['a', 'other', 119, true]], // prettier-ignore
    ],
  ])('%s', async (_title, from, sights) => {
    const replayed = watch();
    const found: boolean[] = [];
    for (const [text, caller, seconds] of sights) {
      found.push(await replayed(text, caller, from + seconds * 1_000));
    }
    expect(found).toEqual(sights.map(([, , , expected]) => expected));
  });

  it('is remembered although one that began before the hour is done after one of the hour', async () => {
    const replayed = watch();
    expect(await replayed('a', 'gate', HOUR - 60_000)).toBe(false);
    // Signatures are checked in threads: who began first need not be done first.
    await replayed('b', 'gate', HOUR + 1);
    await replayed('c', 'gate', HOUR - 1);
    expect(await replayed('a', 'other', HOUR + 10_000)).toBe(true);
  });

  it('shown to two at once is replayed for one of them', async () => {
    const replayed = watch({ tag: async (key, text) => Promise.resolve(tag(key, text)) });
    const both = await Promise.all([replayed('a', 'gate', START), replayed('a', 'other', START)]);
    expect(both.toSorted()).toEqual([false, true]);
  });
});

describe('what is remembered', () => {
  it('stands under a key of its hour', async () => {
    const keys: string[] = [];
    const replayed = watch({
      tag(key, text) {
        keys.push(Buffer.from(key).toString('hex'));
        return tag(key, text);
      },
    });
    for (const at of [HOUR - 1_000, HOUR + 1_000, HOUR + 240_001, HOUR + 3_600_000]) {
      await replayed('a', 'gate', at);
    }
    const [first, second, third] = [...new Set(keys)];
    // Just after the hour both keys are asked; four minutes later the old one is gone.
    expect(keys).toEqual([first, second, first, second, third, second]);
    expect(new Set(keys).size).toBe(3);
  });

  it('is bounded: the oldest give way', async () => {
    const replayed = watch({ most: 3 });
    for (const text of ['a', 'b', 'c', 'd']) await replayed(text, 'gate', START);
    expect(await replayed('d', 'other', START)).toBe(true);
    expect(await replayed('b', 'other', START)).toBe(true);
    expect(await replayed('a', 'other', START)).toBe(false);
  });

  it('lets go of what is older than 240 s', async () => {
    const tags = new Set<string>();
    const replayed = watch({ most: 1_000 });
    for (let second = 0; second < 3_000; second += 1) {
      tags.add(String(await replayed(`t${second}`, 'gate', START + second * 1_000)));
    }
    expect([...tags]).toEqual(['false']);
  });
});
