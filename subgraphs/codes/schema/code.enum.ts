import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
import { PAPER_FORMATS } from './paper-pdf.ts';
import { registerEnumType } from 'type-graphql';

/** Colors of a code. */
export const Color = { GREEN: 'GREEN', YELLOW: 'YELLOW', RED: 'RED' } as const;
export type Color = (typeof Color)[keyof typeof Color];
registerEnumType(Color, {
  name: 'Color',
  description: 'Colors of a code.',
  valuesConfig: meanings<keyof typeof Color>({
    GREEN: 'Nothing makes it darker.',
    YELLOW:
      "A lighter rule holds, such as isolation at home. What it means is the region's policy.",
    RED: "A darker rule holds, such as a detected result. What it means is the region's policy.",
  }),
});

/** States of a code. */
export const CodeState = {
  UNDER_REVIEW: 'UNDER_REVIEW',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
} as const;
export type CodeState = (typeof CodeState)[keyof typeof CodeState];
registerEnumType(CodeState, {
  name: 'CodeState',
  description: 'Only an ACTIVE code has a color.',
  valuesConfig: meanings<keyof typeof CodeState>({
    UNDER_REVIEW:
      'Waits for the registration, or the first declaration where the rules read one, to be approved.',
    ACTIVE: 'Has a color.',
    SUSPENDED:
      'A fact that a rule reads is unknown, or check-ins have lapsed: no color until it is known.',
    WITHDRAWN:
      'No code is in it: withdrawing voids the texts that were issued, and leaves the state.',
    EXPIRED: 'No code is in it: texts expire, the code does not.',
  }),
});

/** Kinds of token that are issued. */
export const CodeKind = { DYNAMIC: 'DYNAMIC', PAPER: 'PAPER' } as const;
export type CodeKind = (typeof CodeKind)[keyof typeof CodeKind];
/** Formats of a paper code. */
export const PaperFormatEnum = enumOf(PAPER_FORMATS);
registerEnumType(PaperFormatEnum, {
  name: 'PaperFormat',
  description: 'Sizes of a code on paper.',
  valuesConfig: meanings<keyof typeof PaperFormatEnum>({
    A4: 'One page, large type.',
    CARD: 'The size of a bank card.',
  }),
});

registerEnumType(CodeKind, {
  name: 'CodeKind',
  description: 'How a code is shown: on a screen, or on paper.',
  valuesConfig: meanings<keyof typeof CodeKind>({
    DYNAMIC: 'Lives 24 hours, one a code and day; with a holder key it is presented live.',
    PAPER: 'Lives 30 to 90 days; its color is always asked for, or read from a list.',
  }),
});

/** Grounds of a decision, closed list. */
export const ReasonClass = {
  SYMPTOM: 'SYMPTOM',
  RISK_AREA: 'RISK_AREA',
  CONTACT: 'CONTACT',
  TEST: 'TEST',
  CASE: 'CASE',
  ENTRY: 'ENTRY',
  CHECK_IN_LAPSED: 'CHECK_IN_LAPSED',
  OVERRIDE: 'OVERRIDE',
  CORRECTION: 'CORRECTION',
} as const;
export type ReasonClass = (typeof ReasonClass)[keyof typeof ReasonClass];
registerEnumType(ReasonClass, {
  name: 'ReasonClass',
  description: 'Grounds of a decision; a closed list.',
  valuesConfig: meanings<keyof typeof ReasonClass>({
    SYMPTOM: 'A symptom that was declared.',
    RISK_AREA: 'Time in a risk area.',
    CONTACT: 'A contact notice.',
    TEST: 'A detected result.',
    CASE: 'An isolation order.',
    ENTRY: 'An entry from abroad.',
    CHECK_IN_LAPSED: 'Check-ins that were owed and did not come.',
    OVERRIDE: 'An override by people.',
    CORRECTION: 'A record that was put right; no rule gives it.',
  }),
});

/** Kinds of steps out of a rule. */
export const NextStepKind = {
  WAIT: 'WAIT',
  NOT_DETECTED_RESULTS: 'NOT_DETECTED_RESULTS',
  CHECK_IN: 'CHECK_IN',
  RELEASE: 'RELEASE',
  LEAVE_AREA: 'LEAVE_AREA',
  DECLARE: 'DECLARE',
} as const;
export type NextStepKind = (typeof NextStepKind)[keyof typeof NextStepKind];

registerEnumType(NextStepKind, {
  name: 'NextStepKind',
  description: 'What leads out of a rule.',
  valuesConfig: meanings<keyof typeof NextStepKind>({
    WAIT: 'Nothing but time: `until`.',
    NOT_DETECTED_RESULTS: '`remaining` more negative results, the first from `notBefore` on.',
    CHECK_IN: '`remaining` more normal check-ins, one a day.',
    RELEASE: 'An official releases the isolation order, or it ends.',
    LEAVE_AREA: 'The person leaves the area, and says so.',
    DECLARE: 'A declaration. No step says so now: what nobody knows stands in `missing`.',
  }),
});
