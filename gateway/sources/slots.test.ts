import { describe, expect, it } from 'vitest';
import { createSlots } from './slots.ts';

const never = new AbortController().signal;

/** One slot that is taken, and whoever waits for it by name, in the order in which they get it. */
function taken() {
  const slots = createSlots(1);
  const entered: string[] = [];
  const wait = async (name: string, signal = never) => {
    await slots.take(signal);
    entered.push(name);
  };
  expect(slots.take(never)).toBeUndefined();
  return { slots, entered, wait };
}

describe('slots', () => {
  it('are taken at once while there are any', () => {
    const slots = createSlots(2);
    expect([slots.take(never), slots.take(never)]).toEqual([undefined, undefined]);
    expect(slots.take(never)).toBeInstanceOf(Promise);
    const given = createSlots(1);
    void given.take(never);
    given.release();
    expect(given.take(never)).toBeUndefined();
  });

  it('go to whoever has waited longest, and to nobody who came later', async () => {
    const { slots, entered, wait } = taken();
    const all = ['first', 'second', 'third'].map((name) => wait(name));
    slots.release();
    const late = wait('late'); // nothing is free, though the first has not gone on yet
    for (const one of [...all, late]) {
      await one;
      slots.release();
    }
    expect(entered).toEqual(['first', 'second', 'third', 'late']);
  });

  it('are not for whoever goes away while waiting, who hears of it at once', async () => {
    const { slots, entered, wait } = taken();
    const leaving = new AbortController();
    const left = [wait('gone', leaving.signal), wait('gone too', leaving.signal)];
    const stays = wait('stays');
    leaving.abort();
    for (const one of left) await expect(one).rejects.toThrow('No turn came');
    expect(entered).toEqual([]);
    slots.release();
    await stays;
    slots.release();
    expect(slots.take(never)).toBeUndefined(); // there is one, as before
    expect(slots.take(never)).toBeInstanceOf(Promise);
  });

  it('are given back by whoever goes away after getting one', async () => {
    const { slots, wait } = taken();
    const leaving = new AbortController();
    const granted = wait('granted', leaving.signal);
    slots.release();
    leaving.abort(); // too late: the turn has come, and is given back like any other
    await granted;
    expect(slots.take(never)).toBeInstanceOf(Promise);
    slots.release();
    slots.release();
    expect(slots.take(never)).toBeUndefined();
  });

  it('are not taken by whoever has gone', () => {
    const slots = createSlots(1);
    expect(() => slots.take(AbortSignal.abort())).toThrow();
    expect(slots.take(never)).toBeUndefined();
  });
});
