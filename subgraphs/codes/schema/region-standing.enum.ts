import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../kit/graphql/enum-of.ts';
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
});

/** Where a step stands. */
export const JoiningState = enumOf(JOINING_STATES);
export type JoiningState = State;
registerEnumType(JoiningState, {
  name: 'JoiningState',
  description:
    'NOW: the next thing to do. WAITING: its turn has not come, or another region has to act. ATTENTION: it was done, and something is wrong or will be.',
});

/** What was found about a step. */
export const JoiningFindingKind = enumOf(JOINING_FINDINGS);
export type JoiningFindingKind = FindingKind;
registerEnumType(JoiningFindingKind, {
  name: 'JoiningFindingKind',
  description: 'What was found about a step; a closed list.',
});

const LISTED_STATES = ['ACTIVE', 'SUNSET'] as const;
/** How a trust list carries a region. */
export const ListedState = enumOf(LISTED_STATES);
export type ListedState = (typeof LISTED_STATES)[number];
registerEnumType(ListedState, {
  name: 'ListedState',
  description: 'SUNSET: it has left; its codes are no longer recognized.',
});

const AGES = ['FRESH', 'AGEING', 'TOO_OLD'] as const;
/** How old a region's newest statement is. */
export const StatementAge = enumOf(AGES);
export type StatementAge = (typeof AGES)[number];
registerEnumType(StatementAge, {
  name: 'StatementAge',
  description: 'TOO_OLD: what it says is STALE. AGEING: half of the time until then has gone.',
});
