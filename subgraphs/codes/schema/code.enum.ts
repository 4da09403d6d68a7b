import { enumOf } from '../../kit/graphql/enum-of.ts';
import { PAPER_FORMATS } from './paper-pdf.ts';
import { registerEnumType } from 'type-graphql';

/** Colors of a code. */
export const Color = { GREEN: 'GREEN', YELLOW: 'YELLOW', RED: 'RED' } as const;
export type Color = (typeof Color)[keyof typeof Color];
registerEnumType(Color, { name: 'Color', description: 'Colors of a code.' });

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
});

/** Kinds of token that are issued. */
export const CodeKind = { DYNAMIC: 'DYNAMIC', PAPER: 'PAPER' } as const;
export type CodeKind = (typeof CodeKind)[keyof typeof CodeKind];
/** Formats of a paper code. */
export const PaperFormatEnum = enumOf(PAPER_FORMATS);
registerEnumType(PaperFormatEnum, {
  name: 'PaperFormat',
  description: 'A4: large type. CARD: the size of a bank card.',
});

registerEnumType(CodeKind, {
  name: 'CodeKind',
  description: 'DYNAMIC lives 24 hours and is shown on a screen; PAPER lives 30 to 90 days.',
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
registerEnumType(ReasonClass, { name: 'ReasonClass' });

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

registerEnumType(NextStepKind, { name: 'NextStepKind' });
