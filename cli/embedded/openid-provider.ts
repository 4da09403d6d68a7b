import type { FastifyInstance } from 'fastify';
import Provider, { errors, type ClientMetadata, type Configuration } from 'oidc-provider';
import { OpenIdMemory } from './openid-memory.ts';
import type { ProviderClient, ProviderSettings } from './openid-settings.ts';

/** Path under which the provider stands. */
export const PROVIDER_PATH = '/oidc';

/** Where the provider stands and for whom its tokens are. */
export interface ProviderPlace {
  /** `http://127.0.0.1:PORT/oidc`. */
  readonly issuer: string;
  /** Audience of access tokens: the gateway's API. */
  readonly audience: string;
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

/** A scope that a client does not have is refused: left out, the token would stand for all it has. */
function refuseOthers(asked: unknown, scopes: readonly string[]): void {
  if (typeof asked !== 'string') return;
  const other = asked.split(' ').find((scope) => !scopes.includes(scope));
  if (other !== undefined) throw new errors.InvalidScope('scope is not granted', other);
}

function configuration(
  settings: ProviderSettings,
  { issuer, audience }: ProviderPlace,
): Configuration {
  const clients = new Map(settings.clients.map((client) => [client.clientId, client]));
  return {
    adapter: OpenIdMemory,
    clients: settings.clients.map(metadataOf),
    jwks: { keys: [settings.signingKey] },
    cookies: { keys: settings.cookieKeys },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256'] },
    ttl: {
      ClientCredentials: (_ctx, _token, client) =>
        clients.get(client.clientId)?.accessTokenSeconds ?? 600,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
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
 * Puts the embedded OpenID provider on the gateway's own server: client credentials, access
 * tokens as JWTs (RFC 9068). A token that asks for no scope has none named in it: it stands for
 * what the account is granted.
 */
export async function mountOpenIdProvider(
  app: FastifyInstance,
  settings: ProviderSettings,
  place: ProviderPlace,
): Promise<void> {
  const provider = new Provider(place.issuer, configuration(settings, place));
  const answer = provider.callback();
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
