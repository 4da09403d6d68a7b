import { startOf } from '../../../kit/standards/shanghai-day.ts';
import type { Color } from '../color/color.ts';
import { decideColor } from '../color/decide-color.ts';
import type { Fact, Facts, Known, TestResultFact } from '../color/facts.ts';
import { PLACES, RISK_LEVELS, type Policy } from '../color/policy.ts';
import { earliest, HOUR_MS } from '../color/spans.ts';
import type { Agreement, AgreementCondition } from '../recognition/agreement.ts';
import { conditionStanding, type ConditionStanding } from '../recognition/condition.ts';
import type { PolicyTerm, RuleTerm } from '../policy/versions.ts';
import type { TokenClaims } from '../token/claims.ts';
import type { CoarseDay } from './coarse-dates.ts';
import { covers, needsOf, type SharedKind } from './evidence-needs.ts';
import type { SharedDates } from './evidence-records.ts';
import { datesOf, type SharedEvidence } from './shared-evidence.ts';

/** What shared evidence says of one token under an agreement. */
export interface SharedFinding {
  readonly conditions: (condition: AgreementCondition) => ConditionStanding;
  /** Null: the receiver's own rules give none. */
  readonly sharedColor: Color | null;
  /** Until when that holds as far as is known now; null: as long as the rest. */
  readonly until: Date | null;
}

/**
 * How much older than a list a token must be for the list to speak of it for certain, in
 * milliseconds: it may have been made while the list was.
 */
export const MAKING_MS = 60_000;

/** Nothing is known. */
export const NOTHING_SHARED: SharedFinding = {
  ...{ conditions: () => 'OPEN', sharedColor: null, until: null },
};

const firstInstant = (day: number) => new Date(startOf(day));
const lastInstant = (day: number) => new Date(startOf(day + 1) - 1);

/** The last instant of a day, but no later than now: what is known has happened. */
function late(day: CoarseDay, now: Date): Date {
  if (typeof day !== 'number') return now;
  const last = lastInstant(day);
  return last < now ? last : now;
}

/**
 * Judges a condition by a day: it is met when even the first instant of the day meets it, and not
 * met when even the last does not. Source: RULES.md §9.3.
 */
export function coarseStanding(
  condition: AgreementCondition,
  day: CoarseDay | undefined,
  now: Date,
): ConditionStanding {
  if (day === null) return 'FAIL';
  if (typeof day !== 'number') return 'OPEN';
  const first = conditionStanding(condition, { notDetectedAt: firstInstant(day) }, now);
  const last = conditionStanding(condition, { notDetectedAt: late(day, now) }, now);
  return first === last ? first : 'OPEN';
}

function fact(kind: SharedKind): Fact {
  return { evidenceId: kind, source: 'OFFICIAL' };
}

function factsOfKind<T>(
  dates: SharedDates,
  kind: SharedKind,
  make: (day: CoarseDay, common: Fact) => T,
): Known<readonly T[]> {
  const day = dates.get(kind) ?? null;
  if (day === 'UNKNOWN') return 'unknown';
  return day === null ? [] : [make(day, fact(kind))];
}

function joined<T>(parts: readonly Known<readonly T[]>[]): Known<readonly T[]> {
  const known = parts.flatMap((part) => (part === 'unknown' ? [] : [part]));
  return known.length === parts.length ? known.flat() : 'unknown';
}

/** Facts made of coarse dates, each as late in its day as it can have been. */
export function sharedFacts(dates: SharedDates, symptoms: readonly string[], now: Date): Facts {
  const report = { temperature: null, symptoms };
  return {
    declarations: factsOfKind(dates, 'SYMPTOM', (day, common) => ({
      ...{ ...common, ...report, at: late(day, now) },
    })),
    checkIns: [],
    results: joined<TestResultFact>([
      factsOfKind(dates, 'DETECTED', (day, common) => ({
        ...{ ...common, result: 'DETECTED', sampleCollectedAt: late(day, now) },
      })),
      // What frees is taken as early as it can have been.
      factsOfKind(dates, 'NOT_DETECTED', (day, common) => ({
        ...{ ...common, result: 'NOT_DETECTED' },
        sampleCollectedAt: typeof day === 'number' ? firstInstant(day) : now,
      })),
    ]),
    orders: joined(
      PLACES.map((place) =>
        factsOfKind(dates, `${place}_ORDER`, (day, common) => ({
          ...{ ...common, orderId: common.evidenceId, from: now, place, releasedAt: null },
          until: typeof day === 'number' ? lastInstant(day) : null,
        })),
      ),
    ),
    contacts: factsOfKind(dates, 'CONTACT', (day, common) => ({
      ...{ ...common, noticeId: common.evidenceId, lastContactAt: late(day, now) },
      withdrawnAt: null,
    })),
    stays: joined(
      RISK_LEVELS.map((level) =>
        factsOfKind(dates, `${level}_STAY`, (day, common) => ({
          ...{ ...common, level },
          from: typeof day === 'number' && firstInstant(day) < now ? firstInstant(day) : now,
          until: typeof day === 'number' ? lastInstant(day) : null,
        })),
      ),
    ),
    entries: factsOfKind(dates, 'ENTRY', (day, common) => ({
      ...{ ...common, enteredAt: late(day, now) },
    })),
    // What officials of the issuer found is not known here, only that they found something.
    overrides: (dates.get('STRICTER_OVERRIDE') ?? null) === null ? [] : 'unknown',
  };
}

const NO_TEXT = { ZH_HANS: '', ZH_HANT: '', EN: '' };
const JUDGING = new WeakMap<readonly RuleTerm[], Policy>();

/** A policy without what is owed where a person is registered: there the issuer sees to it. */
function judging(policy: PolicyTerm, rules: readonly RuleTerm[]): Policy {
  const before = JUDGING.get(rules);
  if (before) return before;
  const read = rules.filter(({ condition }) => condition.kind !== 'CHECK_INS_LAPSED');
  const made = { ...policy, rules: read.map((rule) => ({ ...rule, text: NO_TEXT })) };
  JUDGING.set(rules, made);
  return made;
}

function colorBy(
  policy: PolicyTerm | null,
  agreement: Agreement,
  list: SharedEvidence,
  dates: SharedDates,
  now: Date,
): Pick<SharedFinding, 'sharedColor' | 'until'> {
  const none = { sharedColor: null, until: null };
  const rules = policy?.rules;
  if (!policy || !rules || agreement.mode !== 'SHARED_DATA') return none;
  if (!covers(list.needs, needsOf(agreement, rules))) return none;
  const facts = sharedFacts(dates, list.needs.symptoms, now);
  const decision = decideColor(facts, judging(policy, rules), now);
  return decision.state === 'ACTIVE'
    ? { sharedColor: decision.color, until: decision.until }
    : none;
}

/**
 * What a list says of a token: nothing unless it is fresh and the token is older than it.
 * Source: DESIGN.md §6, Modes; RULES.md §9.
 */
export function sharedFinding(
  list: SharedEvidence,
  claims: TokenClaims,
  { agreement, policy }: { agreement: Agreement; policy: PolicyTerm | null },
  maxAgeMinutes: number,
  now: Date,
): SharedFinding {
  const stale = new Date(list.issuedAt.getTime() + maxAgeMinutes * 60_000);
  const older = claims.issuedAt.getTime() < list.issuedAt.getTime() - MAKING_MS;
  if (now > stale || now >= list.expiresAt || !older) return NOTHING_SHARED;
  const dates = datesOf(list, claims.cti);
  const { sharedColor, until } = colorBy(policy, agreement, list, dates, now);
  const tested = dates.get('NOT_DETECTED');
  const ends = agreement.conditions.map(({ hours }) =>
    typeof tested === 'number' ? new Date(startOf(tested) + hours * HOUR_MS) : null,
  );
  return {
    sharedColor,
    until: earliest([stale, until, ...ends.map((end) => (end && end > now ? end : null))]),
    conditions: (condition) => {
      const asked = needsOf({ mode: 'DIRECT', conditions: [condition] }, []);
      return covers(list.needs, asked) ? coarseStanding(condition, tested, now) : 'OPEN';
    },
  };
}
