import { readFile } from 'node:fs/promises';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  apiOf,
  compose,
  composeWithSecond,
  contractFiles,
  REFERENCE,
  referenceNow,
  subgraphSdls,
} from './compose.ts';

async function committed(name: string): Promise<string> {
  return readFile(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
}

async function breaking(before: string, after: string): Promise<string[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

describe('schema/', async () => {
  const files = await contractFiles();

  it.each([...files.keys()])('%s is what the code makes (else: npm run schema)', async (name) => {
    expect(await committed(name)).toBe(files.get(name));
  });

  it(`has its reference in ${REFERENCE} (else: npm run schema)`, async () => {
    expect(await committed(`../${REFERENCE}`)).toBe(referenceNow(files));
  });

  it('composes to the same API with a second composer', async () => {
    const subgraphs = await subgraphSdls();
    const first = buildSchema(apiOf(compose(subgraphs)));
    const second = buildSchema(apiOf(composeWithSecond(subgraphs)));
    expect((await diff(first, second)).map(({ message }) => message)).toEqual([]);
  });

  it('breaks no client of the released API', async () => {
    const api = files.get('api.graphql') ?? '';
    expect(await breaking(await committed('released/api.graphql'), api)).toEqual([]);
  });

  it('would notice a field that is gone', async () => {
    const api = files.get('api.graphql') ?? '';
    expect(
      await breaking(api, api.replace(/\n {2}"""[^"]*"""\n {2}tokenStatus: TokenStatus!/, '')),
    ).not.toEqual([]);
  });

  it('names the scopes of every root field in the policy table', () => {
    const table = JSON.parse(files.get('policy.json') ?? '{}') as Record<string, string[][]>;
    const api = buildSchema(files.get('api.graphql') ?? '');
    const roots = [api.getQueryType(), api.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name ?? ''}.${field}`),
    );
    expect(roots.length).toBeGreaterThan(10);
    expect(roots.filter((coordinate) => !table[coordinate]?.length)).toEqual([]);
  });

  it('calls no field so that an answer looks like a promise', () => {
    const types = Object.values(buildSchema(files.get('supergraph.graphql') ?? '').getTypeMap());
    const fields = types.flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()) : [],
    );
    expect(fields.length).toBeGreaterThan(500);
    expect(fields).not.toContain('then');
  });

  it('leaves no security directive in what the gateway loads', () => {
    expect(files.get('supergraph.graphql')).toContain('@requiresScopes');
    expect(files.get('gateway.graphql')).not.toMatch(/requiresScopes/);
    expect(files.get('gateway.graphql')).toContain('@inaccessible');
  });

  it('keeps what is for the gateway alone out of the API', () => {
    const api = buildSchema(files.get('api.graphql') ?? '');
    expect(Object.keys(api.getQueryType()?.getFields() ?? {})).not.toContain('grants');
    expect(Object.keys(api.getTypeMap()).filter((name) => /grant/i.test(name))).toEqual([]);
  });
});
