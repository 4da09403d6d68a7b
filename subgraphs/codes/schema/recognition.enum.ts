import { registerEnumType } from 'type-graphql';

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
  description: 'CROSS_CHECK: look at other proof. STALE: the status is too old, ask again.',
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
});

/** How one condition came out. */
export const ConditionOutcome = { PASS: 'PASS', FAIL: 'FAIL', OPEN: 'OPEN' } as const;
export type ConditionOutcome = (typeof ConditionOutcome)[keyof typeof ConditionOutcome];
registerEnumType(ConditionOutcome, {
  name: 'ConditionOutcome',
  description: 'How a rule came out. OPEN: it could not be told.',
});

/** Where the status came from. */
export const BasisMode = { ONLINE: 'ONLINE', OFFLINE: 'OFFLINE' } as const;
export type BasisMode = (typeof BasisMode)[keyof typeof BasisMode];
registerEnumType(BasisMode, {
  name: 'BasisMode',
  description: 'ONLINE: the status was asked for. OFFLINE: it stood in a signed list.',
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
});

/** How a receiver takes an issuer's codes. */
export const RecognitionMode = {
  DIRECT: 'DIRECT',
  SHARED_DATA: 'SHARED_DATA',
  CONVERT: 'CONVERT',
} as const;
export type RecognitionMode = (typeof RecognitionMode)[keyof typeof RecognitionMode];
registerEnumType(RecognitionMode, { name: 'RecognitionMode' });
