import { registerEnumType } from 'type-graphql';
import { meanings } from '../../kit/graphql/enum-of.ts';

/** The receiving region's verdict. */
export const RecognitionOutcome = {
  RECOGNIZED: 'RECOGNIZED',
  NOT_RECOGNIZED: 'NOT_RECOGNIZED',
  CROSS_CHECK: 'CROSS_CHECK',
  STALE: 'STALE',
} as const;
export type RecognitionOutcome = (typeof RecognitionOutcome)[keyof typeof RecognitionOutcome];
registerEnumType(RecognitionOutcome, {
  name: 'RecognitionOutcome',
  description: "The receiving region's verdict.",
  valuesConfig: meanings<keyof typeof RecognitionOutcome>({
    RECOGNIZED: 'The code counts here, with `color`.',
    NOT_RECOGNIZED: 'The code does not count here.',
    CROSS_CHECK: 'It cannot be said from here; look at other proof.',
    STALE: 'The status that is known is too old; ask again online.',
  }),
});

/** What the checks of a token found; the first that fails decides. */
export const TokenStatus = {
  VERIFIED: 'VERIFIED',
  NOT_SUPPORTED: 'NOT_SUPPORTED',
  MALFORMED: 'MALFORMED',
  ISSUER_NOT_TRUSTED: 'ISSUER_NOT_TRUSTED',
  KEY_TERMINATED: 'KEY_TERMINATED',
  WRONG_KEY_USE: 'WRONG_KEY_USE',
  INVALID_SIGNATURE: 'INVALID_SIGNATURE',
  NOT_YET_VALID: 'NOT_YET_VALID',
  EXPIRED: 'EXPIRED',
  CLOCK_SUSPECT: 'CLOCK_SUSPECT',
  WITHDRAWN: 'WITHDRAWN',
  SUSPENDED: 'SUSPENDED',
  REPLAYED: 'REPLAYED',
  SPECIMEN: 'SPECIMEN',
  SUNSET: 'SUNSET',
} as const;
export type TokenStatus = (typeof TokenStatus)[keyof typeof TokenStatus];
registerEnumType(TokenStatus, {
  name: 'TokenStatus',
  description: 'What the checks of a text found; the first that fails decides.',
  valuesConfig: meanings<keyof typeof TokenStatus>({
    VERIFIED: 'The text is a code in order; the reasons decide.',
    NOT_SUPPORTED: 'It is no health code of ours.',
    MALFORMED: 'It begins like one, and cannot be read.',
    ISSUER_NOT_TRUSTED: 'No region of the trust list signed it.',
    KEY_TERMINATED: 'Its key was withdrawn, or did not hold at that time.',
    WRONG_KEY_USE: 'Its key may not sign such a thing.',
    INVALID_SIGNATURE: 'It was changed, or somebody else presents it.',
    NOT_YET_VALID: 'It begins later.',
    EXPIRED: 'It is over.',
    CLOCK_SUSPECT: 'The clock here is behind the trust list.',
    WITHDRAWN: 'Its region took it back.',
    SUSPENDED: 'Its region has no color for it now.',
    REPLAYED: 'The same presentation was just shown.',
    SPECIMEN: 'It stands for nobody; for training and tests.',
    SUNSET: 'Its region has ended its code.',
  }),
});

/** How one condition came out. */
export const ConditionOutcome = { PASS: 'PASS', FAIL: 'FAIL', OPEN: 'OPEN' } as const;
export type ConditionOutcome = (typeof ConditionOutcome)[keyof typeof ConditionOutcome];
registerEnumType(ConditionOutcome, {
  name: 'ConditionOutcome',
  description: 'How a rule came out.',
  valuesConfig: meanings<keyof typeof ConditionOutcome>({
    PASS: 'Met.',
    FAIL: 'Not met.',
    OPEN: 'It could not be told.',
  }),
});

/** Where the status came from. */
export const BasisMode = { ONLINE: 'ONLINE', OFFLINE: 'OFFLINE' } as const;
export type BasisMode = (typeof BasisMode)[keyof typeof BasisMode];
registerEnumType(BasisMode, {
  name: 'BasisMode',
  description: 'Where the status came from.',
  valuesConfig: meanings<keyof typeof BasisMode>({
    ONLINE: 'Asked for in this moment.',
    OFFLINE: 'Read from a signed status list.',
  }),
});

/** What a code is looked at for, closed list. Source: DESIGN.md §4. */
export const Purpose = {
  ENTRY: 'ENTRY',
  TRANSPORT: 'TRANSPORT',
  CARE: 'CARE',
  WORK: 'WORK',
  REVIEW: 'REVIEW',
  CASE_WORK: 'CASE_WORK',
  APPEAL: 'APPEAL',
  CORRECTION: 'CORRECTION',
  AUDIT: 'AUDIT',
  SUPPORT: 'SUPPORT',
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];
registerEnumType(Purpose, {
  name: 'Purpose',
  description: 'What is looked at for. Partners and verifiers: ENTRY, TRANSPORT, CARE, WORK.',
  valuesConfig: meanings<keyof typeof Purpose>({
    ENTRY: 'Whether somebody may come in.',
    TRANSPORT: 'Whether somebody may travel along.',
    CARE: 'Care of a patient.',
    WORK: 'Whether somebody may work.',
    REVIEW: 'Review of registrations and declarations.',
    CASE_WORK: 'Isolation, contacts and outbreaks.',
    APPEAL: 'Deciding an appeal.',
    CORRECTION: 'Putting a record right.',
    AUDIT: 'Looking after the audit log.',
    SUPPORT: 'Helping a person who asks.',
  }),
});
