import type { GraphQLFieldResolver } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Storage = ReturnType<typeof getMetadataStorage>;
type Method = Storage['queries'][number] | Storage['fieldResolvers'][number];
type Parameter = NonNullable<Method['params']>[number];

/** Resolvers by type and field. */
export type FieldResolvers = Readonly<
  Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>>>
>;

/** A resolver class, as its decorators know it. */
export type ResolverClass = new (...args: never[]) => object;

type Given = (source: unknown, args: Record<string, unknown>, context: unknown) => unknown;

/** How a parameter gets its value; null for kinds that type-graphql has to serve itself. */
function givenTo(parameter: Parameter): Given | null {
  if (parameter.kind === 'arg') return (_source, args) => args[parameter.name];
  if (parameter.kind === 'root' && parameter.propertyName === undefined) return (source) => source;
  if (parameter.kind === 'context' && parameter.propertyName === undefined) {
    return (_source, _args, context) => context;
  }
  return null;
}

function caller(
  { methodName, params = [], middlewares = [], roles }: Method,
  instance: object,
): GraphQLFieldResolver<unknown, unknown> | null {
  if (middlewares.length > 0 || roles) return null; // type-graphql runs them; nobody may go past them
  const inOrder = params.toSorted((one, other) => one.index - other.index);
  const values = inOrder.map(givenTo).filter((given) => given !== null);
  if (values.length < params.length) return null;
  const method: unknown = Reflect.get(instance, methodName);
  if (typeof method !== 'function') return null;
  return (source, args: Record<string, unknown>, context) =>
    Reflect.apply(
      method,
      instance,
      values.map((given) => given(source, args, context)),
    ) as unknown;
}

/**
 * Resolvers that call the method of their class at once, with what graphql-js has coerced. By itself
 * type-graphql sorts parameters, builds instances of input classes and makes a promise for each
 * argument, at every call, for validators and classes of inputs that nothing here uses. Methods with
 * middlewares or roles are left to it. Call it when the schema is built: only then everything is known of its classes.
 */
export function directResolvers(classes: readonly ResolverClass[]): FieldResolvers {
  const storage = getMetadataStorage();
  const instances = new Map<unknown, object>(classes.map((one) => [one, new one()]));
  const resolvers: Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>> = {};
  const add = (type: string | undefined, method: Method) => {
    const instance = instances.get(method.target);
    const resolve = instance && caller(method, instance);
    if (type !== undefined && resolve) (resolvers[type] ??= {})[method.schemaName] = resolve;
  };
  for (const query of storage.queries) add('Query', query);
  for (const mutation of storage.mutations) add('Mutation', mutation);
  for (const field of storage.fieldResolvers) {
    const target = (field.getObjectType ?? field.resolverClassMetadata?.getObjectType)?.();
    add(storage.objectTypes.find((type) => type.target === target)?.name, field);
  }
  return resolvers;
}

/**
 * Leaves properties to graphql-js, which reads them by itself. Call it before a schema is built.
 * @throws {Error} for a field of another name than its property that is not `simple: false`
 */
export function readPropertiesPlainly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  for (const { name, schemaName, simple } of getMetadataStorage().fields) {
    if (name !== schemaName && simple !== false) {
      throw new Error(`The field ${schemaName} is read by another name and not marked.`);
    }
  }
}
