import { encodeRules, readRules } from '../policy/rules-cbor.ts';
import type { PolicyTerm } from '../policy/versions.ts';
import {
  asInstant,
  asInteger,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import type { Signer } from '../token/keys.ts';
import {
  openList,
  rollback,
  type ListFault,
  type Signed,
  type SignedChecks,
} from '../trust/signed-list.ts';

/** Longest terms that are looked at, in bytes. */
export const TERMS_MAX = 262_144;

/** An agreement that counts for a receiver, unless it is withdrawn. */
export interface AgreementTerm {
  readonly issuer: string;
  readonly version: number;
  readonly withdrawnAt: Date | null;
}

/**
 * What a receiving region goes by, as it says it itself at one instant: its policies, and which
 * agreements it holds by. An agreement that is not named here does not count, so that nobody can
 * hold a withdrawal back. Source: DESIGN.md §6.
 */
export interface Terms {
  readonly region: string;
  /** Never falls. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly policies: readonly PolicyTerm[];
  readonly agreements: readonly AgreementTerm[];
}

const TYPE = 'application/tongma-terms+cwt';
const CLAIM = { iss: 1, exp: 4, iat: 6, said: -65_539 } as const;
const SAID = { version: 0, policies: 1, agreements: 2 } as const;
const VERSION = 1;

const secondsOr = (instant: Date | null): number | null => instant && toSeconds(instant);

/** Payload of a region's terms. */
export function encodeTerms({
  region,
  issuedAt,
  expiresAt,
  policies,
  agreements,
}: Terms): Uint8Array {
  const said = new Map<number, CborValue>([
    [SAID.version, VERSION],
    [
      SAID.policies,
      policies.map(({ version, validFrom, validTo, statusMaxAgeMinutes, rules }) => [
        ...[version, toSeconds(validFrom), secondsOr(validTo), statusMaxAgeMinutes],
        ...(rules ? [encodeRules(rules)] : []),
      ]),
    ],
    [
      SAID.agreements,
      agreements.map(({ issuer, version, withdrawnAt }) => [
        ...[issuer, version, secondsOr(withdrawnAt)],
      ]),
    ],
  ]);
  return encodeCbor(
    new Map<number, CborValue>([
      [CLAIM.iss, region],
      [CLAIM.exp, toSeconds(expiresAt)],
      [CLAIM.iat, toSeconds(issuedAt)],
      [CLAIM.said, said],
    ]),
  );
}

/** Signs terms with the region's key of use `policy`. */
export function signTerms(terms: Terms, signer: Signer): Promise<Uint8Array> {
  return signSign1(encodeTerms(terms), signer, TYPE);
}

/** An instant, null for null; undefined when it is neither. */
function instantOrNull(value: unknown): Date | null | undefined {
  return value === null ? null : (asInstant(value) ?? undefined);
}

function readPolicy(region: string, item: unknown): PolicyTerm | null {
  const said = asList(item);
  if (said?.length !== 4 && said?.length !== 5) return null;
  const [first, from, to, minutes] = said;
  const [version, statusMaxAgeMinutes] = [asInteger(first), asInteger(minutes)];
  const [validFrom, validTo] = [asInstant(from), instantOrNull(to)];
  if (version === null || statusMaxAgeMinutes === null || statusMaxAgeMinutes < 0) return null;
  if (!validFrom || validTo === undefined) return null;
  const term = { region, version, validFrom, validTo, statusMaxAgeMinutes };
  if (said.length === 4) return term;
  const rules = readRules(said[4]);
  return rules && { ...term, rules };
}

function readAgreement(item: unknown): AgreementTerm | null {
  const [first, second, third] = asList(item, 3) ?? [];
  const [issuer, version, withdrawnAt] = [asText(first), asInteger(second), instantOrNull(third)];
  if (issuer === null || version === null || withdrawnAt === undefined) return null;
  return { issuer, version, withdrawnAt };
}

function readTerms(payload: Uint8Array): Terms | null {
  const claims = asMap(decodeCbor(payload));
  const region = asText(claims?.get(CLAIM.iss));
  const expiresAt = asInstant(claims?.get(CLAIM.exp));
  const issuedAt = asInstant(claims?.get(CLAIM.iat));
  const said = asMap(claims?.get(CLAIM.said));
  if (claims?.size !== 4 || region === null || !expiresAt || !issuedAt) return null;
  if (said?.size !== 3 || said.get(SAID.version) !== VERSION) return null;
  const [first, second] = [asList(said.get(SAID.policies)), asList(said.get(SAID.agreements))];
  if (!first || !second) return null;
  const policies = first.map((item) => readPolicy(region, item)).filter((one) => one !== null);
  const agreements = second.map(readAgreement).filter((one) => one !== null);
  if (policies.length !== first.length || agreements.length !== second.length) return null;
  return { region, issuedAt, expiresAt, policies, agreements };
}

/**
 * Verifies signed terms and reads them, or says why they are not taken: also when some that were
 * issued later are held already (`heldFrom`).
 */
export function openTerms(
  bytes: Uint8Array,
  checks: SignedChecks,
  heldFrom: (region: string) => Date | null,
): Promise<Signed<Terms> | { readonly fault: ListFault }> {
  return openList(bytes, checks, {
    ...{ type: TYPE, use: 'policy', longest: TERMS_MAX, read: readTerms },
    regionOf: ({ region }) => region,
    faultOf: (terms) => rollback(terms, heldFrom(terms.region)),
  });
}
