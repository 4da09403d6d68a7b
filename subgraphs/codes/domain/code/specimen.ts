import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Color } from '../color/color.ts';
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

/**
 * Makes a specimen of a region. Nothing is kept: no status is ever asked for it.
 * @throws {DomainError} CONFLICT when no specimen key of the region is in force here
 */
export async function makeSpecimen(
  region: string,
  color: Color,
  { signer: signerOf, now, randomBytes, newId }: SpecimenPorts,
): Promise<Specimen> {
  const issuedAt = new Date(Math.floor(now().getTime() / 1_000) * 1_000); // tokens count seconds
  const signer = signerOf(region, issuedAt);
  if (!signer) {
    throw new DomainError('CONFLICT', 'The trust list has no specimen key of this region.');
  }
  const expiresAt = new Date(issuedAt.getTime() + SPECIMEN_HOURS * HOUR_MS);
  const text = await issueToken(
    {
      ...{ ...NOBODY, issuer: region, kind: 'SPECIMEN', color, issuedAt, expiresAt },
      ...{ cti: randomBytes(8), statusIndex: 0, policyId: '0', holderKey: null },
    },
    signer,
  );
  return { id: newId(region), region, color, text, issuedAt, expiresAt };
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
