import { describe, expect, inject, it } from 'vitest';
import { HttpBrowser, viewerOf } from '../support/browser.ts';
import { send } from '../support/client.ts';
import { NEWCOMER_PASSWORD, NEWCOMERS } from '../support/newcomer.ts';
import { signedByProvider } from '../support/provider-tokens.ts';

// The second gateway makes residents of whoever signs in; browsers know both by the first one's address.
const { gateways, environments } = inject('tongma');
const [first = '', second = ''] = gateways;
const [one, other] = NEWCOMERS;

async function signIn(gateway: string, newcomer: string) {
  const browser = new HttpBrowser();
  const callback = await browser.signInUpToCallback(first, newcomer, '/my/', NEWCOMER_PASSWORD);
  const entered = await browser.go(`${gateway}${callback.pathname}${callback.search}`);
  return { browser, led: entered.headers.get('location') };
}

describe('somebody whom the provider knows and nobody here does', () => {
  it('is refused where residents are not entered, and a resident where they are', async () => {
    expect((await signIn(first, one)).led).toBe('/my/?sign-in=refused');
    const { browser, led } = await signIn(second, one);
    expect(led).toBe('/my/');
    expect(await viewerOf(browser, second, first)).toMatchObject({ status: 200, role: 'RESIDENT' });
    expect((await signIn(first, one)).led).toBe('/my/'); // entered for good
  });

  it('is nobody by a token, at either', async () => {
    const issuer = environments.gateway?.['OIDC_ISSUER'] ?? '';
    const claims = { iss: issuer, aud: `${first}/graphql`, sub: other };
    const token = await signedByProvider(inject('data'), claims);
    for (const gateway of [first, second]) {
      const { errors } = await send(`${gateway}/graphql`, token, '{ viewer { id } }');
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('stays who they are when they are an official', async () => {
    const browser = new HttpBrowser();
    const callback = await browser.signInUpToCallback(first, 'desk-330000');
    const entered = await browser.go(`${second}${callback.pathname}${callback.search}`);
    expect(entered.headers.get('location')).toBe('/console/');
    expect(await viewerOf(browser, second, first)).toMatchObject({ role: 'DESK' });
  });
});
