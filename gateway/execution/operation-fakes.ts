import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';

/** Not the name of a key: under one, the stock gateway takes other fields for it. */
const ALIASES = ['x', 'y', 'toString'] as const;
/** Most parts of an operation; what is over is `__typename`. */
const PARTS_MAX = 60;

/** Numbers at random from a seed, below `most`: xorshift. */
function numbersOf(seed: number): (most: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

/** Variables that generated operations skip and include by. */
export const CONDITIONS = ['a', 'b'] as const;

/** Writes an operation on a schema at random; not each is valid, fields may conflict. */
export function randomOperation(schema: GraphQLSchema, seed: number): string {
  const below = numbersOf(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const fragments: string[] = [];
  let parts = 0;

  function condition(): string {
    const [kind, of] = [below(14), pick(CONDITIONS) ?? 'a'];
    if (kind === 0) return ` @skip(if: $${of})`;
    if (kind === 1) return ` @include(if: $${of})`;
    return kind === 2 ? ` @include(if: ${below(2) === 1 ? 'true' : 'false'})` : '';
  }

  function fieldOf(type: GraphQLCompositeType, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const field = below(12) === 0 ? undefined : pick(fields);
    const alias = below(6) === 0 ? `${pick(ALIASES) ?? 'x'}: ` : '';
    if (!field) return `${alias}__typename${condition()}`;
    const named = getNamedType(field.type);
    const args = field.args.length > 0 && below(2) === 0 ? '(short: true)' : '';
    if (!isCompositeType(named)) return `${alias}${field.name}${args}${condition()}`;
    if (depth <= 0) return '__typename';
    return `${alias}${field.name}${args}${condition()} ${setOf(named, depth - 1)}`;
  }

  function conditionType(type: GraphQLCompositeType): GraphQLCompositeType {
    const concrete = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const abstract = isObjectType(type) ? type.getInterfaces() : [];
    return pick([type, ...concrete, ...abstract]) ?? type;
  }

  function partOf(type: GraphQLCompositeType, depth: number): string {
    parts += 1;
    if (parts > PARTS_MAX) return '__typename';
    const kind = below(8);
    const on = conditionType(type);
    if (kind === 0) return `... on ${on.name}${condition()} ${setOf(on, depth)}`;
    if (kind === 1) return `...${condition()} ${setOf(type, depth)}`;
    if (kind > 2) return fieldOf(type, depth);
    const set = setOf(on, depth);
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${on.name} ${set}`);
    return `...${name}${condition()}`;
  }

  function setOf(type: GraphQLCompositeType, depth: number): string {
    return `{ ${Array.from({ length: 1 + below(4) }, () => partOf(type, depth)).join(' ')} }`;
  }

  const isMutation = below(10) === 0;
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const variables = CONDITIONS.map((name, at) => `$${name}: Boolean${at === 0 ? '!' : ' = true'}`);
  const text = root ? setOf(root, 4) : '';
  const introspection = below(20) === 0 && !isMutation ? ' __type(name: "Person") { name }' : '';
  return [
    `${isMutation ? 'mutation' : 'query'} Q(${variables.join(', ')}) ${text.slice(0, -2)}${introspection} }`,
    ...fragments,
  ].join('\n');
}
