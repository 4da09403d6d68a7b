import { dayOf } from '../../../kit/standards/shanghai-day.ts';
import { basePolicy } from '../policy/base-policy.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from '../policy/national/editions.ts';
import { policyFor, type PolicyTerm, type RuleTerm } from '../policy/versions.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { hexOf, joined } from '../token/bytes.ts';
import type { KeyUse, Signer } from '../token/keys.ts';
import type { Signed } from '../trust/signed-list.ts';
import type { CoarseDay } from './coarse-dates.ts';
import { needsOf, type EvidenceNeeds } from './evidence-needs.ts';
import { recordOf, type SharedDates } from './evidence-records.ts';
import { signSharedEvidence, type SharedEvidence } from './shared-evidence.ts';

/** What is shared of a token. */
export interface SharedEntry {
  /** 8 bytes. */
  readonly cti: Uint8Array;
  readonly dates: SharedDates;
}

/** Packs records from nothing. */
export function packEvidence(entries: readonly SharedEntry[], needs: EvidenceNeeds): Uint8Array {
  const records = new Map(
    entries.flatMap(({ cti, dates }) => {
      const record = recordOf(cti, dates, needs);
      return record ? [[hexOf(cti), record] as const] : [];
    }),
  );
  return joined([...records.keys()].sort().flatMap((name) => records.get(name) ?? []));
}

type Chance = (below: number) => number;

const START = new Date('2022-01-01T00:00:00Z');
const EDITIONS = [
  basePolicy('330000', 1, START),
  ...NATIONAL_EDITIONS.map((edition) => nationalPolicy(edition, '330000', 1, START)),
].map(({ rules }) =>
  rules.map(({ id, version, condition, color, exit }): RuleTerm => ({
    id,
    version,
    condition,
    color,
    exit,
  })),
);

/** Rules of one of the editions, without their texts. */
export function drawnRules(chance: Chance): readonly RuleTerm[] {
  return EDITIONS[chance(EDITIONS.length)] ?? [];
}

/** What evidence is drawn for. */
export interface EvidenceWorld {
  readonly agreements: readonly Agreement[];
  readonly policies: readonly PolicyTerm[];
  readonly ctis: readonly Uint8Array[];
  readonly life: Pick<SharedEvidence, 'issuedAt' | 'expiresAt'>;
  readonly signerOf: (region: string, use: KeyUse) => Signer;
}

function drawnDay(chance: Chance, today: number, days: number): CoarseDay {
  const odd = ['OPEN', 'UNKNOWN'] as const;
  return chance(5) === 0 ? today - chance(days + 2) + 1 : (odd[chance(60)] ?? null);
}

/** Lists of what issuers share in a world, as they are known and as they are signed. */
export async function drawnEvidence(chance: Chance, world: EvidenceWorld) {
  const { agreements, policies, ctis, life, signerOf } = world;
  const lists = new Map<string, Signed<SharedEvidence>>();
  const signed: Uint8Array[] = [];
  const today = dayOf(life.issuedAt.getTime());
  const entry = (cti: Uint8Array, needs: EvidenceNeeds) => ({
    cti,
    dates: new Map([...needs.days].map(([kind, n]) => [kind, drawnDay(chance, today, n)] as const)),
  });
  for (const agreement of agreements) {
    const { issuer, receiver } = agreement;
    const rules = policyFor(policies, receiver, life.issuedAt)?.rules ?? [];
    const needs = needsOf(agreement, rules);
    if (needs.days.size === 0 || chance(6) === 0) continue;
    const told = ctis.filter(() => chance(3) > 0).map((cti) => entry(cti, needs));
    const list = { issuer, receiver, ...life, needs, records: packEvidence(told, needs) };
    const signer = signerOf(issuer, 'evidence');
    signed.push(await signSharedEvidence(list, signer));
    lists.set(`${issuer} ${receiver}`, { ...list, kid: signer.kid });
  }
  return {
    signed,
    of: (issuer: string, receiver: string) => lists.get(`${issuer} ${receiver}`),
  };
}
