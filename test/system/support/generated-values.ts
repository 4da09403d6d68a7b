import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

/** Values that stand in the demo, of all regions, to ask about. */
export interface Pool {
  readonly ids: readonly string[];
  /** Ids by what they are of, such as `resident`, `code`, `venue`. */
  readonly idsOf: Readonly<Record<string, readonly string[]>>;
  readonly people: readonly { readonly name: string; readonly documentNumber: string }[];
  readonly texts: readonly string[];
}

/** The region of those who ask, and others: theirs as often as all others. */
const REGIONS = ['330000', '330100', '510000', '510100', '000000', '330212', '510703'];
const region = fc.oneof(fc.constant('330000'), fc.constantFrom(...REGIONS));

const DAY_MS = 86_400_000;
const instant = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.now() - days * DAY_MS).toISOString());

/** What a field calls otherwise than the things whose ids it takes. */
const KINDS: Readonly<Record<string, string>> = { healthCode: 'code' };

/** Value of an argument of a root field: mostly one that this field can find. */
export function valueOf(root: string, arg: GraphQLArgument, pool: Pool): fc.Arbitrary<unknown> {
  return valueOfType({ root, name: arg.name, pool, depth: 0 }, arg.type);
}

/** What a value is for. */
interface Place {
  readonly root: string;
  readonly name: string;
  readonly pool: Pool;
  /** Objects that it stands in. */
  readonly depth: number;
}

const DEPTH_MAX = 3;

function valueOfType(place: Place, type: GraphQLInputType): fc.Arbitrary<unknown> {
  const bare = getNullableType(type);
  // Inputs may hold each other without end.
  if (place.depth > DEPTH_MAX && !isNonNullType(type)) return fc.constant(null);
  if (place.depth > DEPTH_MAX && isListType(bare)) return fc.constant([]);
  const given = isListType(bare)
    ? fc.array(valueOfType(place, bare.ofType), { minLength: 1, maxLength: 3 })
    : single(place, bare);
  if (isNonNullType(type)) return given;
  // A cursor is of one list alone: most lists are asked for from their beginning.
  const without = { weight: place.name === 'after' ? 8 : 1, arbitrary: fc.constant(null) };
  return fc.oneof(without, { weight: 2, arbitrary: given });
}

function idFor({ root, name, pool }: Place): fc.Arbitrary<string> {
  const kind = name === 'id' ? root : name.replace(/Id$/, '');
  const fitting = pool.idsOf[KINDS[kind] ?? kind] ?? [];
  const any = fc.constantFrom(...pool.ids);
  if (fitting.length === 0) return any;
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: any },
  );
}

function inputOf(place: Place, type: GraphQLInputObjectType): fc.Arbitrary<unknown> {
  const fields = Object.values(type.getFields());
  return fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field.name,
        valueOfType({ ...place, name: field.name, depth: place.depth + 1 }, field.type),
      ]),
    ),
  );
}

function single(place: Place, type: GraphQLInputType): fc.Arbitrary<unknown> {
  const { name, pool } = place;
  const named = getNamedType(type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((value) => value.name));
  switch (named.name) {
    case 'FindResidentsInput':
      return fc
        .constantFrom(...pool.people)
        .map((person) => ({ ...person, documentType: 'RESIDENT_ID' }));
    case 'RecognizeCodeInput':
      return fc.record({
        text: fc.constantFrom(...pool.texts),
        region,
        purpose: fc.constant('ENTRY'),
      });
    case 'AuditFilterInput': {
      const id = fc.constantFrom(...pool.ids);
      return fc.record({ residentId: id, subject: id }, { requiredKeys: [] });
    }
    case 'Int':
      return fc.integer({ min: 1, max: 5 });
    case 'Boolean':
      return fc.boolean();
    case 'DateTime':
      return instant;
    case 'Date':
      return instant.map((text) => text.slice(0, 10));
  }
  if (isInputObjectType(named)) return inputOf(place, named);
  if (['region', 'below', 'code', 'division', 'issuer'].includes(name)) return region;
  if (name === 'after') return fc.constantFrom('', 'bm90IGEgY3Vyc29y', 'WyIxIl0');
  return idFor(place);
}
