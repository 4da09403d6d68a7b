import type { Identity } from '../../../subgraphs/kit/identity.ts';
import { signIdentity } from '../../../subgraphs/kit/signed-identity.ts';
import { pemSigner } from '../../../subgraphs/kit/signing/sealed-signer.ts';

/** Subgraphs answer only with an identity: that of the partner of the demo, unless another is given. */
const PARTNER: Identity = {
  kind: 'PARTNER',
  subject: 'demo-partner',
  scopes: ['code:verify'],
  grants: ['000000'],
  regions: ['000000', '330000', '330100', '510000', '510100'],
  residents: [],
  purposes: ['ENTRY', 'TRANSPORT', 'WORK', 'CARE'],
  agency: 'demo-railway',
};
const SUBGRAPHS = ['residents', 'health-records', 'travel-history', 'codes'] as const;
const RENEW_MS = 25_000;

/**
 * Signed identities, made before anybody asks and renewed in time, so that a request costs a
 * baseline nothing for them. Environment: IDENTITY_KEY, PEM; IDENTITY, JSON.
 * @returns the header of a subgraph
 */
export async function identityHeaders(): Promise<(subgraph: string) => string> {
  const key = pemSigner(process.env['IDENTITY_KEY'] ?? '', 'EdDSA');
  const given = process.env['IDENTITY'];
  const identity = given === undefined ? PARTNER : (JSON.parse(given) as Identity);
  const signed = new Map<string, string>();
  const renew = async () => {
    for (const name of SUBGRAPHS) signed.set(name, await signIdentity(identity, name, key));
  };
  await renew();
  setInterval(() => void renew(), RENEW_MS).unref();
  return (subgraph) => signed.get(subgraph) ?? '';
}
