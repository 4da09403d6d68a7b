import { expect, it } from 'vitest';
import { rowSet } from './row-set.ts';

it('gives rows as a parameter a column, from the first number on', () => {
  const rows = [
    ["O'Neill", 1],
    [null, 2],
  ];
  const { sql, params } = rowSet({ name: 'text', n: 'int' }, rows, { name: 'v', first: 3 });
  expect(sql).toBe('unnest($3::text[]::text[], $4::text[]::int[]) as v(name, n)');
  expect(params).toEqual([`{"O'Neill",NULL}`, '{"1","2"}']);
});
