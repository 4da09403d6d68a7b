import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

/** Where people sign in, and as which client the gateway asks there. */
export interface RelyingPartySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `https://host/sign-in/callback`, as registered at the provider. */
  readonly redirectUri: string;
}

/** Signing in by OpenID Connect: authorization code with PKCE, state and nonce. */
export interface RelyingParty {
  /** Where the browser goes, and what it must bring back in a cookie. */
  begin(to: string): Promise<{ readonly url: string; readonly cookie: string }>;
  /**
   * The account that has signed in, and where it wanted to go.
   * @throws {DomainError} UNAUTHENTICATED for an answer that was not asked for, or too late
   */
  finish(url: URL, cookie: string): Promise<{ readonly subject: string; readonly to: string }>;
}

/** How long a sign-in may take. */
export const SIGN_IN_S = 600;

const begun = z.object({
  ...{ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() },
});

/** Every gateway opens what another sealed: the key follows from the client secret they share. */
function cookieKey(clientSecret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', clientSecret, '', 'tongma sign-in cookie', 32));
}

/** The gateway as a client of an OpenID provider; the provider is asked for its metadata once. */
export function relyingParty(settings: RelyingPartySettings): RelyingParty {
  const { issuer, clientId, clientSecret, redirectUri } = settings;
  const key = cookieKey(clientSecret);
  const server = new URL(issuer);
  const local = server.protocol === 'http:';
  let discovered: Promise<client.Configuration> | undefined;

  function configuration(): Promise<client.Configuration> {
    discovered ??= client
      .discovery(server, clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: 5,
        // Plain HTTP is for loopback only; config.ts refuses it elsewhere.
        ...(local && { execute: [client.allowInsecureRequests] }),
      })
      .catch((cause: unknown) => {
        discovered = undefined;
        throw new DomainError('UPSTREAM_TIMEOUT', 'The sign-in provider does not answer.', {
          cause,
        });
      });
    return discovered;
  }

  return {
    async begin(to) {
      const config = await configuration();
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // On a shared desk the next person must not slip in as the one before.
        prompt: 'login',
        state,
        nonce,
      });
      const cookie = await new EncryptJWT({ state, nonce, verifier, to })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt()
        .setExpirationTime(`${SIGN_IN_S}s`)
        .encrypt(key);
      return { url: url.href, cookie };
    },

    async finish(url, cookie) {
      const config = await configuration();
      try {
        const { payload } = await jwtDecrypt(cookie, key);
        const { state, nonce, verifier, to } = begun.parse(payload);
        const tokens = await client.authorizationCodeGrant(config, url, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub;
        if (!subject) throw new Error('The ID token names nobody.');
        return { subject, to };
      } catch (cause) {
        throw new DomainError('UNAUTHENTICATED', 'This sign-in was not begun here, or is over.', {
          cause,
        });
      }
    },
  };
}
