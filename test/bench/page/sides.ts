import { grantsFrom } from '../../../gateway/auth/grants.ts';
import { PURPOSE_HEADER } from '../../../gateway/auth/request-identity.ts';
import { httpClient } from '../../../gateway/sources/http-client.ts';
import { pemSigner } from '../../../subgraphs/kit/signing/sealed-signer.ts';
import { signedByProvider } from '../../system/support/provider-tokens.ts';
import type { Baselines, Side } from '../recognize/baselines.ts';
import {
  placedSupergraph,
  placing,
  startGateway,
  startSubgraphs,
  type Placed,
} from '../recognize/placed.ts';
import type { BenchTongma } from '../recognize/tongma.ts';

/** Region whose people are shown, to one of its reviewers. */
export const REGION = '330000';
const OFFICIAL = `reviewer-${REGION}`;
const PURPOSE = 'REVIEW';

/** So many clients of the official that none spends in a run what it may in a minute. */
const CLIENTS = 16;

/** Tokens of the official's clients. */
async function clientsOf(tongma: BenchTongma) {
  const { gatewayUrl, data } = tongma;
  const issuer = `${new URL(gatewayUrl).origin}/oidc`;
  const claims = { iss: issuer, aud: gatewayUrl, sub: OFFICIAL };
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, at) => {
      const token = await signedByProvider(data, { ...claims, client_id: `bench-${at}` });
      return { authorization: `Bearer ${token}` };
    }),
  );
}

/** The official as the subgraphs know them; the stock gateway asks in their name. */
async function officialOf(tongma: BenchTongma, residents: Placed) {
  const identitySigner = pemSigner(tongma.secrets.identityKey, 'EdDSA');
  const client = httpClient({ name: 'residents', origin: residents.origin, identitySigner });
  try {
    return { ...(await grantsFrom(client)(OFFICIAL, 'bench')), purpose: PURPOSE };
  } finally {
    await client.close();
  }
}

/**
 * Tongma all in one and, over the same subgraphs as processes of their own, its gateway as a process
 * and the stock one. `folder` is for files of this run.
 */
export async function startSides(
  tongma: BenchTongma,
  cpus: string | null,
  folder: string,
): Promise<Baselines> {
  const placed = placing(cpus);
  const { start, stop } = placed;
  try {
    const subgraphs = await startSubgraphs(placed, tongma);
    const residents = subgraphs.find(({ name }) => name === 'residents');
    if (!residents) throw new Error('There is no residents subgraph.');
    const http = await startGateway(placed, tongma, subgraphs, folder);
    const { origin, pathname } = new URL(tongma.gatewayUrl);
    const apollo = await start('apollo', 'test/bench/baseline/apollo.ts', {
      SUPERGRAPH: placedSupergraph(folder, subgraphs),
      IDENTITY_KEY: tongma.secrets.identityKey,
      IDENTITY: JSON.stringify(await officialOf(tongma, residents)),
      APOLLO_TELEMETRY_DISABLED: '1',
    });
    const behind = subgraphs.map(({ pid }) => pid);
    const ours = { headers: { [PURPOSE_HEADER]: PURPOSE }, clients: await clientsOf(tongma) };
    const local: Side = { ...ours, name: 'local', origin, path: pathname, servers: [tongma.pid] };
    return {
      sides: [
        local,
        {
          ...{ ...ours, name: 'http', origin: http.origin, path: pathname },
          servers: [http.pid, ...behind],
        },
        {
          ...{ name: 'apollo', origin: apollo.origin, path: '/', headers: {} },
          servers: [apollo.pid, ...behind],
        },
      ],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
