import { CombinedError } from '@urql/vue';
import { effectScope } from 'vue';
import { expect, it } from 'vitest';
import { useExport, type ExportedPage, type ExportedRow, type FetchPage } from './export-file.ts';

function rowOf(id: string): ExportedRow {
  const resident = {
    id,
    documentType: 'PASSPORT',
    birthDate: '1990-03-17',
    division: null,
  } as const;
  return { name: '林样珊', documentNumber: 'E12345678', phone: null, resident };
}
/** One row a page; the cursor of a page is the id of its row. */
function pageOf(id: string, hasNextPage: boolean): ExportedPage {
  return { totalCount: 2, pageInfo: { endCursor: id, hasNextPage }, nodes: [rowOf(id)] };
}

/** An export of two pages, each answered when the test says so. */
function exporting() {
  const asked: (string | null)[] = [];
  const answers: ((arrived: boolean) => void)[] = [];
  const fetchPage: FetchPage = async (after) => {
    asked.push(after);
    const arrived = await new Promise<boolean>((resolve) => answers.push(resolve));
    if (arrived) return { page: after === null ? pageOf('a', true) : pageOf('b', false) };
    return { error: new CombinedError({ networkError: new Error('gone') }) };
  };
  const made = effectScope().run(() => useExport(fetchPage));
  if (!made) throw new Error('No scope.');
  return { ...made, asked, answer: (at: number, arrived = true) => answers[at]?.(arrived) };
}
const idsOf = (rows: readonly ExportedRow[] | null) => rows?.map(({ resident }) => resident.id);

it('an export goes on where a fault stopped it, and nothing of it stays', async () => {
  const one = exporting();
  const first = one.fetchAll();
  one.answer(0);
  await expect.poll(() => one.asked).toEqual([null, 'a']);
  one.answer(1, false);
  expect(await first).toBeNull();
  expect([one.state.value, one.fetched.value]).toEqual(['stopped', 1]);
  const second = one.fetchAll();
  one.answer(2);
  expect(idsOf(await second)).toEqual(['a', 'b']);
  expect([one.state.value, one.fetched.value, one.total.value]).toEqual(['done', 0, 2]);
});

it('an export that is stopped and goes on while a page is under way has each row once', async () => {
  const one = exporting();
  const first = one.fetchAll();
  one.stop();
  const second = one.fetchAll();
  one.answer(0);
  await expect.poll(() => one.asked).toEqual([null, 'a']);
  one.answer(1);
  expect(await second).toBeNull();
  expect(idsOf(await first)).toEqual(['a', 'b']);
  expect(one.state.value).toBe('done');
});
