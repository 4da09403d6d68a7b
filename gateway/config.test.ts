import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../subgraphs/kit/read-config.ts';
import { gatewayConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongma-config-'));

function keyFile(name: string, mode: number, type: 'ed25519' | 'x25519' = 'ed25519'): string {
  const path = join(folder, name);
  const { privateKey } =
    type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  chmodSync(path, mode);
  return path;
}

const good = {
  RESIDENTS_URL: 'http://10.0.0.1:4001',
  HEALTH_RECORDS_URL: 'http://10.0.0.1:4002/',
  TRAVEL_HISTORY_URL: 'http://travel:4003',
  CODES_URL: 'https://codes.internal',
  GATEWAY_DATABASE_URL: 'postgres://tongma_gateway:p@db/tongma',
  IDENTITY_PRIVATE_KEY_FILE: keyFile('good.pem', 0o600),
  OIDC_ISSUER: 'https://id.example/realms/a',
  OIDC_CLIENT_ID: 'tongma',
  OIDC_CLIENT_SECRET: 'x'.repeat(32),
};

function complaint(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(gatewayConfig, env);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('settings of the gateway', () => {
  it('follow from the public address when they are not given', () => {
    expect(readConfig(gatewayConfig, good)).toMatchObject({
      ...{ port: 4000, host: '127.0.0.1', origin: 'http://127.0.0.1:4000', logLevel: 'warn' },
      audience: 'http://127.0.0.1:4000/graphql',
      entersResidents: false,
      subgraphs: { 'health-records': 'http://10.0.0.1:4002', codes: 'https://codes.internal' },
    });
    const outside = { ...good, HOST: '0.0.0.0', PUBLIC_URL: 'https://tongma.example/', PORT: '' };
    expect(readConfig(gatewayConfig, outside)).toMatchObject({
      ...{ port: 4000, origin: 'https://tongma.example' },
      audience: 'https://tongma.example/graphql',
    });
  });

  it('are named all at once when they are missing, with what a bad one needs', () => {
    const said = complaint({ HOST: '0.0.0.0', PORT: 'seven', OIDC_CLIENT_SECRET: 'hunter2' });
    expect(
      said
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .sort(),
    ).toEqual([
      'CODES_URL: is not set',
      'GATEWAY_DATABASE_URL: is not set',
      'HEALTH_RECORDS_URL: is not set',
      'IDENTITY_PRIVATE_KEY_FILE: is not set',
      'OIDC_CLIENT_ID: is not set',
      'OIDC_CLIENT_SECRET: needs at least 32 characters',
      'OIDC_ISSUER: is not set',
      'PORT: not usable (invalid_type)',
      'PUBLIC_URL: needs https://host[:port] unless the gateway is for this machine alone',
      'RESIDENTS_URL: is not set',
      'TRAVEL_HISTORY_URL: is not set',
    ]);
    expect(said).not.toMatch(/seven|hunter2|0\.0\.0\.0/);
  });

  it.each([
    ['PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0', PUBLIC_URL: 'http://127.0.0.1:4000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://tongma.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://tongma.example/below' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'tongma.example' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://id.example' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'ftp://id.example' }],
    ['CODES_URL', { CODES_URL: 'http://user:secret@codes:4004' }],
    ['CODES_URL', { CODES_URL: 'http://codes:4004/graphql' }],
    ['GATEWAY_DATABASE_URL', { GATEWAY_DATABASE_URL: 'mysql://secret@db' }],
    ['IDENTITY_PRIVATE_KEY_FILE', { IDENTITY_PRIVATE_KEY_FILE: join(folder, 'secret.pem') }],
    ['IDENTITY_PRIVATE_KEY_FILE', { IDENTITY_PRIVATE_KEY_FILE: keyFile('secret-a.pem', 0o640) }],
    [
      'IDENTITY_PRIVATE_KEY_FILE',
      { IDENTITY_PRIVATE_KEY_FILE: keyFile('secret-b.pem', 0o600, 'x25519') },
    ],
    ['OIDC_CLIENT_SECRET', { OIDC_CLIENT_SECRET: 'secret' }],
    ['OIDC_RESIDENTS', { OIDC_RESIDENTS: 'secret' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'secret' }],
    ['GATEWAY_COST_MAX', { GATEWAY_COST_MAX: 'secret' }],
    ['GATEWAY_RATE_PER_MINUTE', { GATEWAY_RATE_PER_MINUTE: '0' }],
  ])('cannot be used with a bad %s: %o', (name, bad) => {
    const said = complaint({ ...good, ...bad });
    expect(said.split('\n').slice(1)).toEqual([expect.stringMatching(`^  ${name}: `)]);
    expect(said).not.toContain('secret');
  });

  it.each([
    { PUBLIC_URL: 'http://localhost:4000' },
    { HOST: '::1' },
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://tongma.example:8443' },
    { OIDC_ISSUER: 'http://127.0.0.1:5000/oidc' },
  ])('can be used: %o', (env) => {
    expect(complaint({ ...good, ...env })).toBe('');
  });
});
