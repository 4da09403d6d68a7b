import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getDirectiveValues,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphResult } from '../../subgraphs/kit/subgraph.ts';
import type { DataObject } from './data.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@provides", "@external", "@shareable", "@override", "@interfaceObject", "@inaccessible"])`;

/** A graph with what makes answers hard: interfaces, unions, lists of lists, requirements. */
export const SDLS: Readonly<Record<string, string>> = {
  people: `${LINK}
    type Query { people: [Person!]! person: Person somebody: Being anything: Thing grid: [[Person]] beings: [Being!] }
    interface Being { id: ID! name: String friend: Being }
    type Person implements Being @key(fields: "id") {
      id: ID! name: String friend: Being mood: Mood! age: Int home: Place! past: [Place!] things: [Thing!]!
    }
    type Pet implements Being @key(fields: "id") { id: ID! name: String friend: Being owner: Person! weight: Float }
    type Place @shareable { street: String! code: Int number: ID }
    union Thing = Person | Pet | Book
    type Book @key(fields: "isbn") { isbn: String! }
    enum Mood { GOOD BAD HIDDEN @inaccessible }
    type Mutation { rename: Person! paint: Pet }`,
  tests: `${LINK}
    type Person @key(fields: "id") {
      id: ID! latest: Test tests: [Test!]! age: Int @external risk: Int @requires(fields: "age")
      summary(short: Boolean): String! }
    type Test { at: String! result: Result! of: Person! pets: [Pet] }
    enum Result { YES NO }
    type Pet @key(fields: "id") { id: ID! tested: Boolean! }
    type Query { tests: [Test]! }`,
  books: `${LINK}
    type Book @key(fields: "isbn") { isbn: String! title: String! pages: Int author: Author }
    interface Author { id: ID! books: [Book!] }
    type Writer implements Author @key(fields: "id") { id: ID! books: [Book!] pen: String! }
    type Robot implements Author { id: ID! books: [Book!] version: Float! }
    type Person @key(fields: "id") { id: ID! reads: [Book] }
    type Query { book: Book authors: [Author]! }`,
};

const SCHEMAS: ReadonlyMap<string, GraphQLSchema> = new Map(
  Object.entries(SDLS).map(([name, sdl]) => [name, buildSubgraphSchema(parse(sdl))]),
);

/** How often what, of a thousand. */
export interface FaultRates {
  readonly down: number;
  readonly fieldError: number;
  readonly nullInNonNull: number;
  readonly wrongValue: number;
}

/** A subgraph that answers whatever it is asked, at random but always the same. */
export function fakeSubgraph(name: string, seed: number, faults: FaultRates) {
  const known = SCHEMAS.get(name);
  if (!known) throw new Error(`There is no ${name}.`);
  const schema = known;

  /** A number below `most` that a place has for good. */
  function chance(place: string, most: number): number {
    const hash = createHash('md5').update(`${seed} ${name} ${place}`).digest();
    return hash.readUInt32BE(0) % most;
  }

  function leafOf(type: GraphQLOutputType, place: string): unknown {
    if (chance(`${place} wrong`, 1000) < faults.wrongValue) return chance(place, 2) ? {} : 'WRONG';
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[chance(place, values.length)]?.name;
    }
    switch (String(type)) {
      case 'Int':
        return chance(place, 100);
      case 'Float':
        return chance(place, 100) / 8;
      case 'Boolean':
        return chance(place, 2) === 1;
      case 'ID':
        return `p${chance(place, 4)}`; // few: the same is met again
      default:
        return `${name}-${chance(place, 1000)}`;
    }
  }

  return (document: DocumentNode, given: Readonly<DataObject>): SubgraphResult => {
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
    const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
    );
    const variables: DataObject = { ...Object.fromEntries(defaults), ...given };
    const errors: GraphQLFormattedError[] = [];
    const fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );

    function valueOf(
      type: GraphQLOutputType,
      place: string,
      path: readonly (string | number)[],
      set: SelectionSetNode | undefined,
    ): unknown {
      const isEmpty =
        chance(`${place} empty`, 1000) < (isNonNullType(type) ? faults.nullInNonNull : 150);
      if (chance(`${place} error`, 1000) < faults.fieldError) {
        errors.push({ message: `error at ${place}`, path, extensions: { code: 'BROKEN' } });
        return null;
      }
      if (isEmpty) return null;
      const inner = getNullableType(type);
      if (isListType(inner)) {
        return Array.from({ length: chance(`${place} length`, 4) }, (_, at) =>
          valueOf(inner.ofType, `${place}/${at}`, [...path, at], set),
        );
      }
      if (!isCompositeType(inner)) return leafOf(inner, place);
      const possible = isAbstractType(inner) ? schema.getPossibleTypes(inner) : [inner];
      const concrete = possible[chance(`${place} type`, possible.length)];
      return isObjectType(concrete) && set ? objectOf(concrete, place, path, set) : null;
    }

    function objectOf(
      type: GraphQLObjectType,
      place: string,
      path: readonly (string | number)[],
      set: SelectionSetNode,
      // Always with its type: without, the stock gateway takes no fragment on a type within one on an
      // interface of it.
      into: DataObject = { __typename: type.name },
    ): DataObject {
      for (const node of set.selections) {
        const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
        const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
        if (skip?.['if'] === true || include?.['if'] === false) continue;
        if (node.kind !== Kind.FIELD) {
          const fragment =
            node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
          const on = schema.getType(fragment?.typeCondition?.name.value ?? type.name);
          const applies = on === type || (isAbstractType(on) && schema.isSubType(on, type));
          if (fragment && applies) objectOf(type, place, path, fragment.selectionSet, into);
          continue;
        }
        const key = node.alias?.value ?? node.name.value;
        const field = type.getFields()[node.name.value];
        if (node.name.value === '__typename') into[key] = type.name;
        else if (node.name.value === '_entities')
          into[key] = entitiesOf(path, key, node.selectionSet);
        else if (field) {
          const below = `${place}.${node.name.value}`;
          const value = valueOf(field.type, below, [...path, key], node.selectionSet);
          into[key] = into[key] && value ? mergedOf(into[key], value) : value;
        }
      }
      return into;
    }

    function mergedOf(known: unknown, value: unknown): unknown {
      if (Array.isArray(known) && Array.isArray(value)) {
        return known.map((one: unknown, at) => mergedOf(one, value[at]));
      }
      if (typeof known !== 'object' || typeof value !== 'object' || !known || !value) return value;
      const merged: DataObject = { ...known };
      for (const [key, one] of Object.entries(value)) {
        merged[key] = key in merged ? mergedOf(merged[key], one) : one;
      }
      return merged;
    }

    function entitiesOf(
      path: readonly (string | number)[],
      key: string,
      set: SelectionSetNode | undefined,
    ): unknown {
      const representations = variables['representations'];
      if (!Array.isArray(representations) || !set) return null;
      return representations.map((representation: DataObject, at) => {
        const type = schema.getType(String(representation['__typename']));
        const place = JSON.stringify(representation);
        if (!isObjectType(type) || chance(`${place} gone`, 12) === 0) return null;
        return objectOf(type, place, [...path, key, at], set);
      });
    }

    const fate = chance(`${operation.name?.value ?? ''} down`, 1000);
    if (fate < faults.down / 2) throw new Error(`${name} is down`);
    if (fate < faults.down) return { errors: [{ message: `${name} failed` }] };
    const root = schema.getRootType(operation.operation);
    const data = root ? objectOf(root, operation.operation, [], operation.selectionSet) : null;
    return { data, ...(errors.length > 0 && { errors }) };
  };
}
