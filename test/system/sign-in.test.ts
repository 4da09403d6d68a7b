import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRemoteJWKSet, importPKCS8, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { demo } from './support/client.ts';

interface AssertionOptions {
  readonly key?: Parameters<SignJWT['sign']>[0];
  readonly audience?: string;
  readonly jti?: string;
  readonly expires?: string;
}

async function assertion(options: AssertionOptions = {}): Promise<string> {
  const { partner } = demo();
  const own = await importPKCS8(readFileSync(partner.privateKeyFile, 'utf8'), 'ES256');
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(partner.clientId)
    .setSubject(partner.clientId)
    .setAudience(options.audience ?? partner.audience)
    .setJti(options.jti ?? randomUUID())
    .setIssuedAt()
    .setExpirationTime(options.expires ?? '60s')
    .sign(options.key ?? own);
}

async function token(params: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(demo().partner.tokenUrl, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ grant_type: 'client_credentials', ...params }),
  });
  return (await response.json()) as { access_token?: string; scope?: string; error?: string };
}

async function byKey(options: AssertionOptions = {}, more: Record<string, string> = {}) {
  return token({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertion(options),
    ...more,
  });
}

function bySecret(secret: string) {
  const basic = Buffer.from(`desk-330000:${secret}`).toString('base64');
  return token({}, { authorization: `Basic ${basic}` });
}

describe('the embedded sign-in provider', () => {
  it('gives a partner a token that verifies by its published keys, for the gateway alone', async () => {
    const { partner, gatewayUrl } = demo();
    const { access_token: text = '' } = await byKey();
    const keys = createRemoteJWKSet(new URL(`${partner.audience}/jwks`));
    const rules = { issuer: partner.audience, audience: gatewayUrl, typ: 'at+jwt' };
    const { payload } = await jwtVerify(text, keys, { ...rules, algorithms: ['ES256'] });
    expect(payload).toMatchObject({ sub: partner.clientId });
    expect(payload).not.toHaveProperty('scope');
    const other = jwtVerify(text, keys, { ...rules, audience: 'http://127.0.0.1/other' });
    await expect(other).rejects.toMatchObject({ code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' });
  });

  it('narrows a token to the scope that is asked for, and knows the issuer as resource too', async () => {
    const { partner, gatewayUrl } = demo();
    expect(await byKey({}, { scope: 'code:verify' })).toMatchObject({ scope: 'code:verify' });
    for (const resource of [partner.audience, gatewayUrl]) {
      expect(await byKey({}, { resource })).toHaveProperty('access_token');
    }
    expect(await byKey({}, { resource: 'http://127.0.0.1/other' })).toMatchObject({
      error: 'invalid_target',
    });
  });

  it('takes the token endpoint as audience of an assertion', async () => {
    expect(await byKey({ audience: demo().partner.tokenUrl })).toHaveProperty('access_token');
  });

  it.each([
    ['another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['another audience', { audience: 'http://127.0.0.1/other' }],
    ['an assertion that has expired', { expires: '-1m' }],
  ])('refuses %s', async (_title, options) => {
    expect(await byKey(options)).toEqual(expect.objectContaining({ error: 'invalid_client' }));
  });

  it('takes an assertion once', async () => {
    const jti = randomUUID();
    expect(await byKey({ jti })).toHaveProperty('access_token');
    expect(await byKey({ jti })).toMatchObject({ error: 'invalid_client' });
  });

  it('refuses a scope the client does not have', async () => {
    expect(await byKey({}, { scope: 'health:read' })).toMatchObject({ error: 'invalid_scope' });
  });

  it('takes the right secret and no other', async () => {
    const { password } = demo().accounts.find(({ username }) => username === 'desk-330000')!;
    expect(await bySecret(password)).toHaveProperty('access_token');
    expect(await bySecret(`${password}x`)).toMatchObject({ error: 'invalid_client' });
  });
});
