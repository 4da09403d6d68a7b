import { registerEnumType } from 'type-graphql';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
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
  valuesConfig: meanings<keyof typeof PolicyConditionKind>({
    DETECTED_RESULT: 'A result DETECTED: from the taking of the sample, for `days`.',
    RISK_AREA_STAY: 'Time in an area of `level`: from its beginning, until `days` after its end.',
    CONTACT_NOTICE: 'A contact notice that stands: from the last contact, for `days`.',
    ISOLATION_ORDER: 'An order to isolate at `place`: from its beginning to its end.',
    SYMPTOM: 'One of `terms` in a declaration or check-in: from then on, for `days`.',
    ENTRY_FROM_ABROAD: 'An entry from abroad: from then on, for `days`.',
    CHECK_INS_LAPSED:
      'No check-in for `days` while other rules make the code yellow or red; it suspends.',
    OVERRIDE: 'An override by people: from its beginning to its end, with the color it names.',
  }),
});

/** Kinds of exit, closed list. */
export const PolicyExitKind = enumOf(EXIT_KINDS);
export type PolicyExitKind = Exit['kind'];
registerEnumType(PolicyExitKind, {
  name: 'PolicyExitKind',
  description: 'How one gets out of a rule before its window ends.',
  valuesConfig: meanings<keyof typeof PolicyExitKind>({
    AFTER: 'When `n` days or hours are over.',
    NOT_DETECTED_RESULTS: 'With the last of `count` negative results in a row.',
    NORMAL_CHECK_INS:
      'With the last of `count` check-ins in a row, one a day, without symptoms and below 37.3 °C.',
    ORDER_RELEASED: 'When the isolation order is released.',
    ALL: 'When the last of the parts is taken.',
    ANY: 'When the first of the parts is taken.',
  }),
});

/** Levels of a risk area. */
export const PolicyRiskLevel = enumOf(RISK_LEVELS);
export type PolicyRiskLevel = RiskLevel;
registerEnumType(PolicyRiskLevel, {
  name: 'PolicyRiskLevel',
  description: 'Levels of a risk area, as the national bulletins have them.',
  valuesConfig: meanings<keyof typeof PolicyRiskLevel>({
    HIGH: 'High risk.',
    MEDIUM: 'Medium risk; no bulletin has it since November 2022.',
    LOW: 'Low risk.',
  }),
});

/** Places of isolation. */
export const PolicyPlace = enumOf(PLACES);
export type PolicyPlace = Place;
registerEnumType(PolicyPlace, {
  name: 'PolicyPlace',
  description: 'Where a person is isolated.',
  valuesConfig: meanings<keyof typeof PolicyPlace>({
    HOME: 'At home.',
    CENTRAL: 'At a facility.',
  }),
});

/** Units of a span. */
export const PolicySpanUnit = enumOf(SPAN_UNITS);
export type PolicySpanUnit = Span['unit'];
registerEnumType(PolicySpanUnit, {
  name: 'PolicySpanUnit',
  description: 'N days end at 00:00 in Shanghai of the day after the N-th; hours to the second.',
  valuesConfig: meanings<keyof typeof PolicySpanUnit>({
    DAY: 'Days in Asia/Shanghai.',
    HOUR: 'Hours, to the second.',
  }),
});

/** Where a version stands. */
export const PolicyState = enumOf(POLICY_STATES);
export type PolicyState = State;
registerEnumType(PolicyState, {
  name: 'PolicyState',
  description: "Where a version of a region's rules stands.",
  valuesConfig: meanings<keyof typeof PolicyState>({
    SCHEDULED: 'Not begun.',
    IN_FORCE: 'The highest that has begun and not ended: codes are decided by it.',
    SUPERSEDED: 'Begun and not ended, but a higher one is in force.',
    ENDED: 'Its time is over.',
    WITHDRAWN: 'Taken back by two people; it has ended.',
  }),
});

/** What can be wrong with a policy. */
export const PolicyFaultKind = enumOf(POLICY_FAULTS);
export type PolicyFaultKind = PolicyFault['kind'];
registerEnumType(PolicyFaultKind, {
  name: 'PolicyFaultKind',
  description: 'Why a policy cannot be proposed.',
  valuesConfig: meanings<keyof typeof PolicyFaultKind>({
    SAME_ID: 'Two rules have one id.',
    GAP: 'From some instant on no version would be in force.',
    NEVER_HOLDS: 'A rule can never hold, or there are not 1 to 50 rules.',
    NEVER_ENDS: 'A rule that once holds never ends.',
    EXIT_NEVER_TAKEN: 'An exit can never be taken while its rule holds.',
    UNKNOWN_WORD: 'A field, word or number that conditions, exits and texts do not know.',
    WRONG_COLOR: 'A rule has a color that its condition may not give, or lacks one.',
    VERSION_REUSED: 'A rule was published with this id and version and says something else.',
    WRONG_TIME:
      'It ends before it begins or in the past, or a status would be good for too long or short.',
  }),
});
