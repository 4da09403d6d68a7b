import { generateKeyPairSync, sign } from 'node:crypto';
import { pemSigner } from '../../kit/signing/sealed-signer.ts';
import { decodeBase45 } from '../domain/token/base45.ts';
import { TOKEN_PREFIX } from '../domain/token/issue-token.ts';
import { encodePresentation, toBePresented } from '../domain/token/presentation.ts';
import type { TokenClaims } from '../domain/token/claims.ts';
import type { KeyUse, Signer, TrustedKey } from '../domain/token/keys.ts';
import { trustIndex, type TrustIndex, type TrustList } from '../domain/trust/trust-list.ts';

/** The instant at which tests look. */
export const NOW = new Date('2022-11-24T02:42:00Z');
/** The region that issues in tests. */
export const ISSUER = '330000';

/** An instant some seconds after {@link NOW}, or before it. */
export function after(seconds: number, of = NOW): Date {
  return new Date(of.getTime() + seconds * 1_000);
}

/** A signer with a key made just now. */
export function aSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return pemSigner(String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 'ES256');
}

/** The entry of a signer in a trust list: of {@link ISSUER}, for dynamic codes, in its 6 months. */
export function aKey(
  { kid, spki }: { readonly kid: string; readonly spki: Uint8Array },
  given: Partial<TrustedKey> = {},
): TrustedKey {
  return {
    ...{
      kid,
      spki: Uint8Array.from(spki),
      alg: 'ES256',
      use: 'dynamic' satisfies KeyUse,
      region: ISSUER,
    },
    ...{ notBefore: after(-90 * 86_400), notAfter: after(90 * 86_400), state: 'ACTIVE' },
    ...given,
  };
}

/** A trust list of some keys, one day old. */
export function aTrustList(keys: readonly TrustedKey[], given: Partial<TrustList> = {}): TrustList {
  const regions = [...Map.groupBy(keys, ({ region }) => region)].map(([region, own]) => ({
    ...{ region, state: 'ACTIVE' as const, keys: own },
  }));
  return {
    ...{ version: 7, environment: 'production', issuedAt: after(-86_400) },
    ...{ expiresAt: after(6 * 86_400), regions },
    ...given,
  };
}

/** The look-ups of {@link aTrustList}. */
export function aTrust(keys: readonly TrustedKey[], given: Partial<TrustList> = {}): TrustIndex {
  return trustIndex(aTrustList(keys, given));
}

/** Claims of a dynamic code issued an hour ago. */
export function someClaims(given: Partial<TokenClaims> = {}): TokenClaims {
  return {
    ...{ issuer: ISSUER, issuedAt: after(-3_600), expiresAt: after(23 * 3_600) },
    ...{ cti: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), kind: 'DYNAMIC', color: 'GREEN' },
    ...{ statusIndex: 654_321, heldByProxy: false, maskedName: '张*', birthMonthDay: '0412' },
    ...{ policyId: '9', holderKey: null },
    ...given,
  };
}

/** A holder with a key made just now, who presents tokens. */
export function aHolder() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    /** 32 bytes. */
    key: Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')),
    /** Text of a token's presentation at some step. */
    present(text: string, step: number): string {
      const token = decodeBase45(text.slice(TOKEN_PREFIX.length)) ?? new Uint8Array();
      const signature = sign(null, toBePresented({ token, step }), privateKey);
      return encodePresentation({ token, step, signature });
    },
  };
}
