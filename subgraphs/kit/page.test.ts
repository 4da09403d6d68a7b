import { describe, expect, it, vi } from 'vitest';
import { rowsOf } from './keyset.ts';
import { COUNT_MAX, connectionOf, pageOf, shownConnection } from './page.ts';

const page = pageOf(2, null);
const keyOf = (row: string) => [row];

describe('a page of a list', () => {
  it('counts nothing until somebody reads how many there are', async () => {
    const count = vi.fn(() => Promise.resolve(3));
    const found = connectionOf(rowsOf(['a', 'b', 'c'], count), page, keyOf);
    expect(found.nodes).toEqual(['a', 'b']);
    expect(found.pageInfo).toMatchObject({ hasNextPage: true });
    expect(count).not.toHaveBeenCalled();
    expect(await found.totalCount).toBe(3);
    expect(count).toHaveBeenCalledTimes(1);
  });

  it.each([
    [COUNT_MAX, COUNT_MAX],
    [COUNT_MAX + 1, null],
  ])('of %i says %s', async (all, said) => {
    const found = connectionOf(
      rowsOf(['a'], () => Promise.resolve(all)),
      page,
      keyOf,
    );
    expect(await found.totalCount).toBe(said);
  });

  it('goes on after the last row it has, however rows are shown', () => {
    const list = rowsOf(['a', 'b', 'c'], () => Promise.resolve(3));
    const { nodes, pageInfo } = shownConnection(list, page, keyOf, (row) => ({ name: row }));
    expect(nodes).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(pageOf(2, pageInfo.endCursor).after).toEqual(['b']);
  });
});
