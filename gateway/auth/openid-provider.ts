import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

/** Where people and partners sign in, and as which client the gateway asks there. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An OpenID provider as the gateway knows it; its metadata is asked for when first needed. */
export interface OpenIdProvider extends ProviderSettings {
  /** @throws {DomainError} UPSTREAM_TIMEOUT while the provider does not answer; asked again then */
  configuration(): Promise<client.Configuration>;
  /**
   * Keys that access tokens are verified with, as the provider publishes them.
   * @throws {DomainError} UPSTREAM_TIMEOUT
   */
  readonly keys: JWTVerifyGetKey;
}

const TIMEOUT_S = 5;

function notAnswering(cause: unknown): DomainError {
  return new DomainError('UPSTREAM_TIMEOUT', 'The sign-in provider does not answer.', { cause });
}

/** What a token is to blame for; anything else is the provider's. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

/** Reaches an OpenID provider by its discovery document. It may be down when the gateway starts. */
export function openIdProvider(settings: ProviderSettings): OpenIdProvider {
  const { issuer, clientId, clientSecret } = settings;
  const server = new URL(issuer);
  let discovered: Promise<client.Configuration> | undefined;
  let published: JWTVerifyGetKey | undefined;

  function configuration(): Promise<client.Configuration> {
    discovered ??= client
      .discovery(server, clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: TIMEOUT_S,
        execute: [
          client.enableNonRepudiationChecks, // the ID token's signature too, not TLS alone
          // Plain HTTP is for loopback only; config.ts refuses it elsewhere.
          ...(server.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((cause: unknown) => {
        discovered = undefined;
        throw notAnswering(cause);
      });
    return discovered;
  }

  return {
    ...settings,
    configuration,
    async keys(header, token) {
      const { jwks_uri: uri } = (await configuration()).serverMetadata();
      if (uri === undefined) throw notAnswering(new Error('The provider publishes no keys.'));
      published ??= createRemoteJWKSet(new URL(uri), { timeoutDuration: TIMEOUT_S * 1_000 });
      try {
        return await published(header, token);
      } catch (error) {
        throw isOfToken(error) ? error : notAnswering(error);
      }
    },
  };
}
