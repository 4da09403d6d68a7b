import { registerEnumType } from 'type-graphql';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
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
  description: "How a receiver takes an issuer's codes: the three official modes.",
  valuesConfig: meanings<keyof typeof RecognitionMode>({
    DIRECT: "The issuer's color, by the agreement's color map.",
    SHARED_DATA: "The receiver's own rules, over days of evidence that the issuer shares.",
    CONVERT: 'The holder needs a code of the receiver, made from the registration with the issuer.',
  }),
});

/** Where a version of an agreement stands. */
export const AgreementState = enumOf(AGREEMENT_STATES);
export type AgreementState = State;
registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: 'Where a version of an agreement stands among those of its pair.',
  valuesConfig: meanings<keyof typeof AgreementState>({
    OFFERED: 'Signed by the receiver alone; the issuer can accept it.',
    LAPSED: 'An offer that can no longer be accepted in time.',
    SCHEDULED: 'Signed by both sides, not begun.',
    IN_FORCE: 'Signed by both sides and begun: recognition goes by it.',
    SUPERSEDED: 'A newer version has begun, or a newer offer was made; it does not come back.',
    ENDED: 'Its time is over.',
    REFUSED: 'An offer that the issuer did not take.',
    WITHDRAWN: 'Either side took it back.',
    VOID: 'No signature of the receiver holds: its key was withdrawn.',
  }),
});

/** What can be wrong with terms. */
export const AgreementFaultKind = enumOf(AGREEMENT_FAULTS);
export type AgreementFaultKind = AgreementFault['kind'];
registerEnumType(AgreementFaultKind, {
  name: 'AgreementFaultKind',
  description: 'Why terms cannot be proposed.',
  valuesConfig: meanings<keyof typeof AgreementFaultKind>({
    UNKNOWN_REGION: 'A side is no region that is known here.',
    SAME_REGION: 'Receiver and issuer are the same.',
    WRONG_TIME: 'It would be over before it begins, or is over already.',
    TOO_LONG: 'It lasts longer than 366 days, or begins later than in 366 days.',
    TOO_SOON: 'Something of the pair is in force or to come, and it begins within 48 hours.',
    NO_COLORS: 'DIRECT without a color map: it would accept nothing.',
    WRONG_NAME:
      'A color or condition is not named in capital letters and numbers, or takes a word of the rules.',
    TOO_MANY: 'More than 16 colors or 8 conditions.',
    SAME_NAME: 'Another condition has this id.',
    LIGHTER: 'A color would count for a lighter one.',
    NOT_OF_MODE: 'A color map outside of DIRECT, or a condition in CONVERT.',
    WRONG_HOURS: 'A condition is of 1 to 336 hours.',
    NEVER_ASKED: 'A condition names no color, one twice, or one that the map does not accept.',
  }),
});
