import type { Color } from '../color/color.ts';
import type { Agreement, AgreementCondition } from './agreement.ts';
import type { ConditionStanding } from './condition.ts';
import { reason, type Finding } from './finding.ts';
import type { RecognitionReason } from './reason-texts.ts';

/** What the terms of an agreement are judged by. */
export interface AgreementFacts {
  /** How the agreement's conditions stand; OPEN where nothing is known. */
  readonly conditions: (condition: AgreementCondition) => ConditionStanding;
  /** What the receiver's own policy gives over shared evidence (SHARED_DATA); null: none shared. */
  readonly sharedColor: Color | null;
}

interface ColorHere {
  readonly color: Color | null;
  /** Absent where the mode itself is the reason. */
  readonly why?: RecognitionReason;
}

function colorHere(
  { mode, version, colorMap }: Agreement,
  issued: Color,
  shared: Color | null,
): ColorHere {
  if (mode === 'SHARED_DATA') {
    const missing = reason('SHARED_DATA_MISSING', version, 'OPEN', 'SHARED_DATA_MISSING');
    return shared ? { color: shared } : { color: null, why: missing };
  }
  const color = colorMap[issued] ?? null;
  return color
    ? { color, why: reason('COLOR_MAP', version, 'PASS', 'COLOR_MAPPED') }
    : { color, why: reason('COLOR_MAP', version, 'OPEN', 'COLOR_NOT_MAPPED') };
}

const BADNESS = { FAIL: 0, OPEN: 1, PASS: 2 } as const;

/**
 * What the agreement makes of an issued color: conditions, then the color map or the receiver's own
 * rules. A failed condition is worse than an open one. Source: DESIGN.md §6, Modes.
 */
export function agreementFinding(
  agreement: Agreement,
  issued: Color,
  { conditions, sharedColor }: AgreementFacts,
): Finding {
  const { mode, version } = agreement;
  const agreed = reason('AGREEMENT', version, 'PASS', 'AGREED');
  if (mode === 'CONVERT') {
    const convert = reason('CONVERT', version, 'OPEN', 'CONVERT');
    return { outcome: 'CROSS_CHECK', issuedColor: issued, color: null, reasons: [convert, agreed] };
  }
  const asked = agreement.conditions.filter(({ colors }) => colors.includes(issued));
  const results = asked.map((condition) => {
    const outcome = conditions(condition);
    return reason(condition.id, version, outcome, `CONDITION_${outcome}`);
  });
  const { color, why } = colorHere(agreement, issued, sharedColor);
  const reasons = [...results, agreed, ...(why ? [why] : [])].sort(
    (a, b) => BADNESS[a.outcome] - BADNESS[b.outcome],
  );
  const found = { issuedColor: issued, color, reasons };
  switch (reasons[0]?.outcome) {
    case 'FAIL':
      return { outcome: 'NOT_RECOGNIZED', ...found };
    case 'OPEN':
      return { outcome: 'CROSS_CHECK', ...found };
    default:
      return { outcome: 'RECOGNIZED', ...found };
  }
}
