import { DomainError } from './domain-error.ts';
import { regionOfId } from './standards/opaque-id.ts';

/** Who is behind an account. GATEWAY and SYSTEM are processes, never people. */
export type IdentityKind = 'RESIDENT' | 'OFFICIAL' | 'PARTNER' | 'GATEWAY' | 'SYSTEM';

/**
 * The person, client or process a request acts for, as the gateway verified it: never a service
 * account. Source: SECURITY.md, Access.
 */
export interface Identity {
  readonly kind: IdentityKind;
  /** Account or client id at the sign-in provider. */
  readonly subject: string;
  /** Scopes and rights, closed list of DESIGN.md §4. */
  readonly scopes: readonly string[];
  /** Divisions granted, as granted (six digits). */
  readonly grants: readonly string[];
  /** Regions whose rows may be touched: the grants expanded to every region at or below them. */
  readonly regions: readonly string[];
  /** Residents a person acts for (self and wards); `'*'` = not limited to single people. */
  readonly residents: readonly string[] | '*';
  /** Purposes granted, closed list of DESIGN.md §4. */
  readonly purposes: readonly string[];
  /** Agency of an official or partner. */
  readonly agency: string | null;
}

/** @throws {DomainError} REGION_OUT_OF_SCOPE when `region` is not among the identity's regions. */
export function requireRegion(identity: Identity, region: string): void {
  if (!identity.regions.includes(region)) {
    throw new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
}

/**
 * Region of a resident this identity may act on.
 * @throws {DomainError} NOT_FOUND for what one may not see: an answer that tells nothing.
 */
export function requireResident(identity: Identity, residentId: string): string {
  const region = regionOfId(residentId);
  const acts = identity.residents === '*' || identity.residents.includes(residentId);
  if (region === null || !acts || !identity.regions.includes(region)) {
    throw new DomainError('NOT_FOUND', 'No such resident.', { fields: ['residentId'] });
  }
  return region;
}

/** Identity of a process that works on one region's rows, such as an event consumer. */
export function systemIdentity(subject: string, region: string): Identity {
  return {
    kind: 'SYSTEM',
    subject,
    scopes: [],
    grants: [region],
    regions: [region],
    residents: '*',
    purposes: [],
    agency: null,
  };
}
