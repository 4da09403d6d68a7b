import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { purposesOf } from '../../../subgraphs/residents/domain/roles.ts';
import { residentsPublisher } from '../../../subgraphs/residents/publish.ts';
import { PERSONAS, roleOf, type Persona } from '../../access/decisions.ts';
import { REGIONS, type AttackedRegion, type Attacker } from './attacker.ts';
import { demo, kept, send, type Answer } from './client.ts';
import { makeFacts, type Facts } from './facts.ts';
import { signedByProvider } from './provider-tokens.ts';

export { REGIONS, type AttackedRegion, type Attacker } from './attacker.ts';

/** Everybody there is: each persona in each region. */
export const ATTACKERS: readonly Attacker[] = REGIONS.flatMap((region) =>
  PERSONAS.map((persona) => ({
    ...{ persona, region },
    subject: subjectOf(persona, region),
    purpose: purposesOf(roleOf(persona))[0] ?? null,
  })),
);

/** Account of a persona in a region. */
export function subjectOf(persona: Persona, region: string): string {
  return `attack-${persona.toLowerCase().replaceAll('_', '-')}-${region}`;
}

/** The attacker of a persona. */
export function attacker(persona: Persona, region: AttackedRegion = REGIONS[0]): Attacker {
  return ATTACKERS.find((one) => one.persona === persona && one.region === region)!;
}

/** A token that was just given; `more` are other claims, such as an older sign-in. */
export function tokenFor(subject: string, more: object = {}): Promise<string> {
  return kept(`attack ${JSON.stringify([subject, more])}`, () => {
    const { partner, gatewayUrl } = demo();
    const claims = { iss: partner.audience, aud: gatewayUrl, sub: subject, client_id: subject };
    return signedByProvider(inject('data'), { ...claims, ...more });
  });
}

/** Sends one operation as an attacker, for its first purpose unless another header is given. */
export async function sendAs(
  { subject, purpose }: Attacker,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = purpose === null ? {} : { 'tongma-purpose': purpose },
): Promise<Answer> {
  return send(demo().gatewayUrl, await tokenFor(subject), query, variables, headers);
}

/** Code of the first error; null when there is none. */
export function codeOf({ errors }: Answer): string | null {
  const [first] = errors ?? [];
  return first ? String(first.extensions['code']) : null;
}

/** Gives every attacker an account; can be repeated. */
async function publishAttackers(): Promise<void> {
  const publisher = await residentsPublisher(inject('tongma').urls.tongma_residents);
  const none = { name: null, withheld: [], disabledAt: null, version: 1, scopes: [], purposes: [] };
  try {
    for (const { persona, region, subject } of ATTACKERS) {
      const role = roleOf(persona);
      const resident = role === 'RESIDENT';
      await publisher.account({
        ...{ ...none, subject, role, region: resident ? '000000' : region },
        grants: resident ? [] : [region],
        agency: resident ? null : `health-commission-${region}`,
        ...(role === 'PARTNER' && { scopes: ['code:verify'], purposes: ['ENTRY'] }),
      });
    }
    for (const region of REGIONS) {
      const victim = {
        role: 'DESK',
        agency: `health-commission-${region}`,
        grants: [region],
      } as const;
      await publisher.account({ ...none, subject: `victim-${region}`, region, ...victim });
    }
  } finally {
    await publisher.close();
  }
}

/** What there is to be attacked in each region, made once for all files of a run. */
export async function prepareAttack(): Promise<Readonly<Record<AttackedRegion, Facts>>> {
  const file = join(inject('data'), 'attacked.json');
  if (!existsSync(file)) {
    await publishAttackers();
    const [a, b] = [await makeFacts(REGIONS[0]), await makeFacts(REGIONS[1])];
    writeFileSync(file, JSON.stringify({ [REGIONS[0]]: a, [REGIONS[1]]: b }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<AttackedRegion, Facts>;
}
