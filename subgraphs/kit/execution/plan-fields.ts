import {
  defaultFieldResolver,
  defaultTypeResolver,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { isLate, nullFor } from './execution-run.ts';
import {
  failAfter,
  infoAt,
  runFields,
  type Complete,
  type PlannedField,
  type PlannedFields,
} from './run-fields.ts';

/** What fields are planned of. */
export interface PlanParts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that conditions name, with the values that the plan is for. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

type FieldNodes = ReadonlyMap<string, readonly FieldNode[]>;
/** A field but for what is made of it. */
type Asked = Omit<PlannedField, 'complete'>;

const nameOf = ({ info: { parentType, fieldName } }: Asked) => `${parentType.name}.${fieldName}`;

function completeNonNull(asked: Asked, inner: Complete): Complete {
  return (value, place, run) => {
    const completed = inner(value, place, run);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${nameOf(asked)}.`);
  };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function completeList(asked: Asked, { ofType }: GraphQLList<GraphQLOutputType>, inner: Complete) {
  const item = { nodes: asked.nodes, mayBeNull: !isNonNullType(ofType) };
  const complete: Complete = (values, prev, run) => {
    if (!isIterable(values)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${nameOf(asked)}".`,
      );
    }
    const list: unknown[] = [];
    const late: PromiseLike<unknown>[] = [];
    try {
      for (const value of values) {
        const place = { prev, key: list.length, typename: undefined };
        try {
          const completed = isLate(value)
            ? value.then((come) => inner(come, place, run))
            : inner(value, place, run);
          if (isLate(completed)) {
            late.push(completed.then(undefined, (raw: unknown) => nullFor(raw, place, item, run)));
            list.push(late.at(-1));
          } else list.push(completed);
        } catch (raw) {
          list.push(nullFor(raw, place, item, run));
        }
      }
    } catch (error) {
      return failAfter(late, error);
    }
    return late.length > 0 ? Promise.all(list) : list;
  };
  return complete;
}

function completeLeaf(type: GraphQLLeafType): Complete {
  return (value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(`${type.name} makes nothing of a value.`);
  };
}

/**
 * Plans which fields of which objects an operation asks for. What it asks an object's type for is
 * planned when the first such object comes.
 */
export function planFields({ schema, operation, fragments, conditions }: PlanParts): PlannedFields {
  let count = 0;

  function askedOf(key: string, nodes: readonly FieldNode[], parentType: GraphQLObjectType) {
    const fieldName = nodes[0]?.name.value ?? '';
    const definition =
      fieldName === '__typename' ? TypeNameMetaFieldDef : parentType.getFields()[fieldName];
    if (!definition) throw new Error(`${parentType.name} has no field ${fieldName}.`);
    const { type: returnType, args } = definition;
    // Arguments may be wrong, also where it is a property that they are given to.
    const { resolve = args.length > 0 ? defaultFieldResolver : null } = definition;
    const named = isNonNullType(returnType) ? returnType.ofType : returnType;
    const asked: Asked = {
      ...{ key, nodes, definition, resolve, number: count },
      ...{
        mayBeNull: !isNonNullType(returnType),
        holdsPlaces: resolve !== null || !isLeafType(named),
      },
      info: {
        ...{ fieldName, fieldNodes: nodes, returnType, parentType, schema, fragments, operation },
        rootValue: undefined,
      },
    };
    count += 1;
    return asked;
  }

  function fieldsOf(type: GraphQLObjectType, collected: FieldNodes): PlannedFields {
    const fields = [...collected].map(([key, nodes]) => {
      const asked = askedOf(key, nodes, type);
      return { ...asked, complete: completeType(asked, asked.definition.type) };
    });
    return { typename: type.name, fields };
  }

  function completeType(asked: Asked, type: GraphQLOutputType): Complete {
    if (isNonNullType(type)) return completeNonNull(asked, completeType(asked, type.ofType));
    const complete = completeNullable(asked, type);
    return (value, place, run) => {
      if (value instanceof Error) throw value;
      return value === null || value === undefined ? null : complete(value, place, run);
    };
  }

  function completeNullable(asked: Asked, type: GraphQLOutputType): Complete {
    if (isListType(type)) return completeList(asked, type, completeType(asked, type.ofType));
    if (isLeafType(type)) return completeLeaf(type);
    if (isObjectType(type)) return completeObject(asked, type);
    return completeAbstract(asked, type);
  }

  /** Objects of one type. */
  function completeObject({ nodes }: Asked, type: GraphQLObjectType): Complete {
    let planned: PlannedFields | undefined;
    return (value, place, run) => {
      planned ??= fieldsOf(type, collectSubfields(schema, fragments, conditions, type, nodes));
      return runFields(planned, value, place, run);
    };
  }

  /** Objects of the type that each says. */
  function completeAbstract(asked: Asked, type: GraphQLAbstractType): Complete {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const byName = new Map<string, Complete>();

    function completeAs(name: unknown): Complete {
      const known = byName.get(String(name));
      if (known) return known;
      const of = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(of) || !schema.isSubType(type, of)) {
        throw new Error(`What ${nameOf(asked)} gives is of no type that a ${type.name} may be.`);
      }
      const complete = completeObject(asked, of);
      byName.set(of.name, complete);
      return complete;
    }

    return (value, place, run) => {
      const name = resolveType(value, run.context, infoAt(asked, place, run), type);
      return isLate(name)
        ? name.then((come) => completeAs(come)(value, place, run))
        : completeAs(name)(value, place, run);
    };
  }

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`There is no root of ${operation.operation}.`);
  return fieldsOf(root, collectFields(schema, fragments, conditions, root, operation.selectionSet));
}
