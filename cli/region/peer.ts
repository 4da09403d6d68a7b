import { z } from 'zod';
import { askGateway, partnerAccess } from '../partner-client.ts';
import { StartError } from '../start-error.ts';
import type { Peer } from './rehearse-region.ts';

const QUERY = `query Rehearse($input: RecognizeCodeInput!) {
  recognizeCode(input: $input) { tokenStatus issuer { id } }
}`;

const answer = z.object({
  recognizeCode: z.object({
    tokenStatus: z.string(),
    issuer: z.object({ id: z.string() }).nullable(),
  }),
});

/** Another stack by its gateway, as a partner of it: of its demo.json, or TONGMA_CLIENT_ID. */
export async function gatewayPeer(
  env: NodeJS.ProcessEnv,
  dataFolder: string,
  region: string,
): Promise<Peer> {
  // The gateway is the one that --peer-data names.
  const access = await partnerAccess({ ...env, TONGMA_GATEWAY_URL: undefined }, dataFolder);
  return {
    async recognize(text) {
      const input = { text, region, purpose: 'ENTRY' };
      const read = answer.safeParse(await askGateway(access, QUERY, { input }));
      if (!read.success) throw new StartError('The other gateway gave no verdict.');
      const { tokenStatus, issuer } = read.data.recognizeCode;
      return { tokenStatus, issuer: issuer?.id ?? null };
    },
  };
}
