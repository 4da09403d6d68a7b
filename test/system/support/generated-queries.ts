import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { Persona } from '../../access/decisions.ts';
import { api, committedMatrix, personasOf } from '../../access/matrix.ts';
import type { Attacker } from './personas.ts';

/** Values that stand in the demo, of all regions, to ask about. */
export interface Pool {
  readonly ids: readonly string[];
  readonly people: readonly { readonly name: string; readonly documentNumber: string }[];
  readonly texts: readonly string[];
}

/** A document with several root fields, who sends it, and how many they are. */
export interface GeneratedQuery {
  readonly by: Attacker;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fields: number;
}

const matrix = committedMatrix();
const REGIONS = ['330000', '330100', '510000', '510100', '000000', '330212', '510703'];

function isOpen(coordinate: string, persona: Persona): boolean {
  const entry = matrix[coordinate];
  return entry !== undefined && personasOf(entry).includes(persona);
}

function valueOf(arg: GraphQLArgument, pool: Pool): fc.Arbitrary<unknown> {
  return valueOfType(arg.name, arg.type, pool);
}

function valueOfType(name: string, type: GraphQLInputType, pool: Pool): fc.Arbitrary<unknown> {
  const optional = !isNonNullType(type);
  const bare = getNullableType(type);
  const given = isListType(bare)
    ? fc.array(valueOfType(name, bare.ofType, pool), {
        minLength: 1,
        maxLength: 3,
      })
    : single(name, bare, pool);
  return optional ? fc.option(given, { freq: 2 }) : given;
}

function single(name: string, type: GraphQLInputType, pool: Pool): fc.Arbitrary<unknown> {
  const named = getNamedType(type);
  const id = fc.constantFrom(...pool.ids);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((value) => value.name));
  switch (named.name) {
    case 'FindResidentsInput':
      return fc
        .constantFrom(...pool.people)
        .map((person) => ({ ...person, documentType: 'RESIDENT_ID' }));
    case 'RecognizeCodeInput':
      return fc.record({
        text: fc.constantFrom(...pool.texts),
        region: fc.constantFrom(...REGIONS),
        purpose: fc.constant('ENTRY'),
      });
    case 'AuditFilterInput':
      return fc.record({ residentId: id, subject: id }, { requiredKeys: [] });
    case 'Int':
      return fc.integer({ min: 1, max: 5 });
    case 'Boolean':
      return fc.boolean();
  }
  if (['region', 'below', 'code'].includes(name)) return fc.constantFrom(...REGIONS);
  if (name === 'after') return fc.constantFrom('', 'bm90IGEgY3Vyc29y', 'WyIxIl0');
  return id;
}

/** A random selection of what a persona may have of a type; never empty. */
function selection(type: GraphQLObjectType, persona: Persona, depth: number): fc.Arbitrary<string> {
  const open = Object.values(type.getFields()).filter((field) =>
    isOpen(`${type.name}.${field.name}`, persona),
  );
  const leaves = open.filter(({ type: of }) => !isObjectType(getNamedType(of)));
  const objects = open.filter(({ type: of }) => isObjectType(getNamedType(of)));
  const most = depth <= 0 ? 0 : type.name === 'Resident' ? 3 : 2;
  const picked = fc.subarray(objects, { maxLength: Math.min(most, objects.length) });
  return picked.chain((chosen) => {
    // A list's rows are what it is asked for.
    const rows = objects.find(({ name }) => name === 'nodes');
    const all = rows && depth > 0 ? [...new Set([rows, ...chosen])] : chosen;
    const below = all.map((field) =>
      selection(getNamedType(field.type) as GraphQLObjectType, persona, depth - 1).map(
        (inner) => `${field.name} ${inner}`,
      ),
    );
    const names = ['__typename', ...leaves.map(({ name }) => name)].join(' ');
    return fc.tuple(...below).map((inner) => `{ ${[names, ...inner].join(' ')} }`);
  });
}

/** Documents that officials of a region could send, about anything there is in any region. */
export function generatedQueries(
  by: readonly Attacker[],
  pool: Pool,
): fc.Arbitrary<GeneratedQuery> {
  const roots = Object.values(api.getQueryType()!.getFields());
  return fc
    .constantFrom(...by)
    .chain((attacker) => {
      const open = roots.filter(({ name }) => isOpen(`Query.${name}`, attacker.persona));
      const one = fc.constantFrom(...open).chain((field) => {
        const named = getNamedType(field.type);
        const args = fc.tuple(...field.args.map((arg) => valueOf(arg, pool)));
        const inner = isObjectType(named)
          ? selection(named, attacker.persona, levelsBelow(field.name))
          : fc.constant('');
        return fc.tuple(fc.constant(field), args, inner);
      });
      return fc.tuple(fc.constant(attacker), fc.array(one, { minLength: 2, maxLength: 3 }));
    })
    .map(([attacker, chosen]) => {
      const variables: Record<string, unknown> = {};
      const declared: string[] = [];
      const fields = chosen.map(([field, values, inner], index) => {
        const args = field.args.flatMap((arg, at) => {
          const value = values[at];
          if (value === null && arg.defaultValue !== undefined) return [];
          const name = `v${index}${arg.name}`;
          variables[name] = value;
          declared.push(`$${name}: ${String(arg.type)}`);
          return [`${arg.name}: $${name}`];
        });
        return `f${index}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${inner}`;
      });
      const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
      const query = `query Generated${head} { ${fields.join(' ')} }`;
      return { by: attacker, query, variables, fields: chosen.length };
    });
}

/** Levels below a root field; a verdict or a code book leads nowhere. */
function levelsBelow(root: string): number {
  return /^(recognize|division|regions|rights|viewer)/.test(root) ? 2 : 5;
}
