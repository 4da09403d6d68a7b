import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { every } from './every.ts';
import { createLog } from './log.ts';

const silent = createLog('test', 'silent');

describe('what is done again and again', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is done after each interval, or at once too, until it is stopped', async () => {
    const [later, now] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
    const both = [
      every({ ms: 100, log: silent, failed: '' }, later),
      every({ ms: 100, atOnce: true, log: silent, failed: '' }, now),
    ];
    await vi.advanceTimersByTimeAsync(250);
    expect([later.mock.calls.length, now.mock.calls.length]).toEqual([2, 3]);
    await Promise.all(both.map((one) => one.stop()));
    await vi.advanceTimersByTimeAsync(250);
    expect([later.mock.calls.length, now.mock.calls.length]).toEqual([2, 3]);
  });

  it('is never under way twice, and stopping waits for it', async () => {
    let [begun, ended] = [0, 0];
    const slow = every({ ms: 100, log: silent, failed: '' }, async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 250));
      ended += 1;
    });
    await vi.advanceTimersByTimeAsync(320);
    expect([begun, ended]).toEqual([1, 0]);
    const stopping = slow.stop().then(() => ended);
    await vi.advanceTimersByTimeAsync(100);
    expect(await stopping).toBe(1);
  });

  it('goes on after a turn that fails, which the log says', async () => {
    const error = vi.spyOn(silent, 'error');
    const work = vi.fn(() => {
      throw new Error('not now');
    });
    const failing = every({ ms: 100, log: silent, failed: 'nothing done' }, work);
    await vi.advanceTimersByTimeAsync(250);
    expect(work).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledWith({ err: new Error('not now') }, 'nothing done');
    await failing.stop();
  });
});
