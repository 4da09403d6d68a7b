import {
  isTypeDefinitionNode,
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type TypeDefinitionNode,
} from 'graphql';
import { z } from 'zod';

const listSize = z.object({
  assumedSize: z.number().nullish(),
  slicingArguments: z.array(z.string()).nullish(),
  sizedFields: z.array(z.string()).nullish(),
  requireOneSlicingArgument: z.boolean().default(true),
});

/** How long the lists of a field are, as `@listSize` says. */
export type ListSize = z.infer<typeof listSize>;

/** What a supergraph says of costs. */
export interface CostTable {
  /** `@cost` by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
  readonly weights: ReadonlyMap<string, number>;
  /** `@listSize` by coordinate of the field. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

/** One thing that may carry directives, with its coordinate. */
type Place = readonly [coordinate: string, directives: readonly ConstDirectiveNode[] | undefined];

function argumentsOf({ arguments: given }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (given ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function placesOf(node: TypeDefinitionNode): Place[] {
  const type = node.name.value;
  const places: Place[] = [[type, node.directives]];
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    for (const field of node.fields ?? []) {
      places.push([`${type}.${field.name.value}`, field.directives]);
    }
  }
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    for (const field of node.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      places.push([coordinate, field.directives]);
      for (const argument of field.arguments ?? []) {
        places.push([`${coordinate}(${argument.name.value}:)`, argument.directives]);
      }
    }
  }
  return places;
}

/** Reads `@cost` and `@listSize` of a complete supergraph. Source: federation's cost spec, v0.1. */
export function costTable(supergraphSdl: string): CostTable {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const types = parse(supergraphSdl, { noLocation: true }).definitions.filter(isTypeDefinitionNode);
  for (const [coordinate, directives] of types.flatMap(placesOf)) {
    for (const directive of directives ?? []) {
      const given = argumentsOf(directive);
      if (directive.name.value === 'cost')
        weights.set(coordinate, z.number().parse(given['weight']));
      if (directive.name.value === 'listSize') listSizes.set(coordinate, listSize.parse(given));
    }
  }
  return { weights, listSizes };
}
