import type { DryRunCount } from '../../../kit/proposal/proposal.ts';
import { COLORS, type Color } from '../color/color.ts';
import { agreementFinding } from '../recognition/agreement-finding.ts';
import { agreementFor, type Agreement } from '../recognition/agreement.ts';
import type { RecognitionOutcome } from '../recognition/verdict.ts';
import { bothSigned, nextVersion, type KnownAgreement } from './standing.ts';
import type { Terms } from './terms.ts';

/** How many codes of an issuer show a color. */
export interface ColorCount {
  readonly color: Color;
  readonly count: number;
}

/** How many verdicts of a pair had an outcome. */
export interface OutcomeCount {
  readonly outcome: RecognitionOutcome;
  readonly count: number;
}

/** Anonymous counts; what is too few to be shown, or not known here, is left out. */
export interface AgreementCounts {
  /** Codes of an issuer that stand now. */
  codes(issuer: string): Promise<readonly ColorCount[]>;
  /** Verdicts of a receiver on an issuer's codes since an instant. */
  verdicts(receiver: string, issuer: string, since: Date): Promise<readonly OutcomeCount[]>;
}

/** What becomes of an issued color. */
export interface ColorVerdict {
  readonly outcome: RecognitionOutcome;
  /** Null where the color is looked at by hand, or not recognized. */
  readonly color: Color | null;
}

/** One issued color under the terms, against what holds when they would begin. */
export interface DryRunLine {
  /** One of our colors, or a further one of the issuer's. */
  readonly issued: string;
  readonly now: ColorVerdict;
  readonly after: ColorVerdict;
  /** Ids of conditions that are asked of it besides. */
  readonly conditions: readonly string[];
  /** Codes of the issuer that show it; null: too few to be shown, or not known here. */
  readonly codes: number | null;
}

/** What terms would do. Source: DESIGN.md §6, Modes. */
export interface AgreementDryRun {
  /** Number that the version would have. */
  readonly version: number;
  readonly lines: readonly DryRunLine[];
  /** Verdicts of this pair in the last seven days; empty where none are known. */
  readonly verdicts: readonly OutcomeCount[];
}

const DAYS = 7;
const DAY_MS = 86_400_000;

const asOurs = (issued: string): Color | null => COLORS.find((color) => color === issued) ?? null;

/** As recognition decides, every condition met; own rules of SHARED_DATA are not known here. */
function verdictOn(agreement: Agreement | null, issued: string): ColorVerdict {
  if (!agreement) return { outcome: 'NOT_RECOGNIZED', color: null };
  const ours = asOurs(issued);
  if (ours) {
    const facts = { conditions: () => 'PASS' as const, sharedColor: null };
    const { outcome, color = null } = agreementFinding(agreement, ours, facts);
    return { outcome, color };
  }
  const color = agreement.mode === 'DIRECT' ? (agreement.colorMap[issued] ?? null) : null;
  return { outcome: color ? 'RECOGNIZED' : 'CROSS_CHECK', color };
}

/** What terms would do to each issued color, against what is in force when they begin. */
export async function dryRun(
  terms: Terms,
  pair: readonly KnownAgreement[],
  counts: AgreementCounts,
  now: Date,
): Promise<AgreementDryRun> {
  const { receiver, issuer } = terms;
  const at = terms.validFrom > now ? terms.validFrom : now;
  const version = nextVersion(pair);
  const current = agreementFor(bothSigned(pair), receiver, issuer, at);
  const names = [
    ...COLORS,
    ...Object.keys(current?.colorMap ?? {}),
    ...Object.keys(terms.colorMap),
  ];
  const codes = await counts.codes(issuer);
  const lines = [...new Set<string>(names)].map((issued) => ({
    issued,
    now: verdictOn(current, issued),
    after: verdictOn({ ...terms, version }, issued),
    conditions: terms.conditions
      .filter(({ colors }) => colors.some((color) => color === issued))
      .map(({ id }) => id),
    codes: codes.find(({ color }) => color === issued)?.count ?? null,
  }));
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  return { version, lines, verdicts: await counts.verdicts(receiver, issuer, since) };
}

const camel = (word: string) =>
  word.toLowerCase().replaceAll(/[^a-z0-9]+(.)/g, (_all, letter: string) => letter.toUpperCase());

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function outcomeOf({ outcome, color }: ColorVerdict): string {
  return color ?? outcome;
}

/** True when the terms change what becomes of a color. */
export function changes({ now, after }: Pick<DryRunLine, 'now' | 'after'>): boolean {
  return outcomeOf(now) !== outcomeOf(after);
}

/** A dry run as a proposal keeps it, such as `yellowToCrossCheck`; what is not known is left out. */
export function agreementCounts({ lines, verdicts }: AgreementDryRun): DryRunCount[] {
  const known = lines.flatMap((line) => (line.codes === null ? [] : [{ ...line, n: line.codes }]));
  return [
    ...known.map(({ issued, after, n }) => ({
      ...{ name: `${camel(issued)}To${capital(camel(outcomeOf(after)))}`, count: n },
    })),
    {
      name: 'verdictsChange',
      count: known.filter(changes).reduce((sum, { n }) => sum + n, 0),
    },
    ...verdicts.map(({ outcome, count }) => ({
      ...{ name: `verdicts${capital(camel(outcome))}`, count },
    })),
  ];
}
