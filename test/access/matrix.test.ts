import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { coordinatesOf, decisionsByTable, PERSONAS } from './decisions.ts';
import { decisionsByGuards } from './guarded.ts';
import { api, committedMatrix, isRoot, matrixFaults, personasOf, table } from './matrix.ts';

const matrix = committedMatrix();
const SUBGRAPHS = ['residents', 'health-records', 'travel-history', 'codes'];

function sdlOf(subgraph: string): string {
  return readFileSync(new URL(`../../schema/${subgraph}.graphql`, import.meta.url), 'utf8');
}

describe('who gets which field', () => {
  const coordinates = coordinatesOf(api).map(([coordinate]) => coordinate);

  it('is decided for every field there is, and for none that is gone (else: npm run matrix)', () => {
    expect(coordinates.filter((one) => !matrix[one])).toEqual([]);
    expect(Object.keys(matrix).filter((one) => !coordinates.includes(one))).toEqual([]);
    console.log(`matrix: ${coordinates.length} fields, ${PERSONAS.length} roles`);
  });

  it('is what the gateway gives', () => {
    expect(matrixFaults(matrix, decisionsByTable(api, table), 'the gateway')).toEqual([]);
  });

  it.each(SUBGRAPHS)('is what %s gives by itself', (subgraph) => {
    const own = [...decisionsByGuards(sdlOf(subgraph))].filter(([one]) =>
      coordinates.includes(one),
    );
    expect(own.length).toBeGreaterThan(5);
    expect(matrixFaults(matrix, new Map(own), subgraph)).toEqual([]);
  });

  it('covers every field by some subgraph', () => {
    const guarded = new Set(SUBGRAPHS.flatMap((one) => [...decisionsByGuards(sdlOf(one)).keys()]));
    expect(coordinates.filter((one) => !guarded.has(one))).toEqual([]);
  });

  it('is nobody for the sandbox alone: no role has its scope, and any other would be of no use', () => {
    const nobody = Object.keys(matrix).filter((one) => matrix[one]?.roles === 'NOBODY');
    const asks = (place: string) => JSON.stringify(table[place]) === '[["sandbox:verify"]]';
    expect(nobody.length).toBeGreaterThan(0);
    expect(nobody.filter((one) => !asks(one) && !asks(one.split('.')[0] ?? ''))).toEqual([]);
  });

  it('gives a guardian what it gives a resident', () => {
    const differing = Object.entries(matrix).filter(([, entry]) => {
      const personas = personasOf(entry);
      return personas.includes('RESIDENT') !== personas.includes('GUARDIAN');
    });
    expect(differing).toEqual([]);
  });
});

describe('the check of the matrix', () => {
  const schema = buildSchema('type Query { a: Int b: Int }');
  const scopes = { 'Query.a': [['account:manage']], 'Query.b': [['account:read']] };
  const decided = decisionsByTable(schema, scopes);
  const a = { roles: 'ADMINISTRATOR', elsewhere: 'EMPTY' } as const;

  it.each([
    ['a field without a decision', { 'Query.a': a }, 'Query.b has no decision.'],
    [
      'a role too many',
      { 'Query.a': { ...a, roles: 'ADMINISTRATOR DESK' } },
      'Query.a is for ADMINISTRATOR DESK; the gateway gives it to ADMINISTRATOR.',
    ],
    [
      'a purpose that is not asked for',
      { 'Query.a': { ...a, purpose: 'ADMINISTRATOR' } },
      'Query.a asks ADMINISTRATOR what for; the gateway asks NOBODY.',
    ],
    [
      'a root field that does not say what is got of elsewhere',
      { 'Query.a': { roles: a.roles } },
      'Query.a does not say what is got of elsewhere.',
    ],
  ] as const)('finds %s', (_title, given, fault) => {
    expect(matrixFaults(given, decided, 'the gateway')).toContain(fault);
  });

  it('knows a root field when it sees one', () => {
    expect(['Query.a', 'Mutation.a', 'Resident.a'].map(isRoot)).toEqual([true, true, false]);
  });
});
