import { describe, expect, inject, it } from 'vitest';
import { consoleHeaders, HttpBrowser, viewerOf } from '../support/browser.ts';
import { ask, send, tokenOf } from '../support/client.ts';

const [first = '', second = ''] = inject('tongma').gateways;

describe('two gateways of one Tongma', () => {
  it('know the same sessions, whichever of them began and ends one', async () => {
    const browser = new HttpBrowser();
    await browser.signIn(first, 'reviewer-330000');
    expect(await viewerOf(browser, first)).toMatchObject({ status: 200, role: 'REVIEWER' });
    // Browsers know one address, whichever gateway stands behind it.
    expect(await viewerOf(browser, second, first)).toMatchObject({ status: 200, role: 'REVIEWER' });
    expect(await viewerOf(browser, second, second)).toMatchObject({ code: 'FORBIDDEN' });

    const key = browser.cookies.get('__Host-tongma') ?? '';
    const out = await browser.go(`${second}/sign-out`, {
      ...{ method: 'POST', headers: consoleHeaders(first), body: '{}' },
    });
    expect(out.status).toBe(204);
    browser.cookies.set('__Host-tongma', key);
    expect(await viewerOf(browser, first)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('finish what the other began', async () => {
    const browser = new HttpBrowser();
    const { pathname, search } = await browser.signInUpToCallback(second, 'desk-330000');
    const entered = await browser.go(`${first}${pathname}${search}`);
    expect(entered.headers.get('location')).toBe('/console/');
    expect(await viewerOf(browser, second, first)).toMatchObject({ role: 'DESK' });
  });

  it('give the same answer to the same token, by every subgraph', async () => {
    const query = `query($id: ID!) { resident(id: $id) {
      id division { name } latestTest { result } recentStays(days: 14) { division } code { state } } }`;
    const list = '{ registrations(state: REGISTERED, first: 1) { nodes { id } } }';
    const { id } = (await ask('reviewer-330000', list)).registrations.nodes[0];
    const token = await tokenOf('case-officer-330000');
    const [one, other] = await Promise.all(
      [first, second].map((gateway) => send(`${gateway}/graphql`, token, query, { id })),
    );
    expect(one?.errors).toBeUndefined();
    expect(one?.data.resident.code.state).toMatch(/^[A-Z_]+$/);
    expect(other?.data).toEqual(one?.data);
  });

  it('see at once what was changed through the other', async () => {
    const list = '{ registrations(state: RECEIVED, first: 1) { nodes { id } } }';
    const review =
      'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { state } }';
    const region = '330000';
    const token = await tokenOf(`reviewer-${region}`);
    const waiting = await send(`${first}/graphql`, token, list);
    const { id } = waiting.data.registrations.nodes[0];
    const input = { residentId: id, decision: 'APPROVE' };
    const done = await send(`${second}/graphql`, token, review, { input });
    expect(done.data).toEqual({ reviewRegistration: { state: 'REGISTERED' } });
    const again = await send(`${first}/graphql`, token, review, { input });
    expect(again.errors?.[0]?.extensions['code']).toBe('ILLEGAL_TRANSITION');
  });
});
