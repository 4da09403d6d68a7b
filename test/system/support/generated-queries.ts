import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { COST_MAX } from '../../../gateway/config.ts';
import { costTable } from '../../../gateway/cost/cost-table.ts';
import { compileCost } from '../../../gateway/cost/document-cost.ts';
import { checkShape } from '../../../gateway/limits/document-shape.ts';
import type { Persona } from '../../access/decisions.ts';
import { api, committedMatrix, personasOf } from '../../access/matrix.ts';
import { valueOf, type Pool } from './generated-values.ts';
import type { Attacker } from './attacker.ts';

/** A document with the values of its variables. */
export interface Generated {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A document with several root fields, who sends it, and how many they are. */
export interface GeneratedQuery extends Generated {
  readonly by: Attacker;
  readonly fields: number;
  /** Each of its root fields in a document of its own. */
  readonly alone: readonly Generated[];
}

const matrix = committedMatrix();
const costs = costTable(
  readFileSync(new URL(import.meta.resolve('#schema/supergraph.graphql')), 'utf8'),
);

function isOpen(coordinate: string, persona: Persona): boolean {
  const entry = matrix[coordinate];
  return entry !== undefined && personasOf(entry).includes(persona);
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
        const args = fc.tuple(...field.args.map((arg) => valueOf(field.name, arg, pool)));
        const inner = isObjectType(named)
          ? selection(named, attacker.persona, levelsBelow(field.name))
          : fc.constant('');
        return fc.tuple(fc.constant(field), args, inner);
      });
      return fc.tuple(fc.constant(attacker), fc.array(one, { minLength: 2, maxLength: 3 }));
    })
    .map(([by, chosen]) => {
      // What the limits refuse shows nothing: the last fields are left out until they do not.
      const queries = chosen.map((_one, left) =>
        queryOf(by, chosen.slice(0, chosen.length - left)),
      );
      return queries.find(isWithinLimits);
    })
    .filter((query) => query !== undefined);
}

/** A root field with values for its arguments, and what is selected below. */
type Chosen = readonly [field: GraphQLField<unknown, unknown>, values: unknown[], inner: string];

function queryOf(by: Attacker, chosen: readonly Chosen[]): GeneratedQuery {
  const alone = chosen.map((one) => documentOf([one]));
  return { by, ...documentOf(chosen), fields: chosen.length, alone };
}

function documentOf(chosen: readonly Chosen[]): Generated {
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
  return { query, variables };
}

function isWithinLimits({ query, variables }: Generated): boolean {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('It is no operation.');
  try {
    checkShape(document);
    return compileCost(operation, document, api, costs)(variables) <= COST_MAX;
  } catch {
    return false;
  }
}

/** Levels below a root field; a verdict or a code book leads nowhere. */
function levelsBelow(root: string): number {
  return /^(recognize|division|regions|rights|viewer)/.test(root) ? 2 : 5;
}
