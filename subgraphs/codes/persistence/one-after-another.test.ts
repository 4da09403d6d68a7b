import DataLoader from 'dataloader';
import { expect, it, vi } from 'vitest';
import { oneAfterAnother } from './one-after-another.ts';

/** A loader whose batches end when they are told to. */
function loader(atOnce: number, slowMs = 60_000) {
  const turns = oneAfterAnother(atOnce, slowMs);
  const batches: { readonly keys: readonly number[]; readonly end: (failed?: Error) => void }[] =
    [];
  const load = new DataLoader<number, number>(
    (keys) =>
      turns.run(
        () =>
          new Promise((resolve, reject) => {
            batches.push({ keys, end: (failed) => (failed ? reject(failed) : resolve(keys)) });
          }),
      ),
    { cache: false, maxBatchSize: 3, batchScheduleFn: turns.schedule },
  );
  return { load: (key: number) => load.load(key), batches };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

it('what is asked for while a batch is under way goes together in the next', async () => {
  const { load, batches } = loader(1);
  const first = [load(1), load(2)];
  await turn();
  const more = [load(3)];
  await turn();
  more.push(load(4));
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([[1, 2]]);
  batches[0]?.end();
  expect(await Promise.all(first)).toEqual([1, 2]);
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  batches[1]?.end();
  expect(await Promise.all(more)).toEqual([3, 4]);
});

it('nothing waits for one that failed, nor behind more than fit in a batch', async () => {
  const { load, batches } = loader(1);
  const refused = expect(load(0)).rejects.toThrow('lost');
  await turn();
  const all = [1, 2, 3, 4].map(load);
  batches[0]?.end(new Error('lost'));
  await refused;
  await turn();
  batches[1]?.end();
  await turn();
  batches[2]?.end();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
  expect(batches.map(({ keys }) => keys)).toEqual([[0], [1, 2, 3], [4]]);
});

it('as many are under way as may be', async () => {
  const { load, batches } = loader(2);
  const all = [load(1)];
  await turn();
  all.push(load(2));
  await turn();
  all.push(load(3));
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([[1], [2]]);
  batches[1]?.end();
  await turn();
  for (const { end } of batches) end();
  expect(await Promise.all(all)).toEqual([1, 2, 3]);
});

it('one that takes long holds up the others no longer', async () => {
  const { load, batches } = loader(1, 200);
  const all = [load(1)];
  await turn();
  all.push(load(2));
  await turn();
  expect(batches).toHaveLength(1);
  await vi.waitFor(() => expect(batches).toHaveLength(2), { interval: 5 });
  expect(batches.map(({ keys }) => keys)).toEqual([[1], [2]]);
  batches[0]?.end();
  await turn();
  all.push(load(3)); // its end, when it came, let nothing else go
  await turn();
  expect(batches).toHaveLength(2);
  batches[1]?.end();
  await turn();
  batches[2]?.end();
  expect(await Promise.all(all)).toEqual([1, 2, 3]);
});
