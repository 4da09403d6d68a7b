import ts from 'typescript';
import { parse, placeOf, type SourceFile } from './source-files.ts';

interface Sql {
  readonly place: string;
  readonly text: string;
}

/** Every text in a migration: SQL is built from nothing else. */
function sqlOf(file: SourceFile): Sql[] {
  const source = parse(file);
  const found: Sql[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = ts.isTemplateExpression(node) ? node.getText() : node.text;
      found.push({ place: placeOf(source, node), text: text.replace(/\s+/g, ' ') });
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Refused on distributed tables, or ordered where ids must be random. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\b(small|big)?serial\b|\b(create|alter|owned by) sequence\b|\bnextval\b/i, 'a sequence'],
  [/\bgenerated (always|by default) as identity\b/i, 'an identity column'],
  [/\bcreate (or replace )?(constraint )?trigger\b|\breturns trigger\b/i, 'a trigger'],
];

const NAME = String.raw`(?:"?[\w$]+"?\.)?"?([\w$]+)"?`;
const COLUMNS = String.raw`\(([^)]*)\)`;
const CREATED = new RegExp(`create table (?:if not exists )?${NAME}`, 'i');
const ALTERED = new RegExp(`alter table (?:if exists )?(?:only )?${NAME}`, 'i');
const INDEX = new RegExp(
  `create unique index .*? on (?:only )?${NAME} (?:using \\w+ )?${COLUMNS}`,
  'i',
);
const PRIMARY = new RegExp(`primary key ?${COLUMNS}`, 'i');
const UNIQUE = new RegExp(`\\bunique ?(?:nulls not distinct ?)?${COLUMNS}`, 'gi');
const FOREIGN = new RegExp(`foreign key ?${COLUMNS} references ${NAME}`, 'gi');
const INLINE = /"?([\w$]+)"? [\w() [\]]+? (primary key|unique)(?! ?\()/i;

function columns(list = ''): string[] {
  return list.split(',').map((name) => name.trim().replaceAll('"', '').split(' ')[0] ?? '');
}

function constraintFaults(text: string, references: ReadonlySet<string>): string[] {
  const table = (CREATED.exec(text) ?? ALTERED.exec(text) ?? INDEX.exec(text))?.[1];
  if (table === undefined || references.has(table)) return [];
  const inline = INLINE.exec(text);
  const primary = PRIMARY.exec(text);
  const index = INDEX.exec(text);
  const uniques = [...text.matchAll(UNIQUE)].map(([, list]) => columns(list));
  if (index) uniques.push(columns(index[2]));
  const foreign = [...text.matchAll(FOREIGN)]
    .filter(([, , target = '']) => !references.has(target))
    .map(([, list]) => columns(list));
  return [
    ...(inline ? [`${table}.${inline[1] ?? ''} is a ${inline[2] ?? ''} of its own`] : []),
    ...(CREATED.test(text) && !primary && !inline ? [`${table} has no primary key`] : []),
    ...(primary && columns(primary[1])[0] !== 'region'
      ? [`the primary key of ${table} does not begin with region`]
      : []),
    ...[...uniques, ...foreign]
      .filter((names) => !names.includes('region'))
      .map((names) => `(${names.join(', ')}) of ${table} has no region`),
  ];
}

function securityFaults(statements: readonly Sql[]): string[] {
  const forced = new Set(
    statements
      .filter(({ text }) => /force row level security/i.test(text) && !/\bno force\b/i.test(text))
      .map(({ text }) => ALTERED.exec(text)?.[1]),
  );
  return statements.flatMap(({ place, text }) => {
    const table = CREATED.exec(text)?.[1];
    return table === undefined || forced.has(table)
      ? []
      : [`${place}: ${table} is not under forced row security`];
  });
}

/**
 * What is wrong with one subgraph's migrations; `references` are its reference tables.
 * Source: DESIGN.md §3 and §10.
 */
export function migrationFaults(
  files: readonly SourceFile[],
  references: ReadonlySet<string>,
): string[] {
  const statements = files.flatMap(sqlOf);
  return [
    ...securityFaults(statements),
    ...statements.flatMap(({ place, text }) =>
      [
        ...FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, what]) => `makes ${what}`),
        ...constraintFaults(text, references),
      ].map((fault) => `${place}: ${fault}`),
    ),
  ];
}
