import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import { demoFile, type DemoFile } from './all-in-one/demo-file.ts';
import { gatewayElsewhere, type GatewayAddresses } from './gateway-elsewhere.ts';
import { StartError } from './start-error.ts';

/** What a partner needs to sign in and ask. */
export interface PartnerAccess extends GatewayAddresses {
  readonly clientId: string;
  /** PKCS #8, PEM, ES256. */
  readonly privateKey: string;
}

const own = z.object({
  TONGMA_CLIENT_ID: z.string().optional(),
  TONGMA_KEY_FILE: z.string().optional(),
});

async function read(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new StartError(`${what} cannot be read: ${path}`, { cause });
  }
}

async function demoOf(dataFolder: string): Promise<DemoFile> {
  const path = join(dataFolder, 'demo.json');
  const demo = demoFile.safeParse(JSON.parse(await read(path, 'The facts of a running Tongma')));
  if (!demo.success) throw new StartError(`${path} is not a demo.json of this version.`);
  return demo.data;
}

/**
 * Access as the environment says (TONGMA_CLIENT_ID, TONGMA_KEY_FILE), else as the demo partner of
 * a data folder. Addresses come from its demo.json, unless TONGMA_GATEWAY_URL names another gateway.
 */
export async function partnerAccess(
  env: NodeJS.ProcessEnv,
  dataFolder: string,
): Promise<PartnerAccess> {
  const { TONGMA_CLIENT_ID: clientId, TONGMA_KEY_FILE: keyFile } = readConfig(own, env);
  if ((clientId === undefined) !== (keyFile === undefined)) {
    throw new StartError('TONGMA_CLIENT_ID and TONGMA_KEY_FILE go together.');
  }
  const elsewhere = await gatewayElsewhere(env);
  if (elsewhere && clientId !== undefined && keyFile !== undefined) {
    return { ...elsewhere, clientId, privateKey: await read(keyFile, 'The key file') };
  }
  const { gatewayUrl, partner } = await demoOf(dataFolder);
  return {
    gatewayUrl,
    tokenUrl: partner.tokenUrl,
    audience: partner.audience,
    clientId: clientId ?? partner.clientId,
    privateKey: await read(keyFile ?? partner.privateKeyFile, 'The key file'),
  };
}

/** Gets an access token by `private_key_jwt` (RFC 7523). */
export async function accessToken(access: PartnerAccess): Promise<string> {
  const { clientId, audience, tokenUrl, privateKey } = access;
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(await importPKCS8(privateKey, 'ES256'));
  const response = await post(
    tokenUrl,
    { 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }).toString(),
  );
  return tokenIn(response);
}

function tokenIn(response: unknown): string {
  const token = z.object({ access_token: z.string() }).safeParse(response);
  if (!token.success) throw new StartError('The sign-in provider refused this client.');
  return token.data.access_token;
}

/** Gets an access token of an account of a running demo, by its secret. @throws {StartError} */
export async function accountToken(dataFolder: string, username: string): Promise<string> {
  const { accounts, partner } = await demoOf(dataFolder);
  const account = accounts.find((one) => one.username === username);
  if (!account) throw new StartError(`demo.json names no account ${username}.`);
  const basic = Buffer.from(`${username}:${account.password}`).toString('base64');
  const headers = {
    authorization: `Basic ${basic}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams({ grant_type: 'client_credentials' }).toString();
  return tokenIn(await post(partner.tokenUrl, headers, body));
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<unknown> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    return await response.json();
  } catch (cause) {
    throw new StartError(`Nothing answers at ${url}. Is Tongma running?`, { cause });
  }
}

const graphqlAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
    .optional(),
});

/** Asks the gateway one thing. @throws {StartError} with the code of the first error */
export async function askGateway(
  access: PartnerAccess,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await accessToken(access)}`,
  };
  const answer = await post(access.gatewayUrl, headers, JSON.stringify({ query, variables }));
  const { data, errors } = graphqlAnswer.parse(answer);
  const error = errors?.[0];
  if (error || !data) {
    throw new StartError(
      error ? `${error.extensions.code}: ${error.message}` : 'The gateway gave no answer.',
    );
  }
  return data;
}
