import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { providerSettings } from '../../../cli/embedded/openid-settings.ts';

/** Access token with any claims, signed by the key of the provider of a data folder. */
export async function signedByProvider(data: string, claims: object): Promise<string> {
  const file = readFileSync(join(data, 'sign-in-provider.json'), 'utf8');
  const { signingKey } = providerSettings.parse(JSON.parse(file));
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ iat: now, exp: now + 600, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid })
    .sign(await importJWK(signingKey as never, 'ES256'));
}
