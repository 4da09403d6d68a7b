import { effectScope, nextTick, shallowRef } from 'vue';
import { expect, it } from 'vitest';
import { useOpenRow } from './open-row.ts';
import type { QueueRow } from './queue-rows.ts';

const listOf = (ids: string): QueueRow[] => [...ids].map((id) => ({ id, dueAt: id }));

/** A list that is read again; a letter is a row. */
function queue(first: string | undefined) {
  const rows = shallowRef(first === undefined ? undefined : listOf(first));
  const asked = shallowRef({});
  const list = { rows: () => rows.value, more: () => false, asked: () => asked.value };
  const made = effectScope().run(() => useOpenRow(list, () => rows.value ?? []));
  if (!made) throw new Error('No scope.');
  return {
    ...made,
    state: () => [made.open.value?.id, made.gone.value],
    async comes(ids: string | undefined) {
      rows.value = ids === undefined ? undefined : listOf(ids);
      await nextTick();
    },
    async askedAnew() {
      asked.value = {};
      await nextTick();
    },
  };
}

it('the first row opens once there is one', async () => {
  const one = queue(undefined);
  expect(one.state()).toEqual([undefined, false]);
  await one.comes('bc');
  expect(one.state()).toEqual(['b', false]);
});

it('the open row stays when others come before it', async () => {
  const one = queue('bc');
  await one.comes('abc');
  expect(one.state()).toEqual(['b', false]);
});

it('the open row stays when somebody else decided it, and has gone', async () => {
  const one = queue('bc');
  await one.comes('c');
  expect(one.state()).toEqual(['b', true]);
  await one.comes('');
  expect(one.state()).toEqual(['b', true]);
});

it('a row is not gone because no answer came', async () => {
  const one = queue('bc');
  await one.comes(undefined);
  expect(one.state()).toEqual(['b', false]);
});

it('another question opens the first row of its answer', async () => {
  const one = queue('bc');
  await one.askedAnew();
  expect(one.state()).toEqual([undefined, false]);
  await one.comes('de');
  expect(one.state()).toEqual(['d', false]);
});

it('a row of the list before does not stay open under another question', async () => {
  const one = queue('bc');
  await one.askedAnew();
  one.open.value = { id: 'c', dueAt: 'c' };
  await one.comes('de');
  expect(one.state()).toEqual(['d', false]);
});
