import { z } from 'zod';
import { isLoopback } from '../subgraphs/kit/config-fields.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import { refuseHalf } from './external-database.ts';
import { StartError } from './start-error.ts';

const TIMEOUT_S = 5;

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const safeUrl = z.string().refine(isSafe, 'needs an https:// URL').optional();
const settings = z.object({ TONGMA_GATEWAY_URL: safeUrl, OIDC_ISSUER: safeUrl });
const TOGETHER = ['OIDC_ISSUER', 'TONGMA_CLIENT_ID', 'TONGMA_KEY_FILE'];

/** Addresses of a gateway and of the provider before it, as a partner's client needs them. */
export interface GatewayAddresses {
  readonly gatewayUrl: string;
  readonly tokenUrl: string;
  /** Audience of the client assertion. */
  readonly audience: string;
}

/**
 * The gateway that TONGMA_GATEWAY_URL names, its token endpoint by the discovery document of
 * OIDC_ISSUER; null when it names none.
 * @throws {StartError} when something that it takes is missing, or the provider does not answer
 */
export async function gatewayElsewhere(env: NodeJS.ProcessEnv): Promise<GatewayAddresses | null> {
  const { TONGMA_GATEWAY_URL: gatewayUrl, OIDC_ISSUER: audience } = readConfig(settings, env);
  if (gatewayUrl === undefined) return null;
  refuseHalf(env, ['TONGMA_GATEWAY_URL'], TOGETHER);
  if (audience === undefined) return null;
  const { allowInsecureRequests, discovery } = await import('openid-client');
  const server = new URL(audience);
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  const found = await discovery(server, 'partner', undefined, undefined, {
    ...{ execute, timeout: TIMEOUT_S },
  }).catch((cause: unknown) => {
    throw new StartError(`The sign-in provider ${audience} cannot be found.`, { cause });
  });
  const { token_endpoint: tokenUrl } = found.serverMetadata();
  if (tokenUrl === undefined) throw new StartError(`${audience} names no token endpoint.`);
  return { gatewayUrl, tokenUrl, audience };
}
