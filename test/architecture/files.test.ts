import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isTest, ownPaths, parse, placeOf, readSource, type SourceFile } from './source-files.ts';

const LINES_MAX = 250;
const TEST_LINES_MAX = 400;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Tools that read their configuration from a default export. */
const TOOL_CONFIGS = ['test/vitest.config.ts', 'test/lint/eslint.config.js'];

function tooLong({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const most = isTest(path) ? TEST_LINES_MAX : LINES_MAX;
  return lines > most ? [`${path}: ${lines} lines, at most ${most}`] : [];
}

function badlyNamed({ path }: SourceFile): string[] {
  const parts = path.split('/').flatMap((name) => name.split('.'));
  return parts.every((part) => KEBAB.test(part)) ? [] : [`${path}: names are kebab-case`];
}

function isDefault(node: ts.Statement): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportDeclaration(node)) {
    const clause = node.exportClause;
    return (
      clause !== undefined &&
      ts.isNamedExports(clause) &&
      clause.elements.some(({ name }) => name.text === 'default')
    );
  }
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function defaultExports(file: SourceFile): string[] {
  if (TOOL_CONFIGS.includes(file.path)) return [];
  const source = parse(file);
  return source.statements
    .filter(isDefault)
    .map((node) => `${placeOf(source, node)}: named exports only`);
}

const files = ownPaths()
  .filter((path) => /^(gateway|subgraphs|cli|test)\/.*\.[jt]s$/.test(path))
  .map(readSource);

describe('source files', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('are short', () => {
    expect(files.flatMap(tooLong)).toEqual([]);
  });

  it('have kebab-case names', () => {
    expect(files.flatMap(badlyNamed)).toEqual([]);
  });

  it('export by name', () => {
    expect(files.flatMap(defaultExports)).toEqual([]);
  });
});

describe('the checks of source files', () => {
  it('count 250 lines as short and 251 as long', () => {
    expect(tooLong({ path: 'cli/a.ts', text: '\n'.repeat(250) })).toEqual([]);
    expect(tooLong({ path: 'cli/a.ts', text: '\n'.repeat(251) })).toHaveLength(1);
    expect(tooLong({ path: 'cli/a.ts', text: `${'\n'.repeat(250)}x` })).toHaveLength(1);
  });

  it('count 400 lines of a test as short and 401 as long', () => {
    expect(tooLong({ path: 'cli/a.test.ts', text: '\n'.repeat(400) })).toEqual([]);
    expect(tooLong({ path: 'cli/a.test.ts', text: '\n'.repeat(401) })).toHaveLength(1);
  });

  it.each(['cli/openIdProvider.ts', 'cli/Main.ts', 'cli/all_in_one/a.ts', 'cli/a-.ts'])(
    'refuse the name %s',
    (path) => {
      expect(badlyNamed({ path, text: '' })).toHaveLength(1);
    },
  );

  it.each(['cli/all-in-one/a.ts', 'test/codes.entity.test.ts', 'a/0001-initial.ts'])(
    'accept the name %s',
    (path) => {
      expect(badlyNamed({ path, text: '' })).toEqual([]);
    },
  );

  it.each([
    'export default 1;',
    'export default function a() {}',
    'export default class {}',
    'const a = 1; export { a as default };',
    `export { default } from './a.ts';`,
  ])('find the default export: %s', (text) => {
    expect(defaultExports({ path: 'cli/a.ts', text })).toEqual(['cli/a.ts:1: named exports only']);
  });
});
