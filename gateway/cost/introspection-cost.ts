import {
  introspectionFromSchema,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isRecord, ownValue, type DataObject } from '../execution/data.ts';
import { valueOf, type Variables } from './input-cost.ts';

/** Values of an answer about the schema that cost 1: to make them takes as long as any other unit. */
export const VALUES_PER_UNIT = 50;

/** A schema as it tells of itself, each type once. */
interface Told {
  readonly schema: DataObject;
  readonly types: ReadonlyMap<unknown, DataObject>;
}

/** What is asked of each object at one place, fragments written out. */
interface Asked {
  /** Fields that are values themselves. */
  readonly leaves: number;
  readonly below: readonly { readonly name: string; readonly asked: Asked }[];
}

const told = new WeakMap<GraphQLSchema, Told>();

function tell(schema: GraphQLSchema): Told {
  const known = told.get(schema);
  if (known) return known;
  const { __schema } = introspectionFromSchema(schema);
  const types = new Map(__schema.types.map((type) => [type.name, { ...type }]));
  const made = { schema: { ...__schema }, types };
  told.set(schema, made);
  return made;
}

/** Types are told of whole in one place, elsewhere by name; nothing else has a kind. */
function whole(object: DataObject, { types }: Told): DataObject {
  const type = Object.hasOwn(object, 'kind') ? types.get(object['name']) : undefined;
  return type ?? object;
}

function valuesIn({ leaves, below }: Asked, object: DataObject, of: Told): number {
  let sum = leaves;
  for (const { name, asked } of below) {
    const value = ownValue(object, name);
    sum += 1;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (isRecord(item)) sum += valuesIn(asked, whole(item, of), of);
    }
  }
  return sum;
}

/**
 * Compiles what a `__schema` or `__type` costs: the values of its answer are counted, as the lists of
 * this schema are long. Counted on the safe side: what is deprecated or may be skipped is in, and a
 * field asked for twice counts twice.
 */
export function introspectionCost(
  root: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  schema: GraphQLSchema,
): (variables: Variables) => number {
  function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
    return selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const set =
        node.kind === Kind.INLINE_FRAGMENT
          ? node.selectionSet
          : fragments.get(node.name.value)?.selectionSet;
      return set ? fieldsOf(set) : [];
    });
  }

  function askedOf(set: SelectionSetNode | undefined): Asked {
    const fields = set ? fieldsOf(set) : [];
    const below = fields.flatMap(({ name, selectionSet }) =>
      selectionSet ? [{ name: name.value, asked: askedOf(selectionSet) }] : [],
    );
    return { leaves: fields.length - below.length, below };
  }

  const asked = askedOf(root.selectionSet);
  const name = root.arguments?.[0]?.value;
  return (variables) => {
    const of = tell(schema);
    const object = name ? of.types.get(valueOf(name, variables)) : of.schema;
    return Math.ceil((1 + (object ? valuesIn(asked, object, of) : 0)) / VALUES_PER_UNIT);
  };
}
