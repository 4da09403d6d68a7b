import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  checkShape,
  DIRECTIVES_AT_MAX,
  DIRECTIVES_MAX,
  NAME_MAX,
  ROOT_FIELDS_MAX,
  SELECTIONS_MAX,
} from './document-shape.ts';
import { bomb, times } from './document-fakes.ts';

function codeOf(text: string): unknown {
  try {
    checkShape(parse(text));
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

describe('the shape of a document', () => {
  it.each([
    ['selections', `{ regions { ${times(SELECTIONS_MAX - 1, (at) => `id${at}`)} } }`, null],
    ['one more', `{ regions { ${times(SELECTIONS_MAX, () => 'id')} } }`, 'COST_LIMIT'],
    [
      'selections of a fragment that nothing uses',
      `{ n } fragment A on Query { ${times(SELECTIONS_MAX - 1, (at) => `n${at}`)} }`,
      null,
    ],
    [
      'one more there',
      `{ n } fragment A on Query { ${times(SELECTIONS_MAX, () => 'n')} }`,
      'COST_LIMIT',
    ],
    [
      'fragments that nothing uses, each within the limit',
      `{ n } ${times(20, (at) => `fragment A${at} on Region { ${times(20, () => 'id')} }`)}`,
      'COST_LIMIT',
    ],
    [
      'operations, each within the limit',
      times(41, (at) => `query A${at} { regions { ${times(9, () => 'id')} } }`),
      'COST_LIMIT',
    ],
    ['operations, within it together', times(40, (at) => `query A${at} { a { b c d } }`), null],
    ['root fields', `{ ${times(ROOT_FIELDS_MAX, () => '__typename')} }`, null],
    ['one root field more', `{ ${times(ROOT_FIELDS_MAX + 1, () => '__typename')} }`, 'COST_LIMIT'],
    [
      'root fields behind fragments',
      `{ ...A ...A ... { n } } fragment A on Query { ${times(10, () => 'n')} }`,
      'COST_LIMIT',
    ],
    ['a fragment used twice', `{ ...A ...A } fragment A on Query { a { b c } }`, null],
    ['fragments used twice each, 9 levels', bomb(2, 9), 'COST_LIMIT'],
    ['fragments used twice each, 8 levels', bomb(2, 8), null],
    ['fragments used twice each, 60 levels', bomb(2, 60), 'COST_LIMIT'],
    ['fragments used 60 times each', bomb(60, 15), 'COST_LIMIT'],
    ['a cycle, which validation refuses', '{ ...A } fragment A on Query { n ...A }', null],
    ['directives at one place', `{ n ${times(DIRECTIVES_AT_MAX, () => '@a')} }`, null],
    ['one more there', `{ n ${times(DIRECTIVES_AT_MAX + 1, () => '@a')} }`, 'COST_LIMIT'],
    ['directives at an operation', `query ${times(10, () => '@a')} { n }`, 'COST_LIMIT'],
    ['directives in all', `{ a { ${times(DIRECTIVES_MAX, () => 'n @a')} } }`, null],
    ['one more in all', `{ a { ${times(DIRECTIVES_MAX + 1, () => 'n @a')} } }`, 'COST_LIMIT'],
    ['a name', `query ${'n'.repeat(NAME_MAX)} { n }`, null],
    ['a longer name', `query ${'n'.repeat(NAME_MAX + 1)} { n }`, 'BAD_USER_INPUT'],
    ['an alias', `{ a { ${'n'.repeat(NAME_MAX)}: n } }`, null],
    ['a longer alias', `{ a { ${'n'.repeat(NAME_MAX + 1)}: n } }`, 'BAD_USER_INPUT'],
    [
      'lists of the schema',
      `{ __schema { types { ${times(11, (at) => `a${at}: fields { name }`)} } } }`,
      null,
    ],
    [
      'one list more',
      `{ __schema { types { ${times(12, (at) => `a${at}: fields { name }`)} } } }`,
      'COST_LIMIT',
    ],
    [
      'one more in fragments',
      `{ ...S __type(name: "A") { ...T } }
        fragment S on Query { __schema { ${times(6, () => 'types { name }')} } }
        fragment T on __Type { ${times(7, () => 'fields { name }')} }`,
      'COST_LIMIT',
    ],
    [
      'lists of others that are called so',
      `{ __schema { types { name } } a { ${times(13, () => 'fields { n }')} } }`,
      null,
    ],
    ['the same in one place', `{ a { ${times(45, () => 'b { c }')} } }`, null],
    ['the same more often', `{ a { ${times(46, () => 'b { c }')} } }`, 'COST_LIMIT'],
    [
      'the same in fragments',
      `{ a { ...A ...B b { c } } }
        fragment A on T { ${times(30, () => 'b { c }')} } fragment B on T { ${times(30, () => 'b { c }')} }`,
      'COST_LIMIT',
    ],
    [
      'fragments in one place',
      `{ a { ${times(64, (at) => `...F${at}`)} } }
        ${times(64, (at) => `fragment F${at} on T { b${at}: b }`)}`,
      'COST_LIMIT',
    ],
    [
      'the same in many places',
      `{ a { ${times(40, (at) => `b${at}: b { c d { e } ...F ...F }`)} } } fragment F on T { c }`,
      null,
    ],
    [
      'the same in a fragment that nothing uses',
      `{ n } fragment A on Query { ${times(64, () => 'n')} }`,
      'COST_LIMIT',
    ],
    ['a circle', '{ a { ...F } } fragment F on T { b { ...F } }', null],
    ['the usual introspection', getIntrospectionQuery({ inputValueDeprecation: true }), null],
    ['the second operation', `query A { n } query B { ${times(21, () => 'n')} }`, 'COST_LIMIT'],
  ])('%s', (_title, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
