import { requireRegion, type Identity } from '../../../kit/identity.ts';
import { openAll, type ReadAgreement, type VerifyPorts } from '../agreement/known-agreements.ts';
import type { AgreementStore } from '../agreement/agreement-store.ts';
import { agreementState, AGREEMENT_STATES, type AgreementState } from '../agreement/standing.ts';
import { standingOfAge } from '../lists/list-ages.ts';
import { policyFor } from '../policy/versions.ts';
import { maxAgeMinutesOf } from '../recognition/recognize.ts';
import type { CurrentReference } from '../recognition/reference.ts';
import type { Rehearsal, RehearsalStore } from '../rehearsal/rehearsal.ts';
import type { TrustedKey } from '../token/keys.ts';
import type { TrustList, TrustedRegion } from '../trust/trust-list.ts';
import { joiningSteps, type JoiningStep, type Neighbour } from './joining-steps.ts';
import type { HeldKey } from './key-standing.ts';

/** A key of a region in the trust list, and whether its private part is in this process. */
export interface ListedRegionKey extends Omit<TrustedKey, 'spki'> {
  readonly held: boolean;
}

/** Where a region stands: everything that its way into recognition depends on. */
export interface RegionStanding {
  readonly region: string;
  /** Null when no list holds here. */
  readonly trustList:
    | (Pick<TrustList, 'version' | 'issuedAt' | 'expiresAt'> & {
        /** SHA-256 of what the roots signed, hexadecimal; null when the bytes are not here. */
        readonly digest: string | null;
      })
    | null;
  /** How the list carries the region; null when it does not. */
  readonly listed: Pick<TrustedRegion, 'state' | 'endpoint'> | null;
  readonly keys: readonly ListedRegionKey[];
  readonly policy: { readonly version: number; readonly since: Date } | null;
  readonly neighbours: readonly Neighbour[];
  /** The newest one, under way or over. */
  readonly rehearsal: Rehearsal | null;
  /** From `region init` to the first code that was recognized elsewhere, in ms. */
  readonly joinedAfter: number | null;
  readonly steps: readonly JoiningStep[];
  /** Regions whose keys are here and that whoever asks may look at without rights in them. */
  readonly further: readonly string[];
}

/** What looking at a region needs. */
export interface RegionPorts extends Pick<VerifyPorts, 'verify'> {
  readonly reference: CurrentReference;
  /** Private keys of a region in this process, by their public parts. */
  readonly held: (region: string) => readonly HeldKey[];
  /** Regions of which this process has private keys. */
  readonly heldRegions: () => readonly string[];
  /** Whether a division is another or lies above it. */
  readonly covers: (root: string, code: string) => boolean;
  readonly agreements: Pick<AgreementStore, 'ofPairs'>;
  /** When the newest statement of each region that is known here was made. */
  readonly statedAt: (regions: readonly string[]) => Promise<ReadonlyMap<string, Date>>;
  readonly digestOf: (version: number) => Promise<string | null>;
  readonly rehearsals: RehearsalStore;
  readonly now: () => Date;
}

/** Of several versions of a pair, the one that says most of how it stands. */
const ORDER: readonly AgreementState[] = [
  ...(['IN_FORCE', 'SCHEDULED', 'OFFERED'] as const),
  ...AGREEMENT_STATES,
];

function stateOfPair(pair: readonly ReadAgreement[], now: Date): AgreementState | null {
  const states = pair.map((one) => agreementState(one, pair, now));
  return ORDER.find((state) => states.includes(state)) ?? null;
}

/** Looking at where a region stands. */
export function regionUseCases(ports: RegionPorts) {
  const { reference, held, agreements, verify, statedAt, digestOf, rehearsals, now } = ports;

  /**
   * Until a region has joined nobody has rights in it; whoever has them in all that lies around it
   * sees how far it is. Nothing of it is about anybody yet.
   */
  function furtherOf({ grants, regions }: Identity): readonly string[] {
    return ports
      .heldRegions()
      .filter((one) => !regions.includes(one) && grants.some((root) => ports.covers(root, one)));
  }

  async function neighboursOf(region: string, limitMinutes: number): Promise<Neighbour[]> {
    const { trust } = reference();
    const others = (trust?.list.regions ?? []).filter((one) => one.region !== region);
    const pairs = others.flatMap(({ region: other }) => [
      ...[
        { receiver: region, issuer: other },
        { receiver: other, issuer: region },
      ],
    ]);
    const known = await openAll(await agreements.ofPairs(pairs), { trust: () => trust, verify });
    const at = now();
    const state = (receiver: string, issuer: string) =>
      stateOfPair(
        known.filter(
          ({ agreement }) => agreement.receiver === receiver && agreement.issuer === issuer,
        ),
        at,
      );
    const stated = await statedAt(others.map((one) => one.region));
    return others.map((other) => {
      const asOf = stated.get(other.region) ?? null;
      return {
        ...{ region: other.region, state: other.state, endpoint: other.endpoint ?? null },
        ...{ takenHere: state(region, other.region), takenThere: state(other.region, region) },
        ...{ statedAt: asOf, age: asOf && standingOfAge(asOf, limitMinutes, at) },
      };
    });
  }

  return {
    /** Where a region stands. @throws {DomainError} REGION_OUT_OF_SCOPE */
    async standing(region: string, by: Identity): Promise<RegionStanding> {
      const further = furtherOf(by);
      if (!further.includes(region)) requireRegion(by, region);
      const { trust, policies, regions } = reference();
      const at = now();
      const list = trust?.list ?? null;
      const entry = trust?.region(region) ?? null;
      const own = held(region);
      const policy = policyFor(policies, region, at);
      const neighbours = await neighboursOf(region, maxAgeMinutesOf(policy));
      const rehearsal = await rehearsals.newest(region);
      const joinedAfter = await rehearsals.joinedAfter(region);
      const facts = {
        ...{ region, list, held: own, isNamed: regions.has(region) },
        ...{ policy: policy?.version ?? null, neighbours, rehearsal, joinedAfter },
      };
      return {
        ...{ region, neighbours, rehearsal, joinedAfter, further },
        trustList: list && {
          ...{ version: list.version, issuedAt: list.issuedAt, expiresAt: list.expiresAt },
          digest: await digestOf(list.version),
        },
        listed: entry,
        keys: (entry?.keys ?? []).map((key) => ({
          ...key,
          held: own.some(({ kid }) => kid === key.kid),
        })),
        policy: policy && { version: policy.version, since: policy.validFrom },
        steps: joiningSteps(facts, at),
      };
    },
  };
}
