import { DomainError } from './domain-error.ts';
import { PROCESS_SUBJECTS } from './scope/row-policies.ts';
import { NATION } from './standards/gbt2260.ts';
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
  /** What this request is for, one of the purposes granted; absent when it does not say. */
  readonly purpose?: string | null | undefined;
  /** When whoever asks last proved who it is, RFC 3339; absent when nobody knows. */
  readonly authenticatedAt?: string | null | undefined;
}

const PROCESSES: ReadonlySet<string> = new Set(PROCESS_SUBJECTS);

/** Whether a subject is named like a process that row security knows, and so is nobody's account. */
export function isProcessSubject(subject: string): boolean {
  return PROCESSES.has(subject);
}

/**
 * What an account's name may hold, as a class of a regular expression: row security has it in SQL, as
 * text. A bar stands between provider and person in names such as `auth0|5f7c8ec7`.
 */
export const ACCOUNT_CHARACTERS = String.raw`\w\-.:@|`;

/** An account's name at a sign-in provider: what its tokens have as `sub`. */
export const ACCOUNT_NAME = new RegExp(`^[${ACCOUNT_CHARACTERS}]{1,128}$`);

/** Whether an account may have this name: an id of a sign-in provider, and no process's. */
export function isAccountName(subject: string): boolean {
  return ACCOUNT_NAME.test(subject) && !isProcessSubject(subject);
}

/**
 * Longest time that a gateway takes an account's rights as current, in milliseconds. Whoever
 * changes rights waits so long before the answer.
 */
export const GRANTS_LEASE_MS = 1_000;

/** How long a proof of who one is counts for what asks for a fresh one, in milliseconds. */
const STEP_UP_MS = 5 * 60_000;
const CLOCK_SKEW_MS = 30_000;

/** What stands against somebody whose proof of identity is not fresh; null when it is. */
export function againstOldSignIn({ authenticatedAt }: Identity, now: Date): DomainError | null {
  const age = authenticatedAt == null ? NaN : now.getTime() - Date.parse(authenticatedAt);
  // Clocks differ by seconds; a proof from the far future is none.
  if (age > -CLOCK_SKEW_MS && age < STEP_UP_MS) return null;
  return new DomainError('STEP_UP_REQUIRED', 'Sign in once more before you do this.');
}

/**
 * Asks for a fresh proof of who one is: signed in within the last five minutes.
 * @throws {DomainError} STEP_UP_REQUIRED
 */
export function requireFreshSignIn(identity: Identity, now: Date): void {
  const obstacle = againstOldSignIn(identity, now);
  if (obstacle) throw obstacle;
}

/** @throws {DomainError} REGION_OUT_OF_SCOPE when `region` is not among the identity's regions. */
export function requireRegion(identity: Identity, region: string): void {
  if (!identity.regions.includes(region)) {
    throw new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
}

/** What stands against acting on a resident: NOT_FOUND for what one may not see, which tells nothing. */
export function againstResident(identity: Identity, residentId: string): DomainError | null {
  const region = regionOfId(residentId);
  const acts = identity.residents === '*' || identity.residents.includes(residentId);
  if (region !== null && acts && identity.regions.includes(region)) return null;
  return new DomainError('NOT_FOUND', 'No such resident.', { fields: ['residentId'] });
}

/** Region of a resident this identity may act on. @throws {DomainError} NOT_FOUND */
export function requireResident(identity: Identity, residentId: string): string {
  const obstacle = againstResident(identity, residentId);
  if (obstacle) throw obstacle;
  return regionOfId(residentId) ?? '';
}

/** Whoever is granted the whole country, with the rows that are the country's own, of no one region. */
export function withNation(identity: Identity): Identity {
  const { grants, regions } = identity;
  if (!grants.includes(NATION) || regions.includes(NATION)) return identity;
  return { ...identity, regions: [...regions, NATION] };
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
