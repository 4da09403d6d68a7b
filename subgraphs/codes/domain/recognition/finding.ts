import type { Color } from '../color/color.ts';
import type { TokenStatus } from '../token/token-status.ts';
import type { ReasonKey, RecognitionReason } from './reason-texts.ts';
import type { RecognitionOutcome } from './verdict.ts';

/** What one step of recognition found. */
export interface Finding {
  readonly outcome: RecognitionOutcome;
  /** Worst first. */
  readonly reasons: readonly RecognitionReason[];
  /** Set where this step is the first check that fails. */
  readonly tokenStatus?: TokenStatus;
  /** As the status says it, once it is fresh. */
  readonly issuedColor?: Color;
  /** As it counts here. */
  readonly color?: Color | null;
}

/** One reason of a finding. */
export function reason(
  ruleId: string,
  version: number,
  outcome: RecognitionReason['outcome'],
  key: ReasonKey,
): RecognitionReason {
  return { ruleId, version, outcome, key };
}
