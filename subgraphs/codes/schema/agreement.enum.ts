import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../kit/graphql/enum-of.ts';
import { AGREEMENT_STATES, type AgreementState as State } from '../domain/agreement/standing.ts';
import { AGREEMENT_FAULTS, type AgreementFault } from '../domain/agreement/terms.ts';
import {
  RECOGNITION_MODES,
  type RecognitionMode as Mode,
} from '../domain/recognition/agreement.ts';

/** How a receiver takes an issuer's codes: the three official modes. */
export const RecognitionMode = enumOf(RECOGNITION_MODES);
export type RecognitionMode = Mode;
registerEnumType(RecognitionMode, {
  name: 'RecognitionMode',
  description:
    "DIRECT: the issuer's color by a map. SHARED_DATA: the receiver's rules over shared evidence. CONVERT: the holder needs a code of the receiver.",
});

/** Where a version of an agreement stands. */
export const AgreementState = enumOf(AGREEMENT_STATES);
export type AgreementState = State;
registerEnumType(AgreementState, {
  name: 'AgreementState',
  description:
    'OFFERED: signed by the receiver alone. LAPSED: too late to accept. SCHEDULED: signed by both, not begun. VOID: a signature holds no more.',
});

/** What can be wrong with terms. */
export const AgreementFaultKind = enumOf(AGREEMENT_FAULTS);
export type AgreementFaultKind = AgreementFault['kind'];
registerEnumType(AgreementFaultKind, {
  name: 'AgreementFaultKind',
  description: 'Why terms cannot be proposed.',
});
