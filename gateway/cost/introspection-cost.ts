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
/** Most values of one `__schema` or `__type`, whatever an operation may cost: the usual query has 20,000. */
export const VALUES_MAX = 50_000;

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

/**
 * Values that an object has in an answer, added to those before. No more are counted than may be asked
 * for: what is refused should take no longer than what is answered.
 */
function valuesIn({ leaves, below }: Asked, object: DataObject, of: Told, before: number): number {
  let sum = before + leaves;
  for (const { name, asked } of below) {
    const value = ownValue(object, name);
    sum += 1;
    if (Array.isArray(value)) {
      for (const item of value) {
        if (sum > VALUES_MAX) return sum;
        if (isRecord(item)) sum = valuesIn(asked, whole(item, of), of, sum);
      }
    } else if (isRecord(value) && sum <= VALUES_MAX) {
      sum = valuesIn(asked, whole(value, of), of, sum);
    }
  }
  return sum;
}

/**
 * Compiles what a `__schema` or `__type` costs: the values of its answer are counted, as the lists of
 * this schema are long. Counted on the safe side: what is deprecated or may be skipped is in, and a
 * field asked for twice counts twice. More than {@link VALUES_MAX} cost more than anybody may spend.
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
    const values = 1 + (object ? valuesIn(asked, object, of, 0) : 0);
    return values > VALUES_MAX ? Infinity : Math.ceil(values / VALUES_PER_UNIT);
  };
}
