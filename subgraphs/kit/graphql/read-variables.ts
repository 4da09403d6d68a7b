import {
  coerceInputValue,
  getVariableValues,
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';

/** Variables of a request as a schema reads them, or why it cannot. */
export type Coerced = ReturnType<typeof getVariableValues>;

type Given = Readonly<Record<string, unknown>>;
/** Whether coercion would give a value back as it is, without a fault. */
type IsPlain = (value: unknown) => boolean;

const never: IsPlain = () => false;
const INT = 2 ** 31;

/** Of GraphQL's own scalars; those of others may read a value in their own way. */
const SCALARS: Readonly<Record<string, IsPlain>> = {
  [GraphQLString.name]: (value) => typeof value === 'string',
  [GraphQLID.name]: (value) => typeof value === 'string',
  [GraphQLBoolean.name]: (value) => typeof value === 'boolean',
  [GraphQLInt.name]: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INT,
  [GraphQLFloat.name]: (value) => Number.isFinite(value),
};

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ofEnum(type: GraphQLEnumType): IsPlain {
  const names = new Set(
    type.getValues().flatMap(({ name, value }) => (name === value ? [name] : [])),
  );
  return (value) => typeof value === 'string' && names.has(value);
}

/** Finds for types whether values are plain, each type once: input types may hold themselves. */
function plainTypes(): (type: GraphQLInputType) => IsPlain {
  const known = new Map<GraphQLInputType, IsPlain>();

  function ofObject(type: GraphQLInputObjectType): IsPlain {
    if (type.isOneOf) return never;
    const all = Object.values(type.getFields());
    const fields = new Map(all.map((field) => [field.name, isPlain(field.type)]));
    const needed = all.filter(
      (field) => isRequiredInputField(field) || field.defaultValue !== undefined,
    );
    return (value) =>
      isObject(value) &&
      Object.keys(value).every((name) => fields.get(name)?.(value[name]) === true) &&
      needed.every(({ name }) => Object.hasOwn(value, name));
  }

  function ofNullable(type: GraphQLInputType): IsPlain {
    if (isListType(type)) {
      const item = isPlain(type.ofType);
      return (value) => Array.isArray(value) && value.every(item);
    }
    if (isInputObjectType(type)) return ofObject(type);
    if (isEnumType(type)) return ofEnum(type);
    return isNonNullType(type) ? isPlain(type) : (SCALARS[type.name] ?? never);
  }

  function isPlain(type: GraphQLInputType): IsPlain {
    const found = known.get(type);
    if (found) return found;
    let made: IsPlain = never;
    known.set(type, (value) => made(value)); // within itself
    if (isNonNullType(type)) made = ofNullable(type.ofType);
    else {
      const inner = ofNullable(type);
      made = (value) => value === null || inner(value);
    }
    known.set(type, made);
    return made;
  }

  return isPlain;
}

/** What is wrong first in a value, and where. */
class FirstFault extends Error {
  readonly place: string;

  constructor(path: readonly (string | number)[], said: string) {
    super(said.slice(0, FAULT_CHARS)); // of a leaf it may hold the value
    this.place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  }
}

/** Longest text of a fault, in characters. */
const FAULT_CHARS = 500;

/** The first fault of a variable; null when it has none. */
function firstFault(name: string, type: GraphQLInputType, value: unknown): GraphQLError | null {
  try {
    coerceInputValue(
      value,
      type,
      (path, _value, { message }) => {
        throw new FirstFault(path, message);
      },
      true,
    );
    return null;
  } catch (fault) {
    if (!(fault instanceof FirstFault)) throw fault;
    const { place, message } = fault;
    return new GraphQLError(
      `Variable "$${name}" got invalid value at "${name}${place}"; ${message}`,
    );
  }
}

/** How faults are looked for. */
export interface FaultLimits {
  /** Most that are named; each repeats the whole value, as graphql-js does. */
  readonly maxErrors?: number;
  /**
   * Names one, without the value: a client's value may have as many faults as it has letters, and to
   * name them all takes their square.
   */
  readonly onlyFirst?: boolean;
}

/**
 * Reads variables as graphql-js does, which keeps the way to each value of a list and copies each
 * object, in case it is to be told what is wrong with it: here what is plainly right is taken as it
 * is, and all else is left to graphql-js. Source: GraphQL, 6.1.2.
 */
export function variableReader(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] = [],
  { onlyFirst = false, ...limits }: FaultLimits = {},
): (given: Given) => Coerced {
  const isPlain = plainTypes();
  const variables = definitions.map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    return {
      name: variable.name.value,
      type,
      isPlain: isInputType(type) ? isPlain(type) : never,
      mayBeMissing: isInputType(type) && !isNonNullType(type) && defaultValue === undefined,
    };
  });

  function plainly(given: Given): Record<string, unknown> | null {
    const coerced: Record<string, unknown> = {};
    for (const { name, isPlain: fits, mayBeMissing } of variables) {
      if (!Object.hasOwn(given, name)) {
        if (!mayBeMissing) return null;
      } else if (fits(given[name])) coerced[name] = given[name];
      else return null;
    }
    return coerced;
  }

  function faultIn(given: Given): GraphQLError | undefined {
    for (const { name, type } of variables) {
      const isGiven = Object.hasOwn(given, name) && given[name] !== null && isInputType(type);
      const fault = isGiven ? firstFault(name, type, given[name]) : null;
      if (fault) return fault;
    }
    return undefined;
  }

  return (given) => {
    const coerced = plainly(given);
    if (coerced) return { coerced };
    const fault = onlyFirst ? faultIn(given) : undefined;
    return fault ? { errors: [fault] } : getVariableValues(schema, definitions, given, limits);
  };
}
