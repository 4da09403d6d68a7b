import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import type { Alternatives } from '../../subgraphs/kit/access.ts';
import { decisionsByTable, PERSONAS, type Decision, type Persona } from './decisions.ts';

/** What was decided of a field, personas with spaces between them. */
export interface MatrixEntry {
  /** Who gets it; EVERYONE, or NOBODY. */
  readonly roles: string;
  /** Who of them has to say what for. */
  readonly purpose?: string;
  /**
   * Of root fields alone, decided by hand: what those who get it get of what lies in no region of
   * theirs, or is somebody else's. ANSWERED (the same for everyone), OWN_ONLY, EMPTY, NULL, or the
   * codes of refusals.
   */
  readonly elsewhere?: string;
}

/** Every field with its decision. */
export type Matrix = Readonly<Record<string, MatrixEntry>>;

function read(path: string): string {
  return readFileSync(new URL(import.meta.resolve(path)), 'utf8');
}

/** The API as clients see it. */
export const api = buildSchema(read('#schema/api.graphql'));

/** The gateway's table of scopes. */
export const table = JSON.parse(read('#schema/policy.json')) as Readonly<
  Record<string, Alternatives>
>;

const FILE = new URL('matrix.json', import.meta.url);

/** The matrix as committed: it was read and agreed to. */
export function committedMatrix(file: URL = FILE): Matrix {
  return JSON.parse(readFileSync(file, 'utf8')) as Matrix;
}

/** Root fields, `Query.x` and `Mutation.x`. */
export function isRoot(coordinate: string): boolean {
  return /^(Query|Mutation)\./.test(coordinate);
}

function listOf(personas: readonly Persona[]): string {
  if (personas.length === PERSONAS.length) return 'EVERYONE';
  return personas.length === 0 ? 'NOBODY' : personas.join(' ');
}

/** Who gets a field by the matrix. */
export function personasOf({ roles }: MatrixEntry): readonly Persona[] {
  const named = roles.split(' ');
  return PERSONAS.filter((persona) => roles === 'EVERYONE' || named.includes(persona));
}

/** The matrix as it would be written now: what is decided by hand stays. */
export function matrixNow(known: Matrix): Matrix {
  const entries = [...decisionsByTable(api, table)].map(([coordinate, { roles, purpose }]) => {
    const elsewhere = known[coordinate]?.elsewhere;
    const entry: MatrixEntry = {
      roles: listOf(roles),
      ...(purpose.length > 0 && { purpose: listOf(purpose) }),
      ...(elsewhere && { elsewhere }),
    };
    return [coordinate, entry] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is wrong with a matrix, in sentences. */
export function matrixFaults(
  matrix: Matrix,
  decided: ReadonlyMap<string, Decision>,
  by: string,
): string[] {
  return [...decided].flatMap(([coordinate, decision]) => {
    const entry = matrix[coordinate];
    if (!entry) return [`${coordinate} has no decision.`];
    const [roles, purpose] = [listOf(decision.roles), listOf(decision.purpose)];
    const said = entry.purpose ?? 'NOBODY';
    return [
      ...(entry.roles === roles
        ? []
        : [`${coordinate} is for ${entry.roles}; ${by} gives it to ${roles}.`]),
      ...(said === purpose ? [] : [`${coordinate} asks ${said} what for; ${by} asks ${purpose}.`]),
      ...(isRoot(coordinate) && !entry.elsewhere
        ? [`${coordinate} does not say what is got of elsewhere.`]
        : []),
    ];
  });
}
