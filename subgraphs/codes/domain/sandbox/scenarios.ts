import type { Color } from '../color/color.ts';
import type { RecognitionOutcome } from '../recognition/verdict.ts';
import type { TokenStatusRow } from '../recognition/status-source.ts';
import type { TokenStatus } from '../token/token-status.ts';

/** How the status of a specimen is played in the sandbox. */
export interface PlayedStatus {
  /** A finding that no text can bring about by itself. Default: none. */
  readonly token?: TokenStatus;
  /** State of the code. Default: ACTIVE, in the color of the token. */
  readonly state?: TokenStatusRow['state'];
  /** Older than any policy takes. Default: no. */
  readonly old?: true;
  /** Nobody answers. Default: no. */
  readonly unavailable?: true;
}

/**
 * What the number of a specimen's status means in the sandbox. Nothing else asks for the status of a
 * specimen, so that the number is free.
 */
export const PLAYED: readonly PlayedStatus[] = [
  {},
  { state: 'SUSPENDED' },
  { state: 'WITHDRAWN' },
  { old: true },
  { unavailable: true },
  { token: 'REPLAYED' },
  { token: 'SUNSET' },
];

/** How the text of a scenario is made; what is not said is that of a green specimen in order. */
export interface Scenario {
  readonly name: string;
  readonly color?: Color;
  /** Place in {@link PLAYED}. Default: 0. */
  readonly status?: number;
  /** What is done to the text: CUT short, FORGED, by a STRANGER's key, of ANOTHER kind. */
  readonly text?: 'CUT' | 'FORGED' | 'STRANGER' | 'OTHER_USE' | 'NO_CODE';
  /** Hours from now to its issue, and to the instant to ask about. Default: 0, none. */
  readonly issuedInHours?: number;
  readonly askInHours?: number;
  /** Where it is presented: its own region, or one that has no agreement. Default: OWN. */
  readonly place?: 'NO_AGREEMENT';
  /** The verdict to expect. */
  readonly outcome: RecognitionOutcome;
  readonly tokenStatus: TokenStatus;
}

const YEARS = 87_600;
const refused = { outcome: 'NOT_RECOGNIZED' } as const;
const open = { outcome: 'CROSS_CHECK' } as const;
const recognized = { outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED' } as const;

/** Every verdict that a partner has to be ready for. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'GREEN', color: 'GREEN', ...recognized },
  { name: 'YELLOW', color: 'YELLOW', ...recognized },
  { name: 'RED', color: 'RED', ...recognized },
  { name: 'NO_AGREEMENT', place: 'NO_AGREEMENT', ...refused, tokenStatus: 'VERIFIED' },
  { name: 'SUSPENDED', status: 1, ...open, tokenStatus: 'SUSPENDED' },
  { name: 'WITHDRAWN', status: 2, ...refused, tokenStatus: 'WITHDRAWN' },
  { name: 'STALE', status: 3, outcome: 'STALE', tokenStatus: 'VERIFIED' },
  { name: 'UNAVAILABLE', status: 4, ...open, tokenStatus: 'VERIFIED' },
  { name: 'REPLAYED', status: 5, ...open, tokenStatus: 'REPLAYED' },
  { name: 'SUNSET', status: 6, ...refused, tokenStatus: 'SUNSET' },
  { name: 'EXPIRED', askInHours: 24, ...refused, tokenStatus: 'EXPIRED' },
  { name: 'NOT_YET_VALID', issuedInHours: 12, ...refused, tokenStatus: 'NOT_YET_VALID' },
  { name: 'CLOCK_SUSPECT', askInHours: -YEARS, ...open, tokenStatus: 'CLOCK_SUSPECT' },
  { name: 'KEY_TERMINATED', issuedInHours: -YEARS, ...refused, tokenStatus: 'KEY_TERMINATED' },
  { name: 'WRONG_KEY_USE', text: 'OTHER_USE', ...refused, tokenStatus: 'WRONG_KEY_USE' },
  { name: 'ISSUER_NOT_TRUSTED', text: 'STRANGER', ...refused, tokenStatus: 'ISSUER_NOT_TRUSTED' },
  { name: 'INVALID_SIGNATURE', text: 'FORGED', ...refused, tokenStatus: 'INVALID_SIGNATURE' },
  { name: 'MALFORMED', text: 'CUT', ...refused, tokenStatus: 'MALFORMED' },
  { name: 'NOT_SUPPORTED', text: 'NO_CODE', ...refused, tokenStatus: 'NOT_SUPPORTED' },
];
