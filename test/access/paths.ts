import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Persona } from './decisions.ts';
import { api, committedMatrix, personasOf } from './matrix.ts';
import { rootField } from './documents.ts';

const matrix = committedMatrix();

/** A way through the graph: a root field and fields below it, the last one the field meant. */
export interface Path {
  readonly root: string;
  readonly below: readonly string[];
}

function mayHave(persona: Persona, coordinate: string): boolean {
  const entry = matrix[coordinate];
  return entry !== undefined && personasOf(entry).includes(persona);
}

/** Shortest ways by which a persona gets to each field it may have; queries come first. */
export function pathsOf(persona: Persona): Map<string, Path> {
  const found = new Map<string, Path>();
  const roots = [api.getQueryType()!, api.getMutationType()!];
  let edge: [GraphQLObjectType, Path | null][] = roots.map((type) => [type, null]);
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const [type, path] of edge) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        if (found.has(coordinate) || !mayHave(persona, coordinate)) continue;
        const here = path
          ? { root: path.root, below: [...path.below, field.name] }
          : { root: coordinate, below: [] };
        found.set(coordinate, here);
        const returned = getNamedType(field.type);
        if (isObjectType(returned)) next.push([returned, here]);
      }
    }
    edge = next;
  }
  return found;
}

/** Selection of one path below its root field; ends with `__typename` where an object is meant. */
export function selectionOf({ root, below }: Path): string {
  let type = getNamedType(rootField(root).type);
  const opened: string[] = [];
  for (const name of below) {
    if (!isObjectType(type)) throw new Error(`${root} has nothing below it.`);
    opened.push(name);
    type = getNamedType(type.getFields()[name]!.type);
  }
  const end = isObjectType(type) ? ' { __typename }' : '';
  const inner = opened.reduceRight((rest, name) => ` { ${name}${rest} }`, end);
  return inner;
}
