import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type JWK } from 'jose';
import Provider from 'oidc-provider';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openIdProvider } from '../auth/openid-provider.ts';
import { relyingParty, SIGN_IN_S } from './relying-party.ts';

const SECRET = 'a secret of more than thirty-two characters';
const REDIRECT = 'http://127.0.0.1:4000/sign-in/callback';
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
type Algorithm = (typeof ALGORITHMS)[number];

const servers: Server[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) server.close();
});

async function keyFor(alg: Algorithm): Promise<JWK> {
  const { privateKey } =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : alg === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: 'one' };
}

/** A provider as others run it, that lets `somebody` in without a page. */
async function provider(alg: Algorithm, port = 0) {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'tongma', client_secret: SECRET, redirect_uris: [REDIRECT] },
        id_token_signed_response_alg: alg,
      },
    ],
    jwks: { keys: [await keyFor(alg)] },
    enabledJWA: { idTokenSigningAlgValues: [alg] },
    cookies: { keys: ['cookie key'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: 'tongma', accountId: 'somebody' });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, { uid }) => `/enter/${uid}` },
  });
  const answer = oidc.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/enter/')) return void answer(request, response);
    const login = { accountId: 'somebody', remember: false };
    return void oidc.interactionFinished(request, response, { login });
  });
  return { issuer, clientId: 'tongma', clientSecret: SECRET };
}

/** Goes where a browser is sent, up to the address that comes back here. */
async function browse(start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(start);
  while (!at.href.startsWith(REDIRECT)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    at = new URL(response.headers.get('location') ?? '', at);
  }
  return at;
}

describe('signing in at an external provider', () => {
  it.each(ALGORITHMS)('takes ID tokens signed with %s', async (alg) => {
    const party = relyingParty(openIdProvider(await provider(alg)), REDIRECT);
    const { url, cookie } = await party.begin('/my/');
    expect(await party.finish(await browse(url), cookie)).toEqual({
      ...{ subject: 'somebody', to: '/my/' },
    });
  });

  it('is finished by another gateway with the same secret, and by none with another', async () => {
    const settings = await provider('ES256');
    const { url, cookie } = await relyingParty(openIdProvider(settings), REDIRECT).begin('/my/');
    const back = await browse(url);
    const stranger = openIdProvider({ ...settings, clientSecret: `${SECRET} of another` });
    await expect(relyingParty(stranger, REDIRECT).finish(back, cookie)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const other = relyingParty(openIdProvider(settings), REDIRECT);
    expect(await other.finish(back, cookie)).toMatchObject({ subject: 'somebody' });
  });

  it('must be done in ten minutes', async () => {
    const party = relyingParty(openIdProvider(await provider('ES256')), REDIRECT);
    const { url, cookie } = await party.begin('/my/');
    const back = await browse(url);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + SIGN_IN_S * 1_000 + 1_000 });
    await expect(party.finish(back, cookie)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('waits for a provider that is down, and works when it is up', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const issuer = `http://127.0.0.1:${port}`;
    const settings = openIdProvider({ issuer, clientId: 'tongma', clientSecret: SECRET });
    const party = relyingParty(settings, REDIRECT);
    const failure = { code: 'UPSTREAM_TIMEOUT', message: 'The sign-in provider does not answer.' };
    const key = () => settings.keys({ alg: 'ES256' }, { payload: '', signature: '' });
    await expect(party.begin('/my/')).rejects.toMatchObject(failure);
    await expect(key()).rejects.toMatchObject(failure);
    await provider('ES256', port);
    await expect(party.begin('/my/')).resolves.toMatchObject({
      url: expect.stringContaining(issuer),
    });
    await expect(key()).resolves.toMatchObject({ type: 'public' });
  });
});
