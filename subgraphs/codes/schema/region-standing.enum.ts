import { registerEnumType } from 'type-graphql';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
import {
  JOINING_FINDINGS,
  JOINING_STATES,
  JOINING_STEPS,
  type JoiningFindingKind as FindingKind,
  type JoiningState as State,
  type JoiningStepName as StepName,
} from '../domain/region/joining-steps.ts';

/** The way of a region into recognition. */
export const JoiningStepName = enumOf(JOINING_STEPS);
export type JoiningStepName = StepName;
registerEnumType(JoiningStepName, {
  name: 'JoiningStepName',
  description: 'The way of a region into recognition, in its order.',
  valuesConfig: meanings<keyof typeof JoiningStepName>({
    KEYS: 'A private key of every use is here.',
    LISTED: 'The trust list carries the region and its keys.',
    POLICY: 'The region has a name and rules in force.',
    AGREEMENTS: 'Agreements with other regions.',
    SELF_TEST: 'A rehearsal that passed.',
    RECOGNIZED: 'A code of here was recognized by another stack.',
  }),
});

/** Where a step stands. */
export const JoiningState = enumOf(JOINING_STATES);
export type JoiningState = State;
registerEnumType(JoiningState, {
  name: 'JoiningState',
  description: 'Where a step stands.',
  valuesConfig: meanings<keyof typeof JoiningState>({
    DONE: 'Nothing is left to do.',
    NOW: 'The next thing to do.',
    WAITING: 'Its turn has not come, or another region has to act.',
    ATTENTION: 'It was done, and something is wrong or will be.',
  }),
});

/** What was found about a step. */
export const JoiningFindingKind = enumOf(JOINING_FINDINGS);
export type JoiningFindingKind = FindingKind;
registerEnumType(JoiningFindingKind, {
  name: 'JoiningFindingKind',
  description: 'What was found about a step; a closed list.',
  valuesConfig: meanings<keyof typeof JoiningFindingKind>({
    KEY_MISSING: 'No private key of a use is here; `about`: the use.',
    KEY_ENDS: 'The last key of a use ends within 30 days; `about`: the use.',
    KEY_OVER: 'The last key of a use has ended; `about`: the use.',
    NO_LIST: 'No trust list holds here.',
    LIST_ENDS: 'The trust list ends within 2 days.',
    LIST_OVER: 'The trust list has ended.',
    NOT_IN_LIST: 'The trust list does not carry the region.',
    SUNSET: 'The trust list says that the region has left.',
    NO_ENDPOINT: 'The trust list does not say where the region is served; only a hint.',
    KEY_WITHDRAWN: 'A key that is still here is withdrawn in the trust list; `about`: the key id.',
    KEY_NOT_IN_FORCE:
      'The trust list carries no key of a use that is here and in force; `about`: the use.',
    KEY_NOT_LISTED:
      'A further key is here that the trust list does not carry; `about`: the key id, `at`: its beginning.',
    NAME_MISSING: "The region's name is not published.",
    POLICY_MISSING: "No version of the region's rules is in force.",
    NONE_TAKEN_HERE: "No agreement in force or to come by which others' codes count here.",
    NONE_TAKEN_THERE: 'No agreement in force or to come by which codes of here count elsewhere.',
    OFFER_OPEN: 'An agreement with a region waits to be accepted; `about`: the region.',
    STATEMENT_STALE: 'What a region whose codes count here says is too old; `about`: the region.',
    UNDER_WAY: 'A rehearsal is under way.',
    GIVEN_UP: 'A rehearsal began more than ten minutes ago and did not end.',
    REHEARSAL_FAILED: 'A step of the newest rehearsal failed; `about`: the step.',
    NO_OTHER_STACK: 'No code of here was recognized by another stack yet.',
  }),
});

const LISTED_STATES = ['ACTIVE', 'SUNSET'] as const;
/** How a trust list carries a region. */
export const ListedState = enumOf(LISTED_STATES);
export type ListedState = (typeof LISTED_STATES)[number];
registerEnumType(ListedState, {
  name: 'ListedState',
  description: 'How a trust list carries a region.',
  valuesConfig: meanings<keyof typeof ListedState>({
    ACTIVE: 'It takes part.',
    SUNSET: 'It has left; its codes are no longer recognized.',
  }),
});

const AGES = ['FRESH', 'AGEING', 'TOO_OLD'] as const;
/** How old a region's newest statement is. */
export const StatementAge = enumOf(AGES);
export type StatementAge = (typeof AGES)[number];
registerEnumType(StatementAge, {
  name: 'StatementAge',
  description: "How old a region's newest statement is, for the rules of who reads it.",
  valuesConfig: meanings<keyof typeof StatementAge>({
    FRESH: 'Less than half of the time has gone in which it is good.',
    AGEING: 'More than half of that time has gone.',
    TOO_OLD: 'That time has gone: what it says is STALE.',
  }),
});
