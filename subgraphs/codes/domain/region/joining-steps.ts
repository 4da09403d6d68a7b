import type { AgreementState } from '../agreement/standing.ts';
import type { ListAge } from '../lists/list-ages.ts';
import { isGivenUp, type Rehearsal } from '../rehearsal/rehearsal.ts';
import { KEY_USES } from '../token/keys.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { lifeOfKeys, lifeOfList, listedKey, type HeldKey } from './key-standing.ts';

/** The way of a region into recognition, in its order. */
export const JOINING_STEPS = [
  ...(['KEYS', 'LISTED', 'POLICY', 'AGREEMENTS', 'SELF_TEST', 'RECOGNIZED'] as const),
] as const;
/** One step of it. */
export type JoiningStepName = (typeof JOINING_STEPS)[number];

/**
 * Where a step stands. NOW: it is the next thing to do. WAITING: its turn has not come, or another
 * region has to act. ATTENTION: it was done, and something of it is wrong or will be.
 */
export const JOINING_STATES = ['DONE', 'NOW', 'WAITING', 'ATTENTION'] as const;
/** One of them. */
export type JoiningState = (typeof JOINING_STATES)[number];

/** What was found about a step; a closed list. */
export const JOINING_FINDINGS = [
  ...(['KEY_MISSING', 'KEY_ENDS', 'KEY_OVER'] as const),
  ...(['NO_LIST', 'LIST_ENDS', 'LIST_OVER', 'NOT_IN_LIST', 'SUNSET', 'NO_ENDPOINT'] as const),
  ...(['KEY_WITHDRAWN', 'KEY_NOT_IN_FORCE', 'KEY_NOT_LISTED'] as const),
  ...(['NAME_MISSING', 'POLICY_MISSING'] as const),
  ...(['NONE_TAKEN_HERE', 'NONE_TAKEN_THERE', 'OFFER_OPEN', 'STATEMENT_STALE'] as const),
  ...(['UNDER_WAY', 'GIVEN_UP', 'REHEARSAL_FAILED', 'NO_OTHER_STACK'] as const),
] as const;
/** One of them. */
export type JoiningFindingKind = (typeof JOINING_FINDINGS)[number];

/** Something that was found. */
export interface JoiningFinding {
  readonly kind: JoiningFindingKind;
  /** The use of a key, a key id, a region or a step of a rehearsal; null for none. */
  readonly about: string | null;
  /** When it happens or happened; null when there is no such instant. */
  readonly at: Date | null;
}

/** One step with what was found. */
export interface JoiningStep {
  readonly step: JoiningStepName;
  readonly state: JoiningState;
  readonly findings: readonly JoiningFinding[];
}

/** Another region of the trust list, as it stands to a region. */
export interface Neighbour {
  readonly region: string;
  readonly state: TrustList['regions'][number]['state'];
  readonly endpoint: string | null;
  /** The agreement by which its codes count here; null when there is none. */
  readonly takenHere: AgreementState | null;
  /** The agreement by which codes of here count there. */
  readonly takenThere: AgreementState | null;
  /** When its newest statement that is known here was made; null when none is. */
  readonly statedAt: Date | null;
  /** How old that is for the policy of here. */
  readonly age: ListAge['standing'] | null;
}

/** All that the way depends on. */
export interface JoiningFacts {
  readonly region: string;
  /** The trust list in use; null when none holds. */
  readonly list: TrustList | null;
  /** Private keys of the region that this process has, by their public parts. */
  readonly held: readonly HeldKey[];
  /** Whether its name is published. */
  readonly isNamed: boolean;
  /** Version of the policy in force. */
  readonly policy: number | null;
  readonly neighbours: readonly Neighbour[];
  /** The newest one. */
  readonly rehearsal: Rehearsal | null;
  readonly joinedAfter: number | null;
}

/** How a step stands by itself. */
interface Own {
  /** OPEN: somebody here has to act. */
  readonly state: 'DONE' | 'OPEN' | 'WAITING' | 'ATTENTION';
  readonly findings: readonly JoiningFinding[];
}

function finding(
  kind: JoiningFindingKind,
  about: string | null = null,
  at: Date | null = null,
): JoiningFinding {
  return { kind, about, at };
}

function keys({ held }: JoiningFacts, now: Date): Own {
  const found = KEY_USES.map((use) => ({ use, last: lifeOfKeys(use, held, now) }));
  const findings = found.flatMap(({ use, last }) => {
    if (!last) return [finding('KEY_MISSING', use)];
    if (last.life === 'LASTS') return [];
    return [finding(last.life === 'OVER' ? 'KEY_OVER' : 'KEY_ENDS', use, last.until)];
  });
  if (found.some(({ last }) => !last)) return { state: 'OPEN', findings };
  return { state: findings.length > 0 ? 'ATTENTION' : 'DONE', findings };
}

function listed({ region, list, held }: JoiningFacts, now: Date): Own {
  if (!list) return { state: 'OPEN', findings: [finding('NO_LIST')] };
  const life = lifeOfList(list, now);
  const ends = { LASTS: [], ENDS: ['LIST_ENDS'], OVER: ['LIST_OVER'] } as const;
  const age = ends[life].map((kind) => finding(kind, null, list.expiresAt));
  const entry = list.regions.find((one) => one.region === region);
  if (!entry) return { state: 'OPEN', findings: [...age, finding('NOT_IN_LIST')] };
  const wrong = KEY_USES.flatMap((use) => {
    const one = listedKey(use, held, entry, now);
    if (one.state === 'LISTED') return [];
    if (one.state === 'NOT_IN_FORCE') return [finding('KEY_NOT_IN_FORCE', use)];
    if (one.state === 'WITHDRAWN') return [finding('KEY_WITHDRAWN', one.kid)];
    return [finding('KEY_NOT_LISTED', one.kid, one.begins)];
  });
  const sunset = entry.state === 'SUNSET' ? [finding('SUNSET')] : [];
  const hints = entry.endpoint === undefined ? [finding('NO_ENDPOINT')] : [];
  const faults = [...age, ...sunset, ...wrong];
  return { state: faults.length > 0 ? 'ATTENTION' : 'DONE', findings: [...faults, ...hints] };
}

function policy({ isNamed, policy: version }: JoiningFacts): Own {
  const findings = [
    ...(isNamed ? [] : [finding('NAME_MISSING')]),
    ...(version === null ? [finding('POLICY_MISSING')] : []),
  ];
  return { state: findings.length > 0 ? 'OPEN' : 'DONE', findings };
}

const COUNTS: readonly (AgreementState | null)[] = ['IN_FORCE', 'SCHEDULED'];

function agreements({ neighbours }: JoiningFacts): Own {
  const here = neighbours.filter(({ takenHere }) => COUNTS.includes(takenHere));
  const there = neighbours.filter(({ takenThere }) => COUNTS.includes(takenThere));
  const stale = here
    .filter(({ age, takenHere }) => takenHere === 'IN_FORCE' && (age ?? 'TOO_OLD') === 'TOO_OLD')
    .map(({ region, statedAt }) => finding('STATEMENT_STALE', region, statedAt));
  const offers = neighbours
    .filter(({ takenHere, takenThere }) => [takenHere, takenThere].includes('OFFERED'))
    .map(({ region }) => finding('OFFER_OPEN', region));
  const none = [
    ...(here.length > 0 ? [] : [finding('NONE_TAKEN_HERE')]),
    ...(there.length > 0 ? [] : [finding('NONE_TAKEN_THERE')]),
  ];
  const findings = [...stale, ...offers, ...none];
  if (stale.length > 0) return { state: 'ATTENTION', findings };
  if (here.length + there.length > 0) return { state: 'DONE', findings };
  return { state: offers.length > 0 ? 'WAITING' : 'OPEN', findings };
}

function selfTest({ rehearsal }: JoiningFacts, now: Date): Own {
  if (!rehearsal) return { state: 'OPEN', findings: [] };
  const { begunAt, endedAt, steps } = rehearsal;
  if (!endedAt) {
    return isGivenUp(rehearsal, now)
      ? { state: 'ATTENTION', findings: [finding('GIVEN_UP', null, begunAt)] }
      : { state: 'WAITING', findings: [finding('UNDER_WAY')] };
  }
  const failed = steps
    .filter(({ state }) => state === 'FAILED')
    .map(({ step }) => finding('REHEARSAL_FAILED', step, endedAt));
  return { state: failed.length > 0 ? 'ATTENTION' : 'DONE', findings: failed };
}

/** Another stack is asked once everything holds here. */
function recognized(facts: JoiningFacts, now: Date): Own {
  if (facts.joinedAfter !== null) return { state: 'DONE', findings: [] };
  const state = selfTest(facts, now).state === 'DONE' ? 'OPEN' : 'WAITING';
  return { state, findings: [finding('NO_OTHER_STACK')] };
}

const OWN: Readonly<Record<JoiningStepName, (facts: JoiningFacts, now: Date) => Own>> = {
  ...{ KEYS: keys, LISTED: listed, POLICY: policy },
  ...{ AGREEMENTS: agreements, SELF_TEST: selfTest, RECOGNIZED: recognized },
};

/**
 * Where a region stands on its way into recognition. The first step at which somebody here has to
 * act is NOW; those after it wait. Source: README.md, A region of your own.
 */
export function joiningSteps(facts: JoiningFacts, now: Date): readonly JoiningStep[] {
  const own = JOINING_STEPS.map((step) => ({ step, ...OWN[step](facts, now) }));
  const next = own.find(({ state }) => state === 'OPEN')?.step;
  return own.map(({ step, state, findings }) => {
    if (state !== 'OPEN') return { step, state, findings };
    return { step, state: step === next ? 'NOW' : 'WAITING', findings };
  });
}
