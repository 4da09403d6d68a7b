import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  getNamedType,
  print,
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';

/** Where a section of the reference stands, by the kind of its types. */
const SECTIONS = [
  ['Queries', (type: GraphQLNamedType) => type.name === 'Query'],
  ['Mutations', (type: GraphQLNamedType) => type.name === 'Mutation'],
  ['Types', isObjectType],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Unions', isUnionType],
  ['Scalars', isScalarType],
] as const;

const HEAD = `# Reference

Every type and field of the partner API, made from the descriptions in
[schema/api.graphql](../schema/api.graphql) by \`npm run schema\`.
`;

/** A description in one line of a table. */
function inLine(description: string | null | undefined): string {
  return (description ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

/** A type as it is written, with a link to what is named in it. */
function linked(type: GraphQLInputType | GraphQLOutputType): string {
  const { name } = getNamedType(type);
  const [before = '', after = ''] = String(type).split(name);
  const link = isSpecifiedScalarType(getNamedType(type))
    ? name
    : `[${name}](#${name.toLowerCase()})`;
  return `${before.replaceAll('[', '\\[')}${link}${after.replaceAll(']', '\\]')}`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function valueRow({ name, type, description, defaultValue }: GraphQLArgument | GraphQLInputField) {
  const literal = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return [`\`${name}\``, linked(type), literal ? `\`${print(literal)}\`` : '', inLine(description)];
}

function valuesTable(values: readonly (GraphQLArgument | GraphQLInputField)[], of: string): string {
  return table([of, 'type', 'default', 'what it is'], values.map(valueRow));
}

type Field = GraphQLField<unknown, unknown>;

// The kind stands before the name: a type may have the same name, and is what links lead to.
function operation(kind: string, { name, type, args, description }: Field): string {
  const parts = [`### ${kind}.${name}`, inLine(description), `Gives ${linked(type)}.`];
  return [...parts, ...(args.length > 0 ? [valuesTable(args, 'argument')] : [])].join('\n\n');
}

function fieldRow({ name, type, args, description }: Field): string[] {
  const given = args.map((one) => `${one.name}: ${linked(one.type)}`).join(', ');
  return [`\`${name}\`${given === '' ? '' : ` (${given})`}`, linked(type), inLine(description)];
}

function bodyOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) {
    return table(['field', 'type', 'what it is'], Object.values(type.getFields()).map(fieldRow));
  }
  if (isInputObjectType(type)) return valuesTable(Object.values(type.getFields()), 'field');
  if (isEnumType(type)) {
    const values = type.getValues();
    if (values.every(({ description }) => !description)) {
      return values.map(({ name }) => `\`${name}\``).join(', ');
    }
    const rows = values.map(({ name, description }) => [`\`${name}\``, inLine(description)]);
    return table(['value', 'what it is'], rows);
  }
  return isUnionType(type) ? `One of ${type.getTypes().map(linked).join(', ')}.` : '';
}

function entry(type: GraphQLNamedType): string {
  const isRoot = type.name === 'Query' || type.name === 'Mutation';
  if (isRoot && isObjectType(type)) {
    return Object.values(type.getFields())
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((field) => operation(type.name, field))
      .join('\n\n');
  }
  return [`### ${type.name}`, inLine(type.description), bodyOf(type)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The reference of an API as a page in Markdown. */
export function referenceOf(sdl: string): string {
  const types = Object.values(buildSchema(sdl).getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const left = new Set(types);
  const sections = SECTIONS.map(([heading, is]) => {
    const own = types.filter((type) => left.has(type) && is(type));
    for (const type of own) left.delete(type);
    return own.length > 0 ? `## ${heading}\n\n${own.map(entry).join('\n\n')}\n` : '';
  });
  return [HEAD, ...sections.filter((section) => section !== '')].join('\n');
}
