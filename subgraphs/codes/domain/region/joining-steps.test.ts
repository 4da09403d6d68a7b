import { describe, expect, it } from 'vitest';
import { REHEARSAL_MS, type Rehearsal, type RehearsalStep } from '../rehearsal/rehearsal.ts';
import { KEY_USES, type KeyUse, type TrustedKey } from '../token/keys.ts';
import type { TrustedRegion, TrustList } from '../trust/trust-list.ts';
import { joiningSteps, type JoiningFacts, type Neighbour } from './joining-steps.ts';

const NOW = new Date('2022-07-01T00:00:00Z');
const REGION = '440000';
const DAY_MS = 86_400_000;
const later = (days: number, ms = 0) => new Date(NOW.getTime() + days * DAY_MS + ms);

function aKey(use: KeyUse, given: Partial<TrustedKey> = {}): TrustedKey {
  return {
    ...{ kid: `${KEY_USES.indexOf(use)}`.padStart(16, '0'), alg: 'ES256', use, region: REGION },
    ...{ notBefore: later(-90), notAfter: later(90), state: 'ACTIVE', spki: new Uint8Array() },
    ...given,
  };
}

const KEYS = KEY_USES.map((use) => aKey(use));
const withPaper = (given: Partial<TrustedKey>) =>
  KEYS.map((key) => (key.use === 'paper' ? { ...key, ...given } : key));

function aList(region: Partial<TrustedRegion> | null = {}, given: Partial<TrustList> = {}) {
  const own = { region: REGION, state: 'ACTIVE' as const, keys: KEYS, endpoint: 'https://gd' };
  return {
    ...{ version: 3, environment: 'demo' as const, issuedAt: later(-1), expiresAt: later(6) },
    ...{ regions: region ? [{ ...own, ...region }] : [], ...given },
  };
}

function aNeighbour(given: Partial<Neighbour> = {}): Neighbour {
  return {
    ...{ region: '450000', state: 'ACTIVE', endpoint: 'https://gx', takenHere: 'IN_FORCE' },
    ...{ takenThere: 'IN_FORCE', statedAt: NOW, age: 'FRESH' },
    ...given,
  };
}

const step = (state: RehearsalStep['state']): RehearsalStep => ({
  ...{ step: 'KEY_ROLLED', state, note: '', took: 1 },
});

function aRehearsal(given: Partial<Rehearsal> = {}): Rehearsal {
  return {
    ...{ region: REGION, id: 'r', begunAt: NOW, endedAt: NOW, listVersion: 3, joinedAfter: null },
    ...{ steps: [step('PASSED'), step('NOT_DONE')] },
    ...given,
  };
}

/** A region that has gone the whole way. */
const JOINED: JoiningFacts = {
  ...{ region: REGION, list: aList(), held: KEYS, isNamed: true, policy: 1 },
  ...{ neighbours: [aNeighbour()], rehearsal: aRehearsal(), joinedAfter: 90_000 },
};

/** A region of which nothing is there. */
const NOTHING: JoiningFacts = {
  ...{ region: REGION, list: aList(null), held: [], isNamed: false, policy: null },
  ...{ neighbours: [], rehearsal: null, joinedAfter: null },
};

const states = (facts: JoiningFacts) =>
  joiningSteps(facts, NOW)
    .map(({ state }) => state[0])
    .join('');
const found = (facts: JoiningFacts) =>
  joiningSteps(facts, NOW)
    .flatMap(({ findings }) => findings)
    .map(({ kind, about }) => [kind, about].filter(Boolean).join(' '));

interface Row {
  readonly title: string;
  readonly given: Partial<JoiningFacts>;
  readonly base?: JoiningFacts;
  /** First letters of DONE, NOW, WAITING, ATTENTION, step by step. */
  readonly states: string;
  readonly findings: readonly string[];
}

const NO_AGREEMENT = ['NONE_TAKEN_HERE', 'NONE_TAKEN_THERE'];
const REST = ['NAME_MISSING', 'POLICY_MISSING', ...NO_AGREEMENT, 'NO_OTHER_STACK'];
const MADE: JoiningFacts = { ...NOTHING, held: KEYS };
const LISTED: JoiningFacts = { ...MADE, list: aList() };
const RULED: JoiningFacts = { ...LISTED, isNamed: true, policy: 1 };
const AGREED: JoiningFacts = { ...RULED, neighbours: [aNeighbour()] };

describe('the way of a region', () => {
  it.each<Row>([
    { title: 'whole', given: {}, states: 'DDDDDD', findings: [] },
    {
      ...{ title: 'not begun', base: NOTHING, given: {}, states: 'NWWWWW' },
      findings: [...KEY_USES.map((use) => `KEY_MISSING ${use}`), 'NOT_IN_LIST', ...REST],
    },
    {
      ...{ title: 'with keys, in no list', base: MADE, given: {}, states: 'DNWWWW' },
      findings: ['NOT_IN_LIST', ...REST],
    },
    {
      ...{ title: 'where no list holds', base: MADE, given: { list: null }, states: 'DNWWWW' },
      findings: ['NO_LIST', ...REST],
    },
    { title: 'listed', base: LISTED, given: {}, states: 'DDNWWW', findings: REST },
    {
      ...{ title: 'named, without a policy', base: RULED, given: { policy: null } },
      ...{ states: 'DDNWWW', findings: ['POLICY_MISSING', ...NO_AGREEMENT, 'NO_OTHER_STACK'] },
    },
    {
      ...{ title: 'with a policy', base: RULED, given: {}, states: 'DDDNWW' },
      findings: [...NO_AGREEMENT, 'NO_OTHER_STACK'],
    },
    {
      ...{ title: 'with an offer that waits for the other side', base: RULED },
      given: { neighbours: [aNeighbour({ takenHere: 'OFFERED', takenThere: null })] },
      ...{ states: 'DDDWNW', findings: ['OFFER_OPEN 450000', ...NO_AGREEMENT, 'NO_OTHER_STACK'] },
    },
    {
      ...{ title: 'with an agreement to come, one way', base: RULED },
      given: { neighbours: [aNeighbour({ takenHere: 'SCHEDULED', takenThere: null })] },
      ...{ states: 'DDDDNW', findings: ['NONE_TAKEN_THERE', 'NO_OTHER_STACK'] },
    },
    {
      ...{ title: 'whose agreements are over', base: RULED },
      given: { neighbours: [aNeighbour({ takenHere: 'ENDED', takenThere: 'WITHDRAWN' })] },
      ...{ states: 'DDDNWW', findings: [...NO_AGREEMENT, 'NO_OTHER_STACK'] },
    },
    { title: 'agreed', base: AGREED, given: {}, states: 'DDDDNW', findings: ['NO_OTHER_STACK'] },
    {
      ...{ title: 'while it is rehearsed', base: AGREED },
      given: {
        rehearsal: aRehearsal({ endedAt: null, begunAt: later(0, 1 - REHEARSAL_MS) }),
      },
      ...{ states: 'DDDDWW', findings: ['UNDER_WAY', 'NO_OTHER_STACK'] },
    },
    {
      ...{ title: 'whose rehearsal nobody ends', base: AGREED },
      given: { rehearsal: aRehearsal({ endedAt: null, begunAt: later(0, -REHEARSAL_MS) }) },
      ...{ states: 'DDDDAW', findings: ['GIVEN_UP', 'NO_OTHER_STACK'] },
    },
    {
      ...{ title: 'rehearsed in vain, known to no other stack', base: AGREED },
      given: { rehearsal: aRehearsal({ steps: [step('FAILED')] }) },
      ...{ states: 'DDDDAW', findings: ['REHEARSAL_FAILED KEY_ROLLED', 'NO_OTHER_STACK'] },
    },
    {
      ...{ title: 'rehearsed, known to no other stack', base: AGREED },
      given: { rehearsal: aRehearsal() },
      ...{ states: 'DDDDDN', findings: ['NO_OTHER_STACK'] },
    },
  ])('$title: $states', ({ given, base = JOINED, states: expected, findings }) => {
    expect(states({ ...base, ...given })).toBe(expected);
    expect(found({ ...base, ...given })).toEqual(findings);
  });
});

describe('what asks for attention', () => {
  const held = (given: Partial<TrustedKey>) => ({
    ...{ held: withPaper(given), list: aList({ keys: withPaper(given) }) },
  });
  const fresh = aKey('paper', { kid: 'f'.repeat(16), notBefore: later(8), notAfter: later(98) });
  it.each<Row>([
    {
      ...{
        title: 'a key that ends in less than 30 days',
        given: held({ notAfter: later(30, -1) }),
      },
      ...{ states: 'ADDDDD', findings: ['KEY_ENDS paper'] },
    },
    {
      ...{ title: 'not one that ends in 30', given: held({ notAfter: later(30) }) },
      ...{ states: 'DDDDDD', findings: [] },
    },
    {
      ...{ title: 'a key that is over', given: held({ notAfter: NOW }), states: 'AADDDD' },
      findings: ['KEY_OVER paper', 'KEY_NOT_IN_FORCE paper'],
    },
    {
      ...{ title: 'a key that the list says is withdrawn' },
      given: { list: aList({ keys: withPaper({ state: 'TERMINATED' }) }) },
      ...{ states: 'DADDDD', findings: [`KEY_WITHDRAWN ${KEYS[1]?.kid ?? ''}`] },
    },
    {
      ...{ title: 'a key that begins and is not listed', given: { held: [...KEYS, fresh] } },
      ...{ states: 'DADDDD', findings: [`KEY_NOT_LISTED ${fresh.kid}`] },
    },
    {
      ...{ title: 'a list that ends in less than 2 days' },
      given: { list: aList({}, { expiresAt: later(2, -1) }) },
      ...{ states: 'DADDDD', findings: ['LIST_ENDS'] },
    },
    {
      ...{ title: 'not one that ends in 2', given: { list: aList({}, { expiresAt: later(2) }) } },
      ...{ states: 'DDDDDD', findings: [] },
    },
    {
      ...{ title: 'a list that is over', given: { list: aList({}, { expiresAt: NOW }) } },
      ...{ states: 'DADDDD', findings: ['LIST_OVER'] },
    },
    {
      ...{ title: 'a region that leaves', given: { list: aList({ state: 'SUNSET' }) } },
      ...{ states: 'DADDDD', findings: ['SUNSET'] },
    },
    {
      ...{ title: 'a neighbour that is taken and says nothing new' },
      given: { neighbours: [aNeighbour({ age: 'TOO_OLD' })] },
      ...{ states: 'DDDADD', findings: ['STATEMENT_STALE 450000'] },
    },
    {
      ...{ title: 'a neighbour that is taken and never said anything' },
      given: { neighbours: [aNeighbour({ statedAt: null, age: null })] },
      ...{ states: 'DDDADD', findings: ['STATEMENT_STALE 450000'] },
    },
    {
      ...{ title: 'not a neighbour that is not taken' },
      given: { neighbours: [aNeighbour({ takenHere: null, age: 'TOO_OLD' })] },
      ...{ states: 'DDDDDD', findings: ['NONE_TAKEN_HERE'] },
    },
    {
      ...{ title: 'a rehearsal of which a step failed' },
      given: { rehearsal: aRehearsal({ steps: [step('PASSED'), step('FAILED')] }) },
      ...{ states: 'DDDDAD', findings: ['REHEARSAL_FAILED KEY_ROLLED'] },
    },
  ])('$title: $states', ({ given, states: expected, findings }) => {
    expect(states({ ...JOINED, ...given })).toBe(expected);
    expect(found({ ...JOINED, ...given })).toEqual(findings);
  });

  it('not an address that is missing, which is only said', () => {
    const [own = { region: REGION, state: 'ACTIVE', keys: KEYS }] = aList().regions;
    const { region, state, keys } = own;
    const facts = { ...JOINED, list: { ...aList(), regions: [{ region, state, keys }] } };
    expect(states(facts)).toBe('DDDDDD');
    expect(found(facts)).toEqual(['NO_ENDPOINT']);
  });
});
