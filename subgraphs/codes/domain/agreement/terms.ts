import type { Agreement } from '../recognition/agreement.ts';

/** Terms as they are proposed: an agreement without a version yet. */
export type Terms = Omit<Agreement, 'version' | 'withdrawnAt'>;

/** Terms as they were proposed; they never change. */
export interface AgreementDraft extends Terms {
  readonly id: string;
  readonly createdAt: Date;
}

/** The terms of a draft. */
export function termsOf(draft: AgreementDraft): Terms {
  const { receiver, issuer, mode, colorMap, conditions, validFrom, validTo } = draft;
  return { receiver, issuer, mode, colorMap, conditions, validFrom, validTo };
}

/** What is wrong with terms. */
export const AGREEMENT_FAULTS = [
  'UNKNOWN_REGION',
  'SAME_REGION',
  'WRONG_TIME',
  'TOO_LONG',
  'TOO_SOON',
  'NO_COLORS',
  'WRONG_NAME',
  'TOO_MANY',
  'SAME_NAME',
  'LIGHTER',
  'NOT_OF_MODE',
  'WRONG_HOURS',
  'NEVER_ASKED',
] as const;

/** One thing that is wrong with terms, and where. */
export interface AgreementFault {
  readonly kind: (typeof AGREEMENT_FAULTS)[number];
  /** Dotted, such as `conditions.0.hours`. */
  readonly path: string;
  /** Read by officials. */
  readonly message: string;
}

/** Hours between the last approval and the beginning of a change. Source: DESIGN.md §6. */
export const LEAD_HOURS = 48;
/** Longest validity of an agreement, in days. Source: RULES.md §8. */
export const VALID_DAYS_MAX = 366;

/** Which version of which agreement: receiver, issuer, number. */
export interface AgreementKey {
  readonly receiver: string;
  readonly issuer: string;
  readonly version: number;
}

/** Id of a version, such as `510000-330000-2`. */
export function agreementId({ receiver, issuer, version }: AgreementKey): string {
  return `${receiver}-${issuer}-${version}`;
}

const ID = /^(\d{6}|[A-Z]{2})-(\d{6}|[A-Z]{2})-([1-9]\d{0,8})$/;

/** Which version an id names; null when it is none. */
export function keyOfAgreement(id: string): AgreementKey | null {
  const [, receiver, issuer, version] = ID.exec(id) ?? [];
  if (receiver === undefined || issuer === undefined) return null;
  return { receiver, issuer, version: Number(version) };
}
