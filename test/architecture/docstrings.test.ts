import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isTest, parse, placeOf, sourcesMatching, type SourceFile } from './source-files.ts';

/** A name declared at the top of a file, and whether a comment says what it is. */
interface Declared {
  readonly name: string;
  readonly node: ts.Node;
  readonly exported: boolean;
  readonly documented: boolean;
}

function isDocumented(node: ts.Node): boolean {
  return ts
    .getJSDocCommentsAndTags(node)
    .some((doc) => ts.isJSDoc(doc) && (doc.comment !== undefined || doc.tags !== undefined));
}

function namesOf(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name.getText());
  }
  const named =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node);
  return named ? [node.name?.text ?? 'default'] : [];
}

function declarationsOf(node: ts.Statement): Declared[] {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  const exported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  return namesOf(node).map((name) => ({ name, node, exported, documented: isDocumented(node) }));
}

/** Names exported apart from their declaration, as `export { a }` does; not re-exports. */
function listedExports(source: ts.SourceFile): string[] {
  return source.statements
    .filter((node) => ts.isExportDeclaration(node))
    .filter(({ moduleSpecifier }) => moduleSpecifier === undefined)
    .flatMap(({ exportClause }) =>
      exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : [],
    )
    .map(({ name, propertyName }) => (propertyName ?? name).text);
}

/**
 * Exported declarations without a docstring. Overloads, and a value and a type of one name, are one
 * symbol: one comment is enough.
 */
function undocumented(file: SourceFile): string[] {
  const source = parse(file);
  const declared = source.statements.flatMap(declarationsOf);
  const documented = new Set(declared.filter((one) => one.documented).map(({ name }) => name));
  const listed = listedExports(source);
  return declared
    .filter(({ name, exported }) => exported || listed.includes(name))
    .filter(({ name }) => !documented.has(name))
    .map(({ name, node }) => `${placeOf(source, node)}: ${name} has no docstring`);
}

describe('docstrings', () => {
  it('stand above every export', () => {
    const files = sourcesMatching(/^(gateway|subgraphs|cli)\/(?!.*\/migrations\/)/);
    const found = files.filter(({ path }) => !isTest(path)).flatMap(undocumented);
    expect(found).toEqual([]);
  });

  it.each([
    'export const a = 1;',
    'export function a() {}',
    'export interface a { b: 1 }',
    'export type a = 1;',
    `/** Of A only. */\nexport const A = ['B'] as const;\nexport type a = (typeof A)[number];`,
    '// not a docstring\nexport class a {}',
    '/** */\nexport class a {}',
    '/** Of b only. */\nconst b = 1;\nexport const a = b;',
    'const a = 1;\nexport { a };',
    'const a = 1;\nexport { a as b };',
    'function f() { return String; }\n@f()\nexport class a {}',
  ])('are missed at: %s', (text) => {
    expect(undocumented({ path: 'cli/a.ts', text })).toEqual([
      expect.stringMatching(/^cli\/a\.ts:\d: a has no docstring$/),
    ]);
  });

  it.each([
    '/** One. */\nexport const a = 1;',
    '/** @throws {DomainError} NOT_FOUND */\nexport function a() {}',
    '/** One. */\n@f()\nexport class a {}',
    '/** Overloads. */\nexport function a(): 1;\nexport function a(b?: 1): 1 { return 1; }',
    `/** Both. */\nexport const a = { B: 'B' };\nexport type a = keyof typeof a;`,
    '/** Listed. */\nconst a = 1;\nexport { a };',
    `export { a } from './b.ts';\nexport type * from './c.ts';`,
    'const a = 1;',
  ])('are not missed at: %s', (text) => {
    expect(undocumented({ path: 'cli/a.ts', text })).toEqual([]);
  });
});
