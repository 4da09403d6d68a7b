import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { spawn } from 'node:child_process';
import { SignJWT } from 'jose';
import { describe, expect, inject, it } from 'vitest';
import { httpClient } from '../../gateway/sources/http-client.ts';
import { signIdentity } from '../../subgraphs/kit/signed-identity.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { systemIdentity, type Identity } from '../../subgraphs/kit/identity.ts';
import { demo, send, tokenOf, tokenOfPartner, until } from './support/client.ts';
import { exitCode, ROOT } from './support/process.ts';
import { signedByProvider } from './support/provider-tokens.ts';

const RECOGNIZE = `query($inputs: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $inputs) { pass } }`;

async function refusal(token: string | null, query: string, variables: object = {}) {
  const { status, errors } = await send(demo().gatewayUrl, token, query, variables);
  return { status, ...errors?.[0]?.extensions };
}

function presented(region: string, purpose = 'ENTRY') {
  return { text: 'HCN1:ABC', region, purpose };
}

/** A token as the provider would sign it, with some claims changed. */
function forged(claims: object): Promise<string> {
  const { partner, gatewayUrl } = demo();
  const usual = { iss: partner.audience, aud: gatewayUrl, sub: 'demo-partner' };
  return signedByProvider(inject('data'), { ...usual, ...claims });
}

describe('the gateway refuses', () => {
  it('nobody in particular: UNAUTHENTICATED, and a cookie does not help', async () => {
    expect(await refusal(null, '{ regions { id } }')).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
    const response = await fetch(demo().gatewayUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'session=1' },
      body: '{"query":"{ regions { id } }"}',
    });
    expect(response.status).toBe(401);
  });

  it('a token that is taken when nothing is changed in it', async () => {
    const { status, data } = await send(demo().gatewayUrl, await forged({}), '{ regions { id } }');
    expect({ status, regions: data.regions.length }).toEqual({ status: 200, regions: 5 });
  });

  it.each([
    ['an expired token', { exp: Math.floor(Date.now() / 1_000) - 60 }, 'TOKEN_EXPIRED'],
    ['a token for another audience', { aud: 'http://127.0.0.1/other' }, 'UNAUTHENTICATED'],
    ['a token of another issuer', { iss: 'http://127.0.0.1/other' }, 'UNAUTHENTICATED'],
    ['a token from the future', { nbf: Math.floor(Date.now() / 1_000) + 600 }, 'UNAUTHENTICATED'],
  ])('%s', async (_title, claims, code) => {
    expect(await refusal(await forged(claims), '{ regions { id } }')).toMatchObject({
      status: 401,
      code,
    });
  });

  it('a token signed by somebody else', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const token = await new SignJWT({ sub: 'demo-partner' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(demo().partner.audience)
      .setAudience(demo().gatewayUrl)
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await refusal(token, '{ regions { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('an account it does not know: FORBIDDEN', async () => {
    expect(await refusal(await forged({ sub: 'stranger' }), '{ regions { id } }')).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('a missing scope, also one behind a fragment and one deep in the graph', async () => {
    const laboratory = await tokenOf('laboratory-330000');
    const desk = await tokenOf('desk-330000');
    const partner = await tokenOfPartner();
    const inputs = [presented('510000')];
    expect(await refusal(laboratory, RECOGNIZE, { inputs })).toMatchObject({
      code: 'SCOPE_MISSING',
      retryable: false,
    });
    const deep =
      'query($id: ID!) { healthCode(id: $id) { resident { ...R } } } fragment R on Resident { recentStays { division } }';
    expect(await refusal(desk, deep, { id: '330000-X' })).toMatchObject({
      code: 'SCOPE_MISSING',
    });
    expect(await refusal(partner, '{ declarations { nodes { id } } }')).toMatchObject({
      code: 'SCOPE_MISSING',
    });
    const narrowed = await forged({ scope: 'health:read' });
    expect(await refusal(narrowed, RECOGNIZE, { inputs })).toMatchObject({ code: 'SCOPE_MISSING' });
  });

  it('a call as a whole for a region, a purpose or a number that is not allowed, with the indexes', async () => {
    const verifier = await tokenOfPartner();
    const desk = await tokenOf('case-officer-510000');
    const good = presented('510000');
    expect(
      await refusal(verifier, RECOGNIZE, { inputs: [good, presented('999999')] }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', indexes: [1] });
    expect(await refusal(desk, RECOGNIZE, { inputs: [good, presented('330000')] })).toMatchObject({
      code: 'REGION_OUT_OF_SCOPE',
      indexes: [1],
    });
    expect(
      await refusal(desk, RECOGNIZE, { inputs: [presented('510000', 'CARE'), good] }),
    ).toMatchObject({ code: 'PURPOSE_NOT_ALLOWED', indexes: [0] });
    expect(
      await refusal(verifier, RECOGNIZE, { inputs: [presented('510000', 'POLICE')] }),
    ).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refusal(verifier, RECOGNIZE, { inputs: [] })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const many = Array.from({ length: 1_001 }, () => good);
    expect(await refusal(verifier, RECOGNIZE, { inputs: many })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('GET, two mutations, deep documents, many aliases, unknown fields without hints', async () => {
    const token = await tokenOf('desk-330000');
    expect((await fetch(`${demo().gatewayUrl}?query={regions{id}}`)).status).toBe(405);
    const issue = (alias: string) => `${alias}: issueCode(input: {residentId: "x"}) { text }`;
    expect(await refusal(token, `mutation { ${issue('a')} ${issue('b')} }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const nested = 'code { resident { '.repeat(6) + 'id' + ' } }'.repeat(6);
    expect(await refusal(token, `{ resident(id: "x") { ${nested} } }`)).toMatchObject({
      code: 'DEPTH_LIMIT',
    });
    const aliases = Array.from({ length: 21 }, (_, index) => `a${index}: regions { id }`).join(' ');
    expect(await refusal(token, `{ ${aliases} }`)).toMatchObject({ code: 'COST_LIMIT' });
    const { errors } = await send(demo().gatewayUrl, token, '{ region { id } }');
    expect(errors?.[0]?.message).not.toMatch(/Did you mean/);
  });

  it('to show the field that is for the gateway alone', async () => {
    const token = await forged({});
    expect(await refusal(token, '{ grants { kind } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('another region: officials see and change nothing there', async () => {
    const token = await tokenOf('reviewer-330100');
    const facts = demo();
    const other = await send(
      facts.gatewayUrl,
      await tokenOf('reviewer-510000'),
      '{ registrations(state: REGISTERED, first: 1) { nodes { id region } } }',
    );
    const { id } = other.data.registrations.nodes[0];
    const read = 'query($id: ID!) { resident(id: $id) { id maskedName } }';
    expect((await send(facts.gatewayUrl, token, read, { id })).data).toEqual({ resident: null });
    const review =
      'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { id } }';
    const input = { residentId: id, decision: 'REJECT', reason: 'not mine to see' };
    expect(await refusal(token, review, { input })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a subgraph on its own', () => {
  it('refuses everybody but its gateway, and checks scopes itself', async () => {
    const { urls, keys } = inject('tongma');
    const identitySigner = pemSigner(keys.identityKey, 'EdDSA');
    const child = spawn(process.execPath, ['dist/subgraphs/residents/main.js'], {
      cwd: ROOT,
      env: {
        ...{ PATH: process.env['PATH'], RESIDENTS_DATABASE_URL: urls.tongma_residents },
        ...{ FIELD_KEY: keys.fieldKey, INDEX_KEY: keys.indexKey, RESIDENTS_PORT: '45127' },
        IDENTITY_PUBLIC_KEY: String(
          createPublicKey(keys.identityKey).export({ type: 'spki', format: 'pem' }),
        ),
      },
      stdio: 'ignore',
    });
    try {
      const origin = 'http://127.0.0.1:45127';
      const ready = () =>
        fetch(`${origin}/health`).then(
          ({ ok }) => ok,
          () => false,
        );
      await until(ready, (ok) => ok, 20_000);

      async function call(headers: object, query: string) {
        const response = await fetch(`${origin}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query }),
        });
        const body = (await response.json()) as {
          errors?: { extensions: { code: string } }[];
          data?: unknown;
        };
        return {
          status: response.status,
          code: body.errors?.[0]?.extensions.code,
          data: body.data,
        };
      }
      const signed = async (identity: Identity, audience: string) => ({
        'x-tongma-identity': await signIdentity(identity, audience, identitySigner),
      });
      const reader: Identity = {
        ...systemIdentity('reviewer-330000', '330000'),
        kind: 'OFFICIAL',
        scopes: ['resident:read'],
      };
      const query = '{ division(code: "330100") { name } }';
      const people = '{ resident(id: "x") { id } }';
      const entities =
        '{ _entities(representations: [{__typename: "Resident", id: "x"}]) { __typename } }';

      expect(await call({}, query)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      expect(await call({}, entities)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      const claimed = {
        ...{ 'x-forwarded-user': 'reviewer-330000', 'x-user-id': 'reviewer-330000' },
        ...{ 'x-forwarded-for': '127.0.0.1', 'x-tongma-identity': 'e30.e30.e30' },
      };
      expect(await call(claimed, query)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      const bearer = { authorization: `Bearer ${await tokenOf('reviewer-330000')}` };
      expect(await call(bearer, query)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      expect(await call(await signed(reader, 'codes'), query)).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
      });
      const pair = generateKeyPairSync('ed25519').privateKey;
      const other = pemSigner(String(pair.export({ type: 'pkcs8', format: 'pem' })), 'EdDSA');
      const foreign = { 'x-tongma-identity': await signIdentity(reader, 'residents', other) };
      expect(await call(foreign, query)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      expect(await call(await signed(reader, 'residents'), query)).toMatchObject({
        status: 200,
        data: { division: { name: '杭州市' } },
      });
      const scopeless = await signed({ ...reader, scopes: [] }, 'residents');
      expect(await call(scopeless, people)).toMatchObject({ code: 'SCOPE_MISSING' });
      expect(await call(await signed(reader, 'residents'), people)).toMatchObject({
        code: 'PURPOSE_NOT_ALLOWED',
      });

      // The gateway's own way of asking over HTTP, while it is there and when it is gone.
      const client = httpClient({ name: 'residents', origin, identitySigner });
      const operation = { query, requestId: 'story' };
      expect(await client.execute(operation, reader)).toEqual({
        data: { division: { name: '杭州市' } },
      });
      const closed = { ...operation, query: people };
      expect((await client.execute(closed, { ...reader, scopes: [] })).errors).toMatchObject([
        { extensions: { code: 'SCOPE_MISSING', requestId: 'story' } },
      ]);
      const page = 'query($n: Int) { divisions(first: $n) { nodes { name } } }';
      const ofNull = { ...operation, query: page, variables: { n: null } };
      expect((await client.execute(ofNull, reader)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', retryable: false, fields: ['first'] } },
      ]);
      child.kill('SIGTERM');
      await exitCode(child);
      await expect(client.execute(operation, reader)).rejects.toMatchObject({
        code: 'UPSTREAM_TIMEOUT',
        message: expect.not.stringContaining('127.0.0.1'),
      });
      await client.close();
    } finally {
      child.kill('SIGTERM');
    }
  });
});
