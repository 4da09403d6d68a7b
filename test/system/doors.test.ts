import { beforeAll, describe, expect, inject, it } from 'vitest';
import { consoleHeaders, hashOf, HttpBrowser, trusted, viewerOf } from './support/browser.ts';
import { demo, tokenOf } from './support/client.ts';

const SESSION = '__Host-tongma';
const SIGN_IN = '__Host-tongma-sign-in';
const REGIONS = '{"query":"{ regions { id } }"}';

const [origin = ''] = inject('tongma').gateways;
const browser = new HttpBrowser();
let bearer: string;

beforeAll(async () => {
  bearer = `Bearer ${await tokenOf('reviewer-330000')}`;
  expect(await browser.signIn(origin, 'reviewer-330000')).toBe('/console/');
});

async function refusal(response: Response) {
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: body.errors?.[0]?.extensions.code };
}

describe('/graphql, the door of tokens', () => {
  const url = demo().gatewayUrl;
  const json = { 'content-type': 'application/json' };

  it('knows no session: a cookie alone is nobody', async () => {
    const response = await browser.go(url, { method: 'POST', headers: json, body: REGIONS });
    expect(await refusal(response)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('refuses a token and a session at once', async () => {
    const headers = { ...json, authorization: bearer };
    const response = await browser.go(url, { method: 'POST', headers, body: REGIONS });
    expect(await refusal(response)).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it.each(['GET', 'PUT', 'DELETE'])('refuses %s, with a token too', async (method) => {
    const headers = { authorization: bearer };
    const response = await fetch(`${url}?query={regions{id}}`, { method, headers });
    expect(response.headers.get('allow')).toBe('POST');
    expect(await refusal(response)).toEqual({ status: 405, code: 'BAD_USER_INPUT' });
  });

  it('takes no identity from headers that a client sends', async () => {
    const claimed = Buffer.from('{"kind":"OFFICIAL","scopes":["*"]}').toString('base64url');
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...{ ...json, authorization: `Bearer ${await tokenOf('verifier-510000')}` },
        ...{ 'x-tongma-identity': `e30.${claimed}.e30`, 'x-forwarded-user': 'reviewer-330000' },
        ...{ 'x-forwarded-for': '127.0.0.1', 'x-user-id': 'reviewer-330000' },
      },
      body: '{"query":"{ registrations(state: REGISTERED, first: 1) { totalCount } }"}',
    });
    expect(await refusal(response)).toEqual({ status: 403, code: 'SCOPE_MISSING' });
  });
});

describe('/console/graphql, the door of sessions', () => {
  const url = `${origin}/console/graphql`;
  const own = consoleHeaders(origin);
  const viewer = trusted(hashOf('Viewer'));

  function post(headers: Record<string, string>, body: string) {
    return browser.go(url, { method: 'POST', headers, body });
  }

  function without(name: string) {
    return Object.fromEntries(Object.entries(own).filter(([key]) => key !== name));
  }

  it('answers a document of the console to whoever has signed in', async () => {
    expect(await viewerOf(browser, origin)).toMatchObject({ status: 200, role: 'REVIEWER' });
  });

  it.each([
    ['without the header of its own script', without('x-tongma-console')],
    ['without an origin', without('origin')],
    ['of a foreign page', { ...own, origin: 'https://evil.example' }],
    ['of the same host at another port', { ...own, origin: 'http://127.0.0.1:1' }],
    ['of a sandboxed page', { ...own, origin: 'null' }],
    ['that a foreign page caused', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['that a neighbor caused', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('refuses a request %s', async (_title, headers) => {
    expect(await refusal(await post(headers, viewer))).toEqual({ status: 403, code: 'FORBIDDEN' });
  });

  it.each([
    ['a text of its own', REGIONS],
    ['an unknown hash', trusted(`sha256:${'0'.repeat(64)}`)],
    ['a text under the hash of another', trusted('sha256:x', { query: '{ regions { id } }' })],
    ['a list of documents', `[${viewer}]`],
    ['a name of every object', trusted('__proto__')],
    ['nothing', '{}'],
  ])('refuses %s', async (_title, body) => {
    const refused = await refusal(await post(own, body));
    expect(refused).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('refuses a key of an attempt that is none, and says of which request', async () => {
    const response = await post({ ...own, 'idempotency-key': 'short' }, viewer);
    expect(response.status).toBe(400);
    const extensions = {
      code: 'BAD_USER_INPUT',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    };
    expect(await response.json()).toMatchObject({ errors: [{ extensions }] });
  });

  it('answers the hash, whatever text comes beside it', async () => {
    const response = await post(own, trusted(hashOf('Viewer'), { query: '{ regions { id } }' }));
    expect(await response.json()).toMatchObject({ data: { viewer: { role: 'REVIEWER' } } });
  });

  it('refuses a token, beside a session and alone', async () => {
    const headers = { ...own, authorization: bearer };
    const refused = { status: 400, code: 'BAD_USER_INPUT' };
    expect(await refusal(await post(headers, viewer))).toEqual(refused);
    const alone = await fetch(url, { method: 'POST', headers, body: viewer });
    expect(await refusal(alone)).toEqual(refused);
  });

  it.each(['GET', 'PUT'])('refuses %s', async (method) => {
    const response = await browser.go(url, { method, headers: own });
    expect(await refusal(response)).toEqual({ status: 405, code: 'BAD_USER_INPUT' });
  });

  it('lets no other page ask beforehand', async () => {
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.ok).toBe(false);
  });
});

describe('signing in', () => {
  it('gives a cookie that only this host gets back, and no script sees', async () => {
    const other = new HttpBrowser();
    const { pathname, search } = await other.signInUpToCallback(origin, 'desk-330000');
    const entered = await other.go(`${origin}${pathname}${search}`);
    const cookie = entered.headers.getSetCookie().find((line) => line.startsWith(`${SESSION}=`));
    expect(cookie?.split('; ').slice(1).sort()).toEqual([
      ...['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'],
    ]);
    expect(other.cookies.has(SIGN_IN)).toBe(false);
    expect(entered.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ...['//evil.example', 'https://evil.example/console/', '/\\evil.example', '/console//evil'],
    ...['/console/../..//evil.example', 'javascript:alert(1)', '/console/?to=//evil', '/graphql'],
  ])('leads to the console when it is asked to lead to %s', async (to) => {
    expect(await new HttpBrowser().signIn(origin, 'reviewer-330000', to)).toBe('/console/');
  });

  it('leads to the page that was asked for', async () => {
    const to = '/console/reviews/declarations';
    expect(await new HttpBrowser().signIn(origin, 'reviewer-330000', to)).toBe(to);
  });

  it('ends the session that the browser had before', async () => {
    const shared = new HttpBrowser();
    await shared.signIn(origin, 'reviewer-330000');
    const before = shared.cookies.get(SESSION) ?? '';
    await shared.signIn(origin, 'desk-330000');
    expect(await viewerOf(shared, origin)).toMatchObject({ role: 'DESK' });
    shared.cookies.set(SESSION, before);
    expect(await viewerOf(shared, origin)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  async function failed(one: HttpBrowser, path: string) {
    const response = await one.go(`${origin}${path}`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/console/?sign-in=failed');
    expect(one.cookies.has(SESSION)).toBe(false);
  }

  it('fails for an answer that this browser did not ask for', async () => {
    const attacker = new HttpBrowser();
    const victim = new HttpBrowser();
    const callback = await attacker.signInUpToCallback(origin, 'desk-330000');
    const path = callback.pathname + callback.search;
    await failed(victim, path);
    await victim.go(`${origin}/sign-in?to=/console/`); // one of its own is under way
    await failed(victim, path);
    await failed(victim, '/sign-in/callback?code=made-up&state=made-up');
    await failed(victim, '/sign-in/callback?error=access_denied&state=made-up');
  });

  it('fails for an answer that has been used', async () => {
    const one = new HttpBrowser();
    const callback = await one.signInUpToCallback(origin, 'desk-330000');
    const begun = one.cookies.get(SIGN_IN) ?? '';
    const path = callback.pathname + callback.search;
    const entered = await one.go(`${origin}${path}`);
    expect(entered.headers.get('location')).toBe('/console/');
    one.cookies.delete(SESSION);
    one.cookies.set(SIGN_IN, begun);
    await failed(one, path);
  });

  it('fails for a state that was changed', async () => {
    const one = new HttpBrowser();
    const callback = await one.signInUpToCallback(origin, 'desk-330000');
    callback.searchParams.set('state', `${callback.searchParams.get('state') ?? ''}x`);
    await failed(one, callback.pathname + callback.search);
  });
});

describe('signing out', () => {
  const headers = consoleHeaders(origin);
  const empty = Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'content-type'),
  );

  it('ends the session at the server and takes the cookie away', async () => {
    const one = new HttpBrowser();
    await one.signIn(origin, 'desk-330000');
    const key = one.cookies.get(SESSION) ?? '';
    const out = await one.go(`${origin}/sign-out`, { method: 'POST', headers: empty });
    expect(out.status).toBe(204);
    expect(one.cookies.has(SESSION)).toBe(false);
    one.cookies.set(SESSION, key);
    expect(await viewerOf(one, origin)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is not done for a foreign page, nor by a link', async () => {
    const foreign = { ...empty, origin: 'https://evil.example' };
    const out = await browser.go(`${origin}/sign-out`, { method: 'POST', headers: foreign });
    expect(await refusal(out)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect((await browser.go(`${origin}/sign-out`)).status).toBe(404);
    expect(await viewerOf(browser, origin)).toMatchObject({ role: 'REVIEWER' });
  });
});
