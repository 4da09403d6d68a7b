import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../kit/graphql/enum-of.ts';
import {
  CONDITION_KINDS,
  EXIT_KINDS,
  PLACES,
  RISK_LEVELS,
  SPAN_UNITS,
  type Condition,
  type Exit,
  type Place,
  type RiskLevel,
  type Span,
} from '../domain/color/policy.ts';
import { POLICY_FAULTS, type PolicyFault } from '../domain/policy/draft.ts';
import { POLICY_STATES, type PolicyState as State } from '../domain/policy/versions.ts';

/** Kinds of condition, closed list. */
export const PolicyConditionKind = enumOf(CONDITION_KINDS);
export type PolicyConditionKind = Condition['kind'];
registerEnumType(PolicyConditionKind, {
  name: 'PolicyConditionKind',
  description: 'What a rule can ask; nothing else can be asked. None can name a person.',
});

/** Kinds of exit, closed list. */
export const PolicyExitKind = enumOf(EXIT_KINDS);
export type PolicyExitKind = Exit['kind'];
registerEnumType(PolicyExitKind, {
  name: 'PolicyExitKind',
  description: 'How one gets out of a rule before its window ends.',
});

/** Levels of a risk area. */
export const PolicyRiskLevel = enumOf(RISK_LEVELS);
export type PolicyRiskLevel = RiskLevel;
registerEnumType(PolicyRiskLevel, { name: 'PolicyRiskLevel' });

/** Places of isolation. */
export const PolicyPlace = enumOf(PLACES);
export type PolicyPlace = Place;
registerEnumType(PolicyPlace, { name: 'PolicyPlace' });

/** Units of a span. */
export const PolicySpanUnit = enumOf(SPAN_UNITS);
export type PolicySpanUnit = Span['unit'];
registerEnumType(PolicySpanUnit, {
  name: 'PolicySpanUnit',
  description: 'N days end at 00:00 in Shanghai of the day after the N-th; hours to the second.',
});

/** Where a version stands. */
export const PolicyState = enumOf(POLICY_STATES);
export type PolicyState = State;
registerEnumType(PolicyState, {
  name: 'PolicyState',
  description: 'Where a version stands. The highest that has begun and not ended is IN_FORCE.',
});

/** What can be wrong with a policy. */
export const PolicyFaultKind = enumOf(POLICY_FAULTS);
export type PolicyFaultKind = PolicyFault['kind'];
registerEnumType(PolicyFaultKind, {
  name: 'PolicyFaultKind',
  description: 'Why a policy cannot be proposed.',
});
