import type { GraphQLError } from 'graphql';
import { isIntrospection } from './document-parts.ts';
import {
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  BROKEN,
  completeLeaf,
  completeList,
  completeNonNull,
  INVALID,
  report,
  type Complete,
  type Introspect,
  type State,
} from './completion.ts';
import { bareObject, isRecord, ownValue, type DataObject } from './data.ts';

/** What shaping a response found. */
export interface Shaped {
  readonly data: DataObject | null;
  /** Where what subgraphs gave is not what the schema promises: `extensions.valueCompletion`. */
  readonly errors: readonly GraphQLError[];
}

/** Gives the answer to one operation of the data that was gathered for it. */
export type ResponseShape = (gathered: DataObject, introspect: Introspect) => Shaped;

/** What a shape is compiled of. */
export interface ShapeParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether `@skip` and `@include` leave a selection in, for the request's variables. */
  readonly isTaken: (node: SelectionNode) => boolean;
  /** Under which name a field stands in what is gathered. */
  readonly gatheredAs: (node: FieldNode) => string;
}

interface Field {
  readonly key: string;
  /** Reads the value; null when there is none. */
  readonly read: (source: DataObject) => unknown;
  readonly complete: Complete;
}

/** Fields of one concrete type, in the order of the answer. */
interface Fields {
  readonly type: string;
  /** In an answer of a plain object `__proto__` would not be a field. */
  readonly bare: boolean;
  readonly fields: readonly Field[];
}

/** Whether a type can be one of those that an abstract type stands for. */
function isImplementing(type: unknown): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}

/** Answers with an object's fields; {@link BROKEN} as soon as one is invalid. */
function completeFields({ fields, type, bare }: Fields, source: DataObject, state: State) {
  const answer: DataObject = bare ? bareObject() : {};
  for (const { key, read, complete } of fields) {
    state.path.push(key);
    const value = complete(read(source), type, state);
    state.path.pop();
    if (value === INVALID) return BROKEN;
    answer[key] = value === BROKEN ? null : value;
  }
  return answer;
}

/**
 * Compiles how the answer to an operation is made of gathered data, once for each way that its
 * conditions can come out: which fields in which order, which values the schema allows, and which
 * null makes more null. Source: GraphQL, 6.4.3; what `@apollo/gateway` answers.
 */
export function compileShape({
  schema,
  operation,
  fragments,
  isTaken,
  gatheredAs,
}: ShapeParts): ResponseShape {
  /** Whether a fragment on a type applies to an object of another. */
  function applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    const on = condition === undefined ? type : schema.getType(condition);
    if (on === type) return true;
    return isAbstractType(on) && !isUnionType(type) && schema.isSubType(on, type);
  }

  function completeType(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    if (isNonNullType(type)) return completeNonNull(type.ofType, completeType(type.ofType, sets));
    if (isListType(type)) return completeList(type, completeType(type.ofType, sets));
    return isCompositeType(type) ? completeObject(type, sets) : completeLeaf(type);
  }

  function typenameField(key: string, source: string, type: GraphQLCompositeType): Field {
    if (isObjectType(type)) return { key, read: () => type.name, complete: (name) => name };
    // Of an object that says its type under an alias alone, or not at all: then there is none to give.
    return {
      key,
      read: (object) => object[source],
      complete: (name) =>
        typeof name === 'string' && isObjectType(schema.getType(name)) ? name : INVALID,
    };
  }

  function fieldOf(key: string, nodes: readonly FieldNode[], type: GraphQLCompositeType): Field {
    const name = nodes[0]?.name.value ?? '';
    const source = nodes[0] ? gatheredAs(nodes[0]) : key;
    if (name === '__typename') return typenameField(key, source, type);
    if (nodes[0] && isIntrospection(nodes[0])) {
      return { key, read: () => null, complete: (_no, _parent, s) => s.introspect(nodes, key) };
    }
    const definition = 'getFields' in type ? type.getFields()[name] : undefined;
    if (!definition) throw new Error(`${type.name} has no field ${name}.`);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const read =
      source in Object.prototype
        ? (object: DataObject) => ownValue(object, source) ?? null
        : (object: DataObject) => object[source] ?? null;
    return { key, read, complete: completeType(definition.type, sets) };
  }

  /** `isNamed`: the object says its type; else fragments narrow it. */
  function collect(
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    isNamed: boolean,
    into: Map<string, { nodes: FieldNode[]; type: GraphQLCompositeType }>,
  ): void {
    for (const node of selections) {
      if (!isTaken(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = into.get(key);
        if (known) known.nodes.push(node);
        else into.set(key, { nodes: [node], type });
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment || !applies(condition, type)) continue;
      const on = condition === undefined ? type : schema.getType(condition);
      const narrowed = isNamed || isObjectType(type) || !isCompositeType(on) ? type : on;
      collect(fragment.selectionSet, narrowed, isNamed, into);
    }
  }

  function fieldsOf(
    sets: readonly SelectionSetNode[],
    type: GraphQLCompositeType,
    isNamed: boolean,
  ): Fields {
    const collected = new Map<string, { nodes: FieldNode[]; type: GraphQLCompositeType }>();
    for (const set of sets) collect(set, type, isNamed, collected);
    const fields = [...collected].map(([key, { nodes, type: on }]) => fieldOf(key, nodes, on));
    return { type: type.name, bare: collected.has('__proto__'), fields };
  }

  function completeObject(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Complete {
    const byType = new Map<string, Fields | null>();

    function fieldsFor(name: string | undefined): Fields | null {
      const on = name === undefined ? type : schema.getType(name);
      const fits =
        on === type || (isAbstractType(type) && isImplementing(on) && schema.isSubType(type, on));
      return fits && isCompositeType(on) ? fieldsOf(sets, on, name !== undefined) : null;
    }

    return (value, parent, state) => {
      if (value === null) return null;
      if (!isRecord(value)) {
        report('Invalid value found for', state, parent, type.name);
        return BROKEN;
      }
      const said = value['__typename'];
      const name = typeof said === 'string' ? said : undefined;
      let fields = byType.get(name ?? '');
      if (fields === undefined) byType.set(name ?? '', (fields = fieldsFor(name)));
      if (fields) return completeFields(fields, value, state);
      report('Invalid __typename found for object at', state, parent, type.name);
      return BROKEN;
    };
  }

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`There is no root of ${operation.operation}.`);
  const fields = fieldsOf([operation.selectionSet], root, true);
  return (gathered, introspect) => {
    const state: State = { path: [], errors: [], introspect };
    const data = completeFields(fields, gathered, state);
    return { data: data === BROKEN ? null : data, errors: state.errors };
  };
}
