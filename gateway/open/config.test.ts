import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createLog } from '../../subgraphs/kit/log.ts';
import { ConfigError, readConfig } from '../../subgraphs/kit/read-config.ts';
import { UnenforceablePolicyError } from '../policy/policy-table.ts';
import { createGateway } from '../server.ts';
import { isOpen, openConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongma-open-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** As much of a supergraph as is looked at before the engine does. */
function supergraph(url: string, more = ''): string {
  const graph = `enum join__Graph { A @join__graph(name: "a", url: "${url}") }`;
  return `schema ${more} { query: Query } type Query { a: Int } ${graph}`;
}

const SUPERGRAPH = file('good.graphql', supergraph('http://127.0.0.1:4200/case/a?b=c'));
const good = { SUPERGRAPH, AUTH: 'off' };
const all = { ...good, TRUSTED_DOCUMENTS: 'off', RESPONSE_CACHE: 'off', DRAIN_MS: '0', PORT: '1' };

function complaints(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(openConfig, env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = error.message.split('\n').slice(1);
    return lines.map((line) => line.trim());
  }
}

/** A supergraph's schema with a link to a feature, and one field with something on it. */
function policy(name: string, link: string, use = ''): { SUPERGRAPH: string; AUTH: string } {
  const spec = `@link(url: "https://specs.apollo.dev/${link}", for: SECURITY)`;
  const sdl = supergraph('http://127.0.0.1:4200/a', spec).replace('a: Int', `a: Int ${use}`);
  return { ...good, SUPERGRAPH: file(`${name}.graphql`, sdl) };
}

describe('settings of a gateway of another supergraph', () => {
  it('are a file, and that nobody is asked who they are', () => {
    expect(readConfig(openConfig, good)).toMatchObject({
      ...{ port: 4000, host: '127.0.0.1', drainMs: 3_000, logLevel: 'warn' },
      supergraph: {
        subgraphs: [{ name: 'a', url: new URL('http://127.0.0.1:4200/case/a?b=c') }],
      },
    });
    expect(readConfig(openConfig, all)).toMatchObject({ port: 1, drainMs: 0 });
  });

  it.each<NodeJS.ProcessEnv>([
    { AUTH: 'off' },
    { AUTH: 'on' },
    { TRUSTED_DOCUMENTS: 'off' },
    { RESPONSE_CACHE: 'off' },
  ])('are read as such when it is said in part: %o', (env) => {
    expect(isOpen(env)).toBe(true);
    expect(complaints(env)).not.toEqual([]);
  });

  it('are not read for a gateway of its own supergraph', () => {
    expect(isOpen({ PORT: '4000', AUTH: '', OIDC_ISSUER: 'https://id.example' })).toBe(false);
    expect(isOpen({ SUPERGRAPH })).toBe(false); // its own, from elsewhere
  });

  it('are named all at once when they are wrong', () => {
    const env = { HOST: '0.0.0.0', PORT: 'seven', OIDC_CLIENT_SECRET: 'hunter2', CODES_URL: 'x' };
    const said = complaints({ ...env, TRUSTED_DOCUMENTS: 'on', RESPONSE_CACHE: 'on' });
    expect(said.toSorted()).toEqual([
      'AUTH: needs to be off for another supergraph than its own',
      'CODES_URL: has no place beside AUTH=off',
      'HOST: needs a loopback address with AUTH=off',
      'OIDC_CLIENT_SECRET: has no place beside AUTH=off',
      'PORT: not usable (invalid_type)',
      'RESPONSE_CACHE: not usable (invalid_value)',
      'SUPERGRAPH: is not set',
      'TRUSTED_DOCUMENTS: not usable (invalid_value)',
    ]);
  });

  it.each([
    ['AUTH', { AUTH: 'on' }],
    ['AUTH', { AUTH: undefined }],
    ['HOST', { HOST: '192.0.2.1' }],
    ['DRAIN_MS', { DRAIN_MS: '-1' }],
    ['IDENTITY_PRIVATE_KEY_FILE', { IDENTITY_PRIVATE_KEY_FILE: '/key.pem' }],
    ['GATEWAY_DATABASE_URL', { GATEWAY_DATABASE_URL: 'postgres://a@b/c' }],
    ['SUPERGRAPH', { SUPERGRAPH: join(folder, 'none.graphql') }],
    ['SUPERGRAPH', { SUPERGRAPH: file('text.graphql', 'no graph') }],
    ['SUPERGRAPH', { SUPERGRAPH: file('plain.graphql', 'type Query { a: Int }') }],
    ['SUPERGRAPH', { SUPERGRAPH: file('nowhere.graphql', supergraph('')) }],
    ['SUPERGRAPH', { SUPERGRAPH: file('path.graphql', supergraph('file:///a')) }],
  ])('cannot be used with a bad %s: %o', (name, bad) => {
    expect(complaints({ ...good, ...bad })).toEqual([expect.stringMatching(`^${name}: `)]);
  });

  it.each([
    policy('authenticated', 'authenticated/v0.1'),
    policy('scopes', 'requiresScopes/v0.1'),
    policy('policy', 'policy/v0.1/'),
    policy('used', 'join/v0.5', '@authenticated'),
    policy('needed', 'join/v0.5', '@requiresScopes(scopes: [["a"]])'),
    policy('renamed', 'authenticated/v0.1", as: "inside', '@inside'),
  ])('cannot be used with a supergraph that carries policy: %o', (env) => {
    expect(complaints(env)).toEqual([
      'SUPERGRAPH: carries policy, which nothing enforces with AUTH=off',
    ]);
  });

  it('cannot be used with the supergraph of a whole gateway, nor can the engine without a guard', () => {
    const own = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));
    expect(complaints({ ...good, SUPERGRAPH: own })).toEqual([
      'SUPERGRAPH: carries policy, which nothing enforces with AUTH=off',
    ]);
    const supergraphSdl = readFileSync(own, 'utf8');
    const log = createLog('gateway', 'silent');
    const unguarded = () => createGateway({ supergraphSdl, clients: [], guard: undefined, log });
    expect(unguarded).toThrow(UnenforceablePolicyError);
  });

  it('can be used with a supergraph that keeps something from all clients', () => {
    const env = policy('inaccessible', 'inaccessible/v0.2', '@inaccessible');
    expect(complaints(env)).toEqual([]);
  });
});
