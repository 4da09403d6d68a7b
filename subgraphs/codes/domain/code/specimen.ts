import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Color } from '../color/color.ts';
import type { TokenClaims } from '../token/claims.ts';
import { issueToken } from '../token/issue-token.ts';
import type { Signer } from '../token/keys.ts';

/** Hours that a specimen lives: as long as a dynamic code. */
export const SPECIMEN_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Holder of every specimen: nobody. */
export const NOBODY = { maskedName: '样*', birthMonthDay: '0101', heldByProxy: false } as const;

/** A code that stands for nobody, for training and tests: it never passes. */
export interface Specimen {
  readonly id: string;
  readonly region: string;
  readonly color: Color;
  /** `HCN1:…`, for a QR code. */
  readonly text: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** What making a specimen needs. */
export interface SpecimenPorts {
  /** The region's specimen key in force; undefined when there is none here. */
  readonly signer: (region: string, at: Date) => Signer | undefined;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly newId: (region: string) => string;
}

/** The key that signs specimens of a region. @throws {DomainError} CONFLICT when none is in force here */
export function specimenSigner(
  { signer }: Pick<SpecimenPorts, 'signer'>,
  region: string,
  at: Date,
): Signer {
  const found = signer(region, at);
  if (found) return found;
  throw new DomainError('CONFLICT', 'The trust list has no specimen key of this region.');
}

/** An instant as tokens count, in whole seconds. */
export function wholeSeconds(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1_000) * 1_000);
}

/** When a specimen ends. */
export function specimenEnd(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + SPECIMEN_HOURS * HOUR_MS);
}

/** What specimens differ in. */
export interface SpecimenClaims extends Pick<TokenClaims, 'issuer' | 'color' | 'issuedAt'> {
  /** Default: that of a specimen. */
  readonly kind?: TokenClaims['kind'];
  /** Default: 0; nobody asks for the status of a specimen. */
  readonly statusIndex?: number;
}

/** Signs a token of nobody. */
export function specimenText(
  { kind = 'SPECIMEN', statusIndex = 0, ...claims }: SpecimenClaims,
  signer: Signer,
  { randomBytes }: Pick<SpecimenPorts, 'randomBytes'>,
): Promise<string> {
  const expiresAt = specimenEnd(claims.issuedAt);
  const rest = { cti: randomBytes(8), policyId: '0', holderKey: null };
  return issueToken({ ...NOBODY, ...claims, kind, statusIndex, expiresAt, ...rest }, signer);
}

/**
 * Makes a specimen of a region. Nothing is kept: no status is ever asked for it.
 * @throws {DomainError} CONFLICT when no specimen key of the region is in force here
 */
export async function makeSpecimen(
  region: string,
  color: Color,
  ports: SpecimenPorts,
): Promise<Specimen> {
  const issuedAt = wholeSeconds(ports.now());
  const signer = specimenSigner(ports, region, issuedAt);
  const text = await specimenText({ issuer: region, color, issuedAt }, signer, ports);
  const id = ports.newId(region);
  return { id, region, color, text, issuedAt, expiresAt: specimenEnd(issuedAt) };
}

/** Specimens for officials. */
export function specimenUseCases(ports: SpecimenPorts & { readonly audit: AuditTrail }) {
  return {
    /** @throws {DomainError} REGION_OUT_OF_SCOPE, CONFLICT */
    async issue(region: string, color: Color, by: Identity): Promise<Specimen> {
      requireRegion(by, region);
      const specimen = await makeSpecimen(region, color, ports);
      const { id: objectId } = specimen;
      ports.audit.note({ region, action: 'SPECIMEN_ISSUED', objectId, detail: { color } });
      return specimen;
    },
  };
}
