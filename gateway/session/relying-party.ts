import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { OpenIdProvider } from '../auth/openid-provider.ts';

/** Who has signed in, and where it wanted to go. */
export interface SignedIn {
  /** Account at the provider. */
  readonly subject: string;
  /** Path of this host. */
  readonly to: string;
}

/** Signing in by OpenID Connect: authorization code with PKCE, state and nonce. */
export interface RelyingParty {
  /** Where the browser goes, and what it must bring back in a cookie. */
  begin(to: string): Promise<{ readonly url: string; readonly cookie: string }>;
  /**
   * The account that has signed in, and where it wanted to go.
   * @throws {DomainError} UNAUTHENTICATED for an answer that was not asked for, or too late
   */
  finish(url: URL, cookie: string): Promise<SignedIn>;
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

/** The gateway as a client; `redirectUri` is `https://host/sign-in/callback`, as registered there. */
export function relyingParty(provider: OpenIdProvider, redirectUri: string): RelyingParty {
  const { clientSecret, configuration } = provider;
  const key = cookieKey(clientSecret);

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
