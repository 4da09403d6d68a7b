import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { unexplained } from './unexplained.ts';

const at = (...path: (string | number)[]) => new GraphQLError(path.join('.'), { path });
const explained = [at('list', 0, 'must'), at('list', 1), at('list')];

it.each<[string, readonly GraphQLError[], readonly string[]]>([
  ['no error', [], ['list.0.must', 'list.1', 'list']],
  ['an error of another field', [at('other')], ['list.0.must', 'list.1', 'list']],
  ['an error of another element', [at('list', 2)], ['list.0.must', 'list.1']],
  ['an error there', [at('list', 0, 'must')], ['list.1']],
  ['an error below', [at('list', 1, 'name', 'x')], ['list.0.must']],
  ['an error above', [at('list')], []],
  ['an error of no place', [new GraphQLError('all')], []],
])('what is broken is explained by %s, or not', (_title, errors, expected) => {
  expect(unexplained(explained, errors).map(({ message }) => message)).toEqual(expected);
});
