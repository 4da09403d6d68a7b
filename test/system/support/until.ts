import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until `done` says so; fails after `ms`. */
export async function until<T>(
  get: () => Promise<T>,
  done: (value: T) => boolean,
  ms = 5_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await get();
    if (done(value)) return value;
    if (Date.now() > end) throw new Error(`Not in time: ${JSON.stringify(value)}`);
    await sleep(50);
  }
}
