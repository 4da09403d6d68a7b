import type { FastifyInstance } from 'fastify';
import Provider, { errors, type ClientMetadata, type Configuration } from 'oidc-provider';
import { OpenIdMemory } from './openid-memory.ts';
import { CONSOLE_CLIENT, type ProviderClient, type ProviderSettings } from './openid-settings.ts';
import { mountSignInPage } from './sign-in-page.ts';

/** Path under which the provider stands. */
export const PROVIDER_PATH = '/oidc';

/** Where the provider stands and for whom its tokens are. */
export interface ProviderPlace {
  /** `http://127.0.0.1:PORT/oidc`. */
  readonly issuer: string;
  /** Audience of access tokens: the gateway's API. */
  readonly audience: string;
  /** Where a browser is sent after it has signed in. */
  readonly redirectUri: string;
}

function metadataOf({ clientId, secret, publicKey }: ProviderClient): ClientMetadata {
  return {
    client_id: clientId,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    ...(secret !== undefined && {
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_basic',
    }),
    ...(publicKey !== undefined && {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [publicKey] },
    }),
  };
}

/** The gateway as the client that people sign in through. */
function consoleMetadata(secret: string, redirectUri: string): ClientMetadata {
  return {
    client_id: CONSOLE_CLIENT,
    client_secret: secret,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [redirectUri],
  };
}

/** A scope that a client does not have is refused: left out, the token would stand for all it has. */
function refuseOthers(asked: unknown, scopes: readonly string[]): void {
  if (typeof asked !== 'string') return;
  const other = asked.split(' ').find((scope) => !scopes.includes(scope));
  if (other !== undefined) throw new errors.InvalidScope('scope is not granted', other);
}

function configuration(
  settings: ProviderSettings,
  { issuer, audience, redirectUri }: ProviderPlace,
): Configuration {
  const clients = new Map(settings.clients.map((client) => [client.clientId, client]));
  return {
    adapter: OpenIdMemory,
    clients: [
      ...settings.clients.map(metadataOf),
      consoleMetadata(settings.consoleSecret, redirectUri),
    ],
    jwks: { keys: [settings.signingKey] },
    cookies: { keys: settings.cookieKeys },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    ttl: {
      ClientCredentials: (_ctx, _token, client) =>
        clients.get(client.clientId)?.accessTokenSeconds ?? 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      IdToken: 600,
      AccessToken: 60,
    },
    // An account is known by its name alone; what it may do stands in Tongma.
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // The gateway is no third party: nothing is asked beside the password.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `${PROVIDER_PATH}/sign-in/${interaction.uid}` },
    // Pages of this very address may ask for tokens: GraphiQL does.
    clientBasedCORS: (_ctx, asking) => asking === new URL(issuer).origin,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx) => (ctx.oidc.client?.clientId === CONSOLE_CLIENT ? [] : audience),
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx, resource, client) => {
          if (resource !== audience && resource !== issuer) throw new errors.InvalidTarget();
          const scopes = clients.get(client.clientId)?.scopes ?? [];
          refuseOthers(ctx.oidc.params?.['scope'], scopes);
          return {
            scope: scopes.join(' '),
            audience,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
  };
}

/**
 * Puts the embedded OpenID provider on the gateway's own server: client credentials with access
 * tokens as JWTs (RFC 9068), and a page where people sign in (authorization code with PKCE). A
 * token that asks for no scope has none named in it: it stands for what the account is granted.
 */
export async function mountOpenIdProvider(
  app: FastifyInstance,
  settings: ProviderSettings,
  place: ProviderPlace,
): Promise<void> {
  const provider = new Provider(place.issuer, configuration(settings, place));
  const answer = provider.callback();
  await mountSignInPage(app, provider, settings);
  await app.register((scope, _options, done) => {
    // The provider reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, next) => {
      next(null);
    });
    scope.all(`${PROVIDER_PATH}/*`, (request, reply) => {
      reply.hijack();
      const { raw } = request;
      Object.assign(raw, { originalUrl: raw.url });
      raw.url = (raw.url ?? '').slice(PROVIDER_PATH.length);
      void answer(raw, reply.raw);
    });
    done();
  });
}
