import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { URL_VARIABLES } from '../../cli/embedded/env-file.ts';
import { gatewayConfig } from '../../gateway/config.ts';
import { codesConfig, codesServerConfig } from '../../subgraphs/codes/config.ts';
import {
  healthRecordsConfig,
  healthRecordsServerConfig,
} from '../../subgraphs/health-records/config.ts';
import { checkpointConfig } from '../../subgraphs/kit/audit/config.ts';
import { residentsConfig, residentsServerConfig } from '../../subgraphs/residents/config.ts';
import {
  travelHistoryConfig,
  travelHistoryServerConfig,
} from '../../subgraphs/travel-history/config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        command: z.array(z.string()).optional(),
        environment: z.record(z.string(), z.string()).default({}),
        secrets: z.array(z.string()).default([]),
        networks: z.array(z.string()),
        ports: z.array(z.string()).default([]),
        volumes: z.array(z.string()).default([]),
        healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      }),
    ),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(parse(read('deploy/compose.yaml'), { merge: true }));

const CONFIGS: Readonly<Record<string, readonly z.ZodType[]>> = {
  residents: [residentsConfig, residentsServerConfig],
  'health-records': [healthRecordsConfig, healthRecordsServerConfig],
  'travel-history': [travelHistoryConfig, travelHistoryServerConfig],
  codes: [codesConfig, codesServerConfig],
  checkpoint: [checkpointConfig],
  gateway: [gatewayConfig],
};

const folder = mkdtempSync(join(tmpdir(), 'tongma-deploy-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keyFile = join(folder, 'key.pem');
writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
const pem = String(publicKey.export({ type: 'spki', format: 'pem' })).replaceAll('\n', '\\n');

/** What an operator would write for each `${VARIABLE}`. */
const GIVEN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.values(URL_VARIABLES).map((name) => [name, 'postgres://role:password@postgres:5432/db']),
  ),
  ...{ IDENTITY_PUBLIC_KEY: pem, AUDIT_PUBLIC_KEY: pem, AUDIT_LOG_NAME: 'tongma.test' },
  FIELD_KEY: Buffer.alloc(32, 1).toString('base64url'),
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64url'),
  PUBLIC_URL: 'https://tongma.test',
  ...{ OIDC_ISSUER: 'https://sign-in.test', OIDC_CLIENT_ID: 'console' },
  OIDC_CLIENT_SECRET: 's'.repeat(32),
};

/** Environment of a service as its process would see it. */
function environmentOf(name: string): Record<string, string> {
  const { environment } = compose.services[name]!;
  const entries = Object.entries(environment).map(([variable, text]): [string, string] => {
    const value = text.replace(
      /\$\{(\w+)(?::([?-])([^}]*))?\}/g,
      (_whole, asked: string, kind: string, otherwise: string) =>
        GIVEN[asked] ?? (kind === '-' ? otherwise : `no ${asked}`),
    );
    const isKey = value.startsWith('/run/secrets/') && value.endsWith('-key');
    return [variable, isKey ? keyFile : value];
  });
  // As readConfig does: what is set to nothing is not set.
  const set = entries.filter(([, value]) => value !== '');
  return { HOST: '0.0.0.0', ...Object.fromEntries(set) };
}

describe('deploy/compose.yaml', () => {
  it.each(Object.keys(CONFIGS))('tells %s what it needs, all of it explained', (name) => {
    const environment = environmentOf(name);
    for (const config of CONFIGS[name]!) {
      const { error } = config.safeParse(environment);
      expect(error?.issues ?? []).toEqual([]);
    }
    const readme = read('README.md');
    const told = Object.keys(compose.services[name]!.environment);
    for (const variable of told) expect(readme).toContain(`\`${variable}\``);
  });

  it('passes every variable of a process, or deploy/README.md says how it is given', () => {
    const table = /^\| variable +\| of [^]*?\n\n/m.exec(read('README.md'))?.[0] ?? '';
    const rows = [...table.matchAll(/^\| `([A-Z_*]+)` +\| ([^|]+?) +\|/gm)].filter(
      ([, name, of]) => name !== 'HOST' && !of!.includes('`'), // of commands
    );
    expect(rows.length).toBeGreaterThan(50);
    const passed = Object.keys(CONFIGS).flatMap((name) =>
      Object.keys(compose.services[name]!.environment),
    );
    const readme = read('deploy/README.md');
    const lost = rows.flatMap(([, name]) =>
      passed.includes(name!) || readme.includes(`\`${name!}\``) ? [] : [name],
    );
    expect(lost).toEqual([]);
  });

  it('migrates tables and the code book of divisions', () => {
    const { command, environment } = compose.services['migrate']!;
    expect(command).toEqual(['cli/tongma.js', 'migrate']);
    expect(Object.keys(environment)).toEqual(['TONGMA_OWNER_URL', 'RESIDENTS_DATABASE_URL']);
  });

  it.each(Object.entries(compose.services).filter(([name]) => name !== 'postgres'))(
    'runs a file that there is: %s',
    (_name, { command = [], healthcheck }) => {
      const source = (path: string) => path.replace(/^dist\/(.*)\.js$/, '$1.ts');
      expect(existsSync(join(ROOT, source(command[0] ?? 'nothing')))).toBe(true);
      const script = healthcheck?.test[2];
      if (script !== undefined) expect(existsSync(join(ROOT, script))).toBe(true);
    },
  );

  it('publishes no port, and keeps subgraphs and database where nobody outside comes', () => {
    expect(compose.networks['inside']).toEqual({ internal: true });
    const outside = Object.entries(compose.services).filter(
      ([, { networks, ports }]) => networks.includes('outside') || ports.length > 0,
    );
    expect(outside.map(([name]) => name).sort()).toEqual(['checkpoint', 'codes', 'gateway']);
    for (const [, { ports }] of outside) expect(ports).toEqual([]);
  });

  it('gives each secret to the one process that needs it', () => {
    const users = Object.keys(compose.secrets).map((secret) => [
      secret,
      Object.entries(compose.services).flatMap(([name, { secrets }]) =>
        secrets.includes(secret) ? [name] : [],
      ),
    ]);
    expect(Object.fromEntries(users)).toEqual({
      'superuser-password': ['postgres'],
      'identity-key': ['gateway'],
      'checkpoint-key': ['checkpoint'],
      'region-keys': ['codes'],
      'trust-roots': ['codes'],
    });
  });

  it('is explained: each variable and secret file stands in deploy/README.md', () => {
    const readme = read('deploy/README.md');
    const urls = new Set<string>(Object.values(URL_VARIABLES));
    const asked = [...read('deploy/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    for (const name of asked) if (!urls.has(name)) expect(readme).toContain(`\`${name}\``);
    for (const { file } of Object.values(compose.secrets)) {
      expect(readme).toContain(`\`${file.replace('./', '')}\``);
    }
  });
});

describe('deploy/Containerfile', () => {
  const text = read('deploy/Containerfile');
  const copies = [...text.matchAll(/^COPY (--from=build )?(.+) \S+$/gm)].map(([, from, paths]) => ({
    isBuilt: from !== undefined,
    paths: paths!.split(' ').map((path) => path.replace('/tongma/', '')),
  }));
  const copied = (isBuilt: boolean) =>
    copies.flatMap((one) => (one.isBuilt === isBuilt ? one.paths : []));

  it('copies what there is, of what .dockerignore lets in', () => {
    const letIn = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, path]) => path!);
    const made = ['.', 'node_modules', 'dist', 'console/dist'];
    const sources = [...copied(false), ...copied(true)].filter((path) => !made.includes(path));
    for (const path of [...sources, ...letIn])
      expect(existsSync(join(ROOT, path)), path).toBe(true);
    for (const path of sources) {
      expect(
        letIn.some((one) => `${path}/`.startsWith(`${one}/`)),
        path,
      ).toBe(true);
    }
  });

  it('holds every file that the package imports by name', () => {
    const { imports } = z
      .object({ imports: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const targets = Object.values(imports).map((path) => path.replace(/^\.\/|\/\*$/g, ''));
    expect(copied(true)).toEqual(expect.arrayContaining(targets));
  });

  it('has each folder that a volume covers, and it belongs to the user of the processes', () => {
    const owned = /^RUN install -d -o node -g node -m 700 (.+)$/m.exec(text)?.[1]?.split(' ');
    const { postgres, ...own } = compose.services;
    expect(postgres).toBeDefined();
    const folders = Object.values(own).flatMap(({ volumes }) =>
      volumes.map((v) => v.split(':')[1]),
    );
    expect(new Set(folders)).toEqual(new Set(owned));
    expect(text).toMatch(/^USER node$/m);
  });
});
