import type { Verdict } from './worded.ts';

export type { Verdict };
/** One reason of a verdict. */
export type Reason = Verdict['reasons'][number];

const ORDER: Readonly<Record<Reason['outcome'], number>> = { FAIL: 0, OPEN: 1, PASS: 2 };

/** Reasons, worst first; those of a kind stay as they came. */
export function worstFirst(reasons: readonly Reason[]): Reason[] {
  return [...reasons].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
}

/** Rules of recognition that have a sentence of their own; conditions of agreements share one. */
const RULES = [
  'AGREEMENT',
  'CONVERT',
  'SHARED_DATA_MISSING',
  'COLOR_MAP',
  'FRESHNESS',
  'PRESENTATION',
] as const;

/** What a verdict is about in one word: a sentence and a next step belong to it. */
export type Ground =
  | Exclude<Verdict['tokenStatus'], 'VERIFIED'>
  | (typeof RULES)[number]
  | 'UNAVAILABLE'
  | 'CONDITION_FAIL'
  | 'CONDITION_OPEN'
  | 'ENDED'
  | 'GREEN'
  | 'YELLOW'
  | 'RED';

/** What is looked at to find the ground. */
export type Grounded = Pick<Verdict, 'outcome' | 'tokenStatus' | 'color' | 'specimen'> & {
  readonly reasons: readonly Pick<Reason, 'ruleId' | 'outcome'>[];
};

/** The ground of a verdict. `ended`: the time it held for is over. */
export function groundOf(verdict: Grounded, ended = false): Ground {
  const { outcome, tokenStatus, color, specimen, reasons } = verdict;
  // Where a fault of ours hides the verdict, nothing else it says is about the code.
  if (reasons.some(({ ruleId }) => ruleId === 'UNAVAILABLE')) return 'UNAVAILABLE';
  if (specimen) return 'SPECIMEN';
  if (tokenStatus !== 'VERIFIED') return tokenStatus;
  if (ended) return 'ENDED';
  if (outcome === 'RECOGNIZED') return color ?? 'COLOR_MAP';
  if (outcome === 'STALE') return 'FRESHNESS';
  const worst =
    reasons.find((reason) => reason.outcome === 'FAIL') ??
    reasons.find((reason) => reason.outcome === 'OPEN');
  const rule = RULES.find((one) => one === worst?.ruleId);
  return rule ?? (worst?.outcome === 'FAIL' ? 'CONDITION_FAIL' : 'CONDITION_OPEN');
}

/** What to do next; null: nothing but to look at the holder. */
export type Step =
  | 'SCAN_AGAIN'
  | 'OTHER_PROOF'
  | 'CHECK_CLOCK'
  | 'NEW_CODE'
  | 'OPEN_IN_FRONT'
  | 'SPECIMEN'
  | 'ASK_HOLDER'
  | 'CONVERT'
  | 'PAPER_RESULT'
  | 'ONLINE'
  | 'LOCAL_RULES';

const STEPS: Readonly<Record<Ground, Step | null>> = {
  ...{ GREEN: null, YELLOW: 'LOCAL_RULES', RED: 'LOCAL_RULES', ENDED: 'NEW_CODE' },
  ...{ NOT_SUPPORTED: 'SCAN_AGAIN', MALFORMED: 'SCAN_AGAIN' },
  ...{ ISSUER_NOT_TRUSTED: 'OTHER_PROOF', KEY_TERMINATED: 'NEW_CODE' },
  ...{ WRONG_KEY_USE: 'OTHER_PROOF', INVALID_SIGNATURE: 'OTHER_PROOF' },
  ...{ NOT_YET_VALID: 'CHECK_CLOCK', CLOCK_SUSPECT: 'CHECK_CLOCK' },
  ...{ EXPIRED: 'NEW_CODE', WITHDRAWN: 'NEW_CODE', SUSPENDED: 'ASK_HOLDER' },
  ...{ REPLAYED: 'OPEN_IN_FRONT', SPECIMEN: 'SPECIMEN', SUNSET: 'OTHER_PROOF' },
  ...{ AGREEMENT: 'OTHER_PROOF', CONVERT: 'CONVERT', SHARED_DATA_MISSING: 'PAPER_RESULT' },
  ...{ COLOR_MAP: 'PAPER_RESULT', CONDITION_OPEN: 'PAPER_RESULT', CONDITION_FAIL: 'PAPER_RESULT' },
  ...{ FRESHNESS: 'ONLINE', UNAVAILABLE: 'ONLINE', PRESENTATION: 'OPEN_IN_FRONT' },
};

/** The next step that belongs to a ground. */
export function stepOf(ground: Ground): Step | null {
  return STEPS[ground];
}
