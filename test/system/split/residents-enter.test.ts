import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { providerSettings } from '../../../cli/embedded/openid-settings.ts';
import { readSealed, writeSealed } from '../../../cli/embedded/sealed-file.ts';
import { consoleHeaders, hashOf, HttpBrowser, trusted, viewerOf } from '../support/browser.ts';
import { send } from '../support/client.ts';
import { ready, runBuilt, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { somebody } from '../support/people.ts';
import { temporaryFolder } from '../support/process.ts';
import { signedByProvider } from '../support/provider-tokens.ts';

const { environments, urls } = inject('tongma');
const folder = temporaryFolder();
const PASSWORD = 'a-password-of-somebody-new';
const VIEWER = '{ viewer { id } }';

let origin: string;
let issuer: string;
let provider: StartedPart;
let gateway: StartedPart | null = null;

/** Somebody whom the provider knows and Tongma does not. */
let made = 0;
const newcomers = Array.from({ length: 8 }, () => `new.comer@${Date.now()}:${(made += 1)}`);

beforeAll(async () => {
  const [port, at] = await Promise.all([freePort(), freePort()]);
  origin = `http://127.0.0.1:${port}`;
  issuer = `http://127.0.0.1:${at}/oidc`;
  const settings = readSealed(join(inject('data'), 'sign-in-provider.json'), providerSettings)!;
  const more = newcomers.map((clientId) => ({
    ...{ clientId, secret: PASSWORD, scopes: [], accessTokenSeconds: 600 },
  }));
  const file = join(folder, 'provider.json');
  writeSealed(file, JSON.stringify({ ...settings, clients: [...settings.clients, ...more] }));
  provider = runBuilt('test/system/support/provider-main.js', [], {
    ...{ PORT: String(at), SETTINGS_FILE: file, AUDIENCE: `${origin}/graphql` },
    REDIRECT_URI: `${origin}/sign-in/callback`,
  });
  await ready(provider, new URL(issuer).origin);
});

afterAll(async () => {
  if (gateway) await stopPart(gateway);
  await stopPart(provider);
  rmSync(folder, { recursive: true });
});

/** Puts a gateway before the same Tongma that lets people in by signing in, or does not. */
async function serve(entering: Record<string, string>): Promise<void> {
  if (gateway) await stopPart(gateway);
  gateway = startPart('gateway', {
    ...environments.gateway,
    ...{ PORT: new URL(origin).port, PUBLIC_URL: origin, OIDC_ISSUER: issuer, ...entering },
  });
  await ready(gateway, origin);
}

async function signIn(subject: string, to: string, browser = new HttpBrowser()) {
  const callback = await browser.signInUpToCallback(origin, subject, to, PASSWORD);
  const entered = await browser.go(callback.href);
  return { browser, led: entered.headers.get('location') };
}

/** What a bearer token of an account is answered. */
async function byToken(sub: string) {
  const claims = { iss: issuer, aud: `${origin}/graphql`, sub };
  const token = await signedByProvider(inject('data'), claims);
  const { data, errors } = await send(`${origin}/graphql`, token, VIEWER);
  return errors?.[0]?.extensions['code'] ?? data.viewer.id;
}

async function post(browser: HttpBrowser, operation: string, variables: object) {
  const response = await browser.go(`${origin}/console/graphql`, {
    ...{ method: 'POST', headers: consoleHeaders(origin) },
    body: trusted(hashOf(operation), { variables }),
  });
  return (await response.json()) as { data?: Record<string, { id: string }>; errors?: unknown };
}

describe('people whom the provider knows and Tongma does not', () => {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = newcomers;

  it('are refused where nothing is said of them', async () => {
    await serve({});
    expect((await signIn(first, '/my/')).led).toBe('/my/?sign-in=refused');
    expect(await byToken(first)).toBe('FORBIDDEN');
  });

  it('are residents once they have signed in to their own pages, and register there', async () => {
    await serve({ OIDC_RESIDENTS: 'on' });
    const { browser, led } = await signIn(first, '/my/');
    expect(led).toBe('/my/');
    expect(await viewerOf(browser, origin)).toMatchObject({ status: 200, role: 'RESIDENT' });
    const input = { ...somebody('330106'), phone: null, guardianId: null };
    const { data, errors } = await post(browser, 'MyRegister', { input });
    expect(errors).toBeUndefined();
    expect(data?.['registerResident']?.id).toMatch(/^330100-/);
    // Signing in once more is the same account.
    expect((await signIn(first, '/my/')).led).toBe('/my/');
  });

  it('are not by a token, nor by signing in to the console', async () => {
    expect(await byToken(second)).toBe('FORBIDDEN');
    expect((await signIn(second, '/console/')).led).toBe('/console/?sign-in=refused');
    expect(await byToken(second)).toBe('FORBIDDEN');
  });

  it('are let in on two browsers at once, as one account', async () => {
    const browsers = [new HttpBrowser(), new HttpBrowser()];
    const callbacks = await Promise.all(
      browsers.map((one) => one.signInUpToCallback(origin, third, '/my/', PASSWORD)),
    );
    const led = await Promise.all(
      browsers.map(async (one, at) => (await one.go(callbacks[at]!.href)).headers.get('location')),
    );
    expect(led).toEqual(['/my/', '/my/']);
    for (const one of browsers) {
      expect(await viewerOf(one, origin)).toMatchObject({ role: 'RESIDENT' });
    }
  });

  it('stay refused once they are disabled', async () => {
    expect((await signIn(fourth, '/my/')).led).toBe('/my/');
    const client = new Client({ connectionString: urls.tongma_residents });
    await client.connect();
    await client.query(
      `begin; set local app.regions = '000000'; set local app.residents = '*'; set local app.subject = 'publisher'`,
    );
    await client.query('update residents.account set disabled_at = now() where subject = $1', [
      fourth,
    ]);
    await client.query('commit');
    await client.end();
    expect((await signIn(fourth, '/my/')).led).toBe('/my/?sign-in=refused');
  });

  it('are what an official made them, wherever they sign in', async () => {
    const browser = new HttpBrowser();
    expect(await browser.signIn(origin, 'desk-330000', '/my/')).toBe('/my/');
    expect(await viewerOf(browser, origin)).toMatchObject({ role: 'DESK' });
  });

  it('are refused when it is switched off again, but for those who are residents', async () => {
    await serve({ OIDC_RESIDENTS: 'off' });
    expect((await signIn(fifth, '/my/')).led).toBe('/my/?sign-in=refused');
    expect((await signIn(first, '/my/')).led).toBe('/my/');
  });
});
