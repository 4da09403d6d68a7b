import { DomainError } from '../../../kit/domain-error.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { DivisionBook } from '../../../kit/standards/gbt2260.ts';
import { hexOf } from '../token/bytes.ts';
import { agreementFor, countsSince } from '../recognition/agreement.ts';
import type { ReferenceData } from '../recognition/reference.ts';
import type { TrustRules } from '../trust/trust-list.ts';

/** Most lists that somebody may say they have. */
export const HAVE_MAX = 10_000;

/** A signed list, for somebody who may have it already. */
export interface OfferedList {
  /** SHA-256 of the list, hexadecimal. */
  readonly etag: string;
  /** Null where the caller has it. */
  readonly body: Uint8Array | null;
}

/** Everything a verifier of one region needs to recognize codes with no network. */
export interface OfflineLists {
  /** The region whose verdicts they give. */
  readonly region: string;
  readonly trustRoots: Pick<TrustRules, 'roots' | 'threshold' | 'environment'>;
  readonly trustList: OfferedList | null;
  readonly terms: readonly OfferedList[];
  readonly agreements: readonly OfferedList[];
  /** Of all issuers that the terms name: they name withdrawn keys. */
  readonly statements: readonly OfferedList[];
  /** Of the region, and of issuers of whom an agreement is in force or to come. */
  readonly statusLists: readonly OfferedList[];
  /** What issuers share with the region while an agreement is in force. */
  readonly evidence: readonly OfferedList[];
}

/** Signed lists as they are kept. */
export interface ListStore {
  trustList(version: number): Promise<Uint8Array | null>;
  /** All agreements that a region is the receiver of, also those that one side alone has signed. */
  agreementsOf(
    receiver: string,
  ): Promise<
    readonly { readonly issuer: string; readonly version: number; readonly signed: Uint8Array }[]
  >;
  of(regions: readonly string[]): Promise<
    readonly {
      readonly kind: 'STATEMENT' | 'STATUS_LIST' | 'TERMS' | 'EVIDENCE';
      readonly region: string;
      /** Of evidence: `evidence:` and the receiver. */
      readonly name: string;
      readonly signed: Uint8Array;
    }[]
  >;
}

/** What handing lists out needs. */
export interface OfflineListPorts {
  readonly store: ListStore;
  readonly reference: () => ReferenceData;
  readonly divisions: DivisionBook;
  readonly trustRoots: OfflineLists['trustRoots'];
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly now: () => Date;
}

/**
 * How long the lists of an issuer are offered after its agreement has ended, in milliseconds: the clock
 * of a device may be behind, and terms that say so come a minute later.
 */
const ENDED_MS = 3_600_000;

/** Use cases of handing lists out, to those who may recognize codes and to nobody else. */
export function offlineListUseCases(ports: OfflineListPorts) {
  const { store, reference, divisions, trustRoots, sha256, now } = ports;

  function regionOf(division: string, by: Identity): string {
    const region = divisions.nearestOf(reference().regions, division);
    if (region === null) {
      throw new DomainError('BAD_USER_INPUT', 'No region is known there.', { fields: ['region'] });
    }
    if (!by.grants.some((root) => divisions.covers(root, division))) {
      throw new DomainError('REGION_OUT_OF_SCOPE', 'This region is not granted to the client.');
    }
    return region;
  }

  return {
    /**
     * Lists for verifying in a division: of the region itself and of all whose codes it recognizes. How
     * codes stand is said of no others: where no agreement counts any more, nobody looks at it.
     * `have` names lists by etag: those come without a body.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE
     */
    async for(division: string, have: readonly string[], by: Identity): Promise<OfflineLists> {
      if (have.length > HAVE_MAX) {
        throw new DomainError('BAD_USER_INPUT', `At most ${HAVE_MAX} lists can be named.`, {
          fields: ['have'],
        });
      }
      const region = regionOf(division, by);
      const { trust, agreements } = reference();
      const issuers = agreements.filter(({ receiver }) => receiver === region);
      const isAgreed = (one: { readonly issuer: string; readonly version: number }) =>
        issuers.some(({ issuer, version }) => issuer === one.issuer && version === one.version);
      const regions = [...new Set([region, ...issuers.map(({ issuer }) => issuer)])];
      const kept = await store.of(regions);
      const trustList = trust && (await store.trustList(trust.list.version));
      const known = new Set(have);
      const offered = (signed: Uint8Array): OfferedList => {
        const etag = hexOf(sha256(signed));
        return { etag, body: known.has(etag) ? null : signed };
      };
      const at = now();
      const since = new Date(at.getTime() - ENDED_MS);
      const counts = (issuer: string) =>
        issuer === region || countsSince(agreements, region, issuer, since);
      return {
        ...{ region, trustRoots, trustList: trustList && offered(trustList) },
        terms: kept
          .filter((list) => list.kind === 'TERMS' && list.region === region)
          .map(({ signed }) => offered(signed)),
        agreements: (await store.agreementsOf(region))
          .filter(isAgreed)
          .map(({ signed }) => offered(signed)),
        statements: kept
          .filter((list) => list.kind === 'STATEMENT')
          .map(({ signed }) => offered(signed)),
        statusLists: kept
          .filter((list) => list.kind === 'STATUS_LIST' && counts(list.region))
          .map(({ signed }) => offered(signed)),
        evidence: kept
          .filter((list) => list.kind === 'EVIDENCE' && list.name === `evidence:${region}`)
          .filter((list) => agreementFor(agreements, region, list.region, at) !== null)
          .map(({ signed }) => offered(signed)),
      };
    },
  };
}
