import { grantsFrom } from '../../../gateway/auth/grants.ts';
import { PURPOSE_HEADER } from '../../../gateway/auth/request-identity.ts';
import { httpClient } from '../../../gateway/sources/http-client.ts';
import { signIdentity } from '../../../subgraphs/kit/signed-identity.ts';
import { pemSigner } from '../../../subgraphs/kit/signing/sealed-signer.ts';
import { purposesOf } from '../../../subgraphs/residents/domain/roles.ts';
import { PERSONAS, roleOf } from '../../access/decisions.ts';
import type { Attacker, AttackedRegion } from '../../system/support/attacker.ts';
import { signedByProvider } from '../../system/support/provider-tokens.ts';
import { identityHeaderFor } from '../baseline/asked-identity.ts';
import type { Placed } from '../recognize/placed.ts';
import type { BenchTongma } from '../recognize/tongma.ts';

/** Headers with which one official asks, at Tongma's gateway and at one that needs no token. */
export interface Asking {
  tongma(by: Attacker): Promise<Record<string, string>>;
  hive(by: Attacker): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** The demo's officials of a region, one a role. */
export function officialsOf({ demo }: BenchTongma, region: AttackedRegion): Attacker[] {
  return PERSONAS.flatMap((persona) => {
    const subject = `${persona.toLowerCase().replaceAll('_', '-')}-${region}`;
    const known = demo.accounts.some(({ username }) => username === subject);
    const purpose = purposesOf(roleOf(persona))[0] ?? null;
    return known ? [{ persona, region, subject, purpose }] : [];
  });
}

/** Officials ask at Tongma by their token; whatever stands elsewhere asks in their name. */
export function askingOf(tongma: BenchTongma, subgraphs: readonly Placed[]): Asking {
  const { gatewayUrl, data, secrets } = tongma;
  const signer = pemSigner(secrets.identityKey, 'EdDSA');
  const residents = subgraphs.find(({ name }) => name === 'residents');
  if (!residents) throw new Error('There is no residents subgraph.');
  const { origin } = residents;
  const client = httpClient({ name: 'residents', origin, identitySigner: signer });
  const grantsOf = grantsFrom(client);
  const issuer = `${new URL(gatewayUrl).origin}/oidc`;
  return {
    async tongma({ subject, purpose }) {
      const token = await signedByProvider(data, { iss: issuer, aud: gatewayUrl, sub: subject });
      const authorization = `Bearer ${token}`;
      return { authorization, ...(purpose !== null && { [PURPOSE_HEADER]: purpose }) };
    },
    async hive({ subject, purpose }) {
      const identity = { ...(await grantsOf(subject, 'bench')), purpose };
      const signed = subgraphs.map(async ({ name }) => [
        identityHeaderFor(name),
        await signIdentity(identity, name, signer),
      ]);
      return Object.fromEntries(await Promise.all(signed)) as Record<string, string>;
    },
    close: () => client.close(),
  };
}
