import { getNamedType, isObjectType, type GraphQLField } from 'graphql';
import { api } from './matrix.ts';
import { ARGUMENTS, type Target } from './operations.ts';

/** A root field by its coordinate. */
export function rootField(coordinate: string): GraphQLField<unknown, unknown> {
  const [type, name = ''] = coordinate.split('.');
  const root = type === 'Query' ? api.getQueryType() : api.getMutationType();
  return root!.getFields()[name]!;
}

/** A valid document with one root field and the least selection that tells what came of it. */
export function documentOf(coordinate: string): string {
  const type = getNamedType(rootField(coordinate).type);
  const list = isObjectType(type) && type.getFields()['nodes'] ? ' nodes { __typename }' : '';
  return documentWith(coordinate, isObjectType(type) ? ` { __typename${list} }` : '');
}

/** A valid document with one root field and a selection below it. */
export function documentWith(coordinate: string, selection: string): string {
  const field = rootField(coordinate);
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const kind = coordinate.startsWith('Query') ? 'query' : 'mutation';
  const root = `${field.name}${args === '' ? '' : `(${args})`}${selection}`;
  return `${kind} Attack${variables === '' ? '' : `(${variables})`} { ${root} }`;
}

/** Variables of {@link documentOf}: what stands in the schema as a default is left to it. */
export function variablesOf(coordinate: string, target: Target): Record<string, unknown> {
  const given = ARGUMENTS[coordinate]!(target);
  const defaults = rootField(coordinate)
    .args.filter(({ defaultValue }) => defaultValue !== undefined)
    .map(({ name, defaultValue }) => [name, defaultValue] as const);
  return { ...Object.fromEntries(defaults), ...given };
}
