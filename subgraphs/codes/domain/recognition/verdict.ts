import type { Color } from '../color/color.ts';
import type { TokenStatus } from '../token/token-status.ts';
import type { RecognitionReason } from './reason-texts.ts';

/** Verdicts of a receiving region. Source: DESIGN.md §6. */
export const RECOGNITION_OUTCOMES = [
  'RECOGNIZED',
  'NOT_RECOGNIZED',
  'CROSS_CHECK',
  'STALE',
] as const;
/** One verdict of a receiving region. */
export type RecognitionOutcome = (typeof RECOGNITION_OUTCOMES)[number];

/** Enough to see that holder and code belong together. */
export interface HolderHint {
  readonly maskedName: string;
  /** `MMDD`. */
  readonly birthMonthDay: string;
}

/** What a verdict stands on. */
export interface VerdictBasis {
  readonly mode: 'ONLINE' | 'OFFLINE';
  readonly trustListVersion: number;
  readonly policyVersion: number | null;
  readonly agreementVersion: number | null;
  readonly statusAsOf: Date | null;
}

/** The receiving region's verdict on one code. */
export interface Verdict {
  /** True only for RECOGNIZED, GREEN, not a specimen. */
  readonly pass: boolean;
  readonly outcome: RecognitionOutcome;
  readonly tokenStatus: TokenStatus;
  /** Region that issued the code; null when no signature says so. */
  readonly issuer: string | null;
  /** Region that gives the verdict. */
  readonly presentedIn: string;
  /** Null without an agreement. */
  readonly issuedColor: Color | null;
  /** As the agreement maps it; null without one. */
  readonly color: Color | null;
  /** Worst first. */
  readonly reasons: readonly RecognitionReason[];
  readonly holder: HolderHint | null;
  /** Earliest of token expiry, rule horizon and freshness limit; null when not RECOGNIZED. */
  readonly validUntil: Date | null;
  readonly basis: VerdictBasis;
  readonly paper: boolean;
  readonly specimen: boolean;
}
