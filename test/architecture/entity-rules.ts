import ts from 'typescript';
import { parse, placeOf, type SourceFile } from './source-files.ts';

/** What a `defineEntity({…})` says of its table. */
interface Entity {
  readonly place: string;
  readonly table: string;
  /** Marked `@reference` in its docstring: a code book, policies or trust material. */
  readonly reference: boolean;
  readonly fields: ReadonlyMap<string, ts.Expression>;
  readonly source: ts.SourceFile;
}

function fieldsOf(object: ts.ObjectLiteralExpression): Map<string, ts.Expression> {
  return new Map(
    object.properties
      .filter((property) => ts.isPropertyAssignment(property))
      .map(({ name, initializer }) => [name.getText(), initializer]),
  );
}

function isReference(node: ts.Node): boolean {
  const statement = ts.findAncestor(
    node,
    (one) => ts.isVariableStatement(one) || ts.isFunctionDeclaration(one),
  );
  return ts.getJSDocTags(statement ?? node).some(({ tagName }) => tagName.text === 'reference');
}

function textOf(node: ts.Expression | undefined): string | null {
  return node && ts.isStringLiteralLike(node) ? node.text : null;
}

/** Every entity that a file defines. */
export function entitiesOf(file: SourceFile): Entity[] {
  const source = parse(file);
  const found: Entity[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineEntity') {
      const [object] = node.arguments;
      const fields =
        object && ts.isObjectLiteralExpression(object)
          ? fieldsOf(object)
          : new Map<string, ts.Expression>();
      const table = textOf(fields.get('tableName')) ?? '?';
      const reference = isReference(node);
      found.push({ place: placeOf(source, node), table, reference, fields, source });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The object that a spread of a local `const x = () => ({…})` or `const x = {…}` stands for. */
function spreadObject(expression: ts.Expression, source: ts.SourceFile) {
  const name = ts.isCallExpression(expression) ? expression.expression : expression;
  const declared = source.statements
    .filter((node) => ts.isVariableStatement(node))
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((one) => one.name.getText() === name.getText())?.initializer;
  const body = declared && ts.isArrowFunction(declared) ? declared.body : declared;
  const object = body && ts.isParenthesizedExpression(body) ? body.expression : body;
  return object && ts.isObjectLiteralExpression(object) ? object : null;
}

function columnsOf(node: ts.Expression | null | undefined, source: ts.SourceFile) {
  if (!node || !ts.isObjectLiteralExpression(node)) return null;
  const columns: (readonly [string, string])[] = [];
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property)) {
      columns.push([property.name.getText(), property.initializer.getText()]);
    } else {
      const spread = ts.isSpreadAssignment(property) ? property.expression : null;
      const inner = spread && columnsOf(spreadObject(spread, source), source);
      if (!inner) return null;
      columns.push(...inner);
    }
  }
  return columns;
}

function keyFaults({ fields, source, reference }: Entity): string[] {
  const columns = columnsOf(fields.get('properties'), source);
  if (!columns) return ['its properties cannot be read here'];
  const key = columns.filter(([, type]) => type.includes('.primary(')).map(([name]) => name);
  const unique = columns.filter(([, type]) => type.includes('.unique('));
  if (reference) return [];
  return [
    ...(key[0] === 'region' ? [] : [`its primary key begins with ${key[0] ?? 'nothing'}`]),
    ...unique.map(([name]) => `${name} is unique without region`),
  ];
}

function uniqueFaults({ fields, reference }: Entity): string[] {
  const uniques = fields.get('uniques');
  if (!uniques || reference) return [];
  if (!ts.isArrayLiteralExpression(uniques)) return ['its uniques cannot be read here'];
  return uniques.elements
    .map((one) => (ts.isObjectLiteralExpression(one) ? fieldsOf(one).get('properties') : undefined))
    .filter((list) => !list || !/^\[\s*'region'|,\s*'region'/.test(list.getText()))
    .map((list) => `unique ${list?.getText() ?? '(unreadable)'} has no region`);
}

/** What is wrong with a file's entities. Source: DESIGN.md §3 and §10. */
export function entityFaults(file: SourceFile): string[] {
  return entitiesOf(file).flatMap((entity) => {
    const policies = entity.fields.get('policies');
    const none = !policies || /^\[\s*\]$/.test(policies.getText());
    const faults = [
      ...(textOf(entity.fields.get('rowLevelSecurity')) === 'force'
        ? []
        : [`row security is not 'force'`]),
      ...(none ? ['no policy'] : []),
      ...keyFaults(entity),
      ...uniqueFaults(entity),
    ];
    return faults.map((fault) => `${entity.place}: ${entity.table}: ${fault}`);
  });
}
