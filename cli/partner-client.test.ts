import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessToken, partnerAccess } from './partner-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongma-partner-'));
const keyFile = join(folder, 'key.pem');
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

const asked: URLSearchParams[] = [];
let provider: Server;
let issuer: string;

beforeAll(async () => {
  provider = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '' } = request;
      const found = url.endsWith('/.well-known/openid-configuration');
      if (!found) asked.push(new URLSearchParams(Buffer.concat(chunks).toString()));
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          found
            ? { issuer, token_endpoint: `${issuer}/elsewhere/token` }
            : { access_token: 'given' },
        ),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const address = provider.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
});

afterAll(() => {
  provider.close();
  rmSync(folder, { recursive: true });
});

const GATEWAY = 'https://tongma.test/graphql';

function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ...{ TONGMA_GATEWAY_URL: GATEWAY, OIDC_ISSUER: issuer },
    ...{ TONGMA_CLIENT_ID: 'railway', TONGMA_KEY_FILE: keyFile, ...more },
  };
}

describe('a partner of a gateway elsewhere', () => {
  it('needs no demo.json: the provider says where tokens are given', async () => {
    const access = await partnerAccess(environment(), join(folder, 'nothing'));
    expect(access).toMatchObject({
      ...{ gatewayUrl: GATEWAY, audience: issuer, clientId: 'railway' },
      tokenUrl: `${issuer}/elsewhere/token`,
    });
    expect(await accessToken(access)).toBe('given');
    expect(asked.at(-1)?.get('grant_type')).toBe('client_credentials');
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['a provider', { OIDC_ISSUER: '' }, /^OIDC_ISSUER is not set/],
    [
      'a client of its own',
      { TONGMA_CLIENT_ID: '', TONGMA_KEY_FILE: '' },
      /^TONGMA_CLIENT_ID and TONGMA_KEY_FILE are not set/,
    ],
    ['one that answers', { OIDC_ISSUER: 'http://127.0.0.1:1' }, /cannot be found/],
    ['TLS', { TONGMA_GATEWAY_URL: 'http://tongma.test/graphql' }, /needs an https:\/\/ URL/],
  ])('needs %s', async (_title, more, words) => {
    await expect(partnerAccess(environment(more), folder)).rejects.toThrow(words);
  });
});
