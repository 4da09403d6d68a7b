import { DOCUMENT_TYPES, type DocumentTypeCode } from '../../kit/standards/document-types.ts';
import { registerEnumType } from 'type-graphql';
import { meanings } from '../../kit/graphql/enum-of.ts';

/** Where a registration stands. */
export const RegistrationState = {
  RECEIVED: 'RECEIVED',
  REGISTERED: 'REGISTERED',
  REJECTED: 'REJECTED',
} as const;
export type RegistrationState = (typeof RegistrationState)[keyof typeof RegistrationState];

/** What a reviewer decides. */
export const ReviewDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;
export type ReviewDecision = (typeof ReviewDecision)[keyof typeof ReviewDecision];

/** Ways to agree at a desk. */
export const ConsentMethod = { SIGNED_FORM: 'SIGNED_FORM', SPOKEN: 'SPOKEN' } as const;
export type ConsentMethod = (typeof ConsentMethod)[keyof typeof ConsentMethod];

registerEnumType(ConsentMethod, {
  name: 'ConsentMethod',
  description: 'How a person agreed to be served at a desk.',
  valuesConfig: meanings<keyof typeof ConsentMethod>({
    SIGNED_FORM: 'A form that the person signed; the desk keeps it.',
    SPOKEN: 'By word, to the official.',
  }),
});
registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'Where a registration stands; once decided it stays so.',
  valuesConfig: meanings<keyof typeof RegistrationState>({
    RECEIVED: 'Waits for review; it counts for nothing yet.',
    REGISTERED: 'It counts.',
    REJECTED: 'It does not count.',
  }),
});
registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  description: 'What a reviewer decides of a registration.',
  valuesConfig: meanings<keyof typeof ReviewDecision>({
    APPROVE: 'It counts; the document must not be registered here already.',
    REJECT: 'It does not count; the applicant reads why.',
  }),
});

/** Identity documents; the values in code are WS 364.3's. */
export const DocumentType = DOCUMENT_TYPES;
export type DocumentType = DocumentTypeCode;

registerEnumType(DocumentType, {
  name: 'DocumentType',
  description: 'Identity documents, with their codes of WS 364.3.',
  valuesConfig: meanings<keyof typeof DocumentType>({
    RESIDENT_ID:
      '01, resident identity card (居民身份证): 18 characters with the check character of GB 11643.',
    HOUSEHOLD_REGISTER: '02, household register (居民户口簿): 17 digits, then a digit or X.',
    PASSPORT: '03, passport (护照): 5 to 20 capital letters and digits.',
    OFFICER_ID: "04, officer's card (军官证).",
    DRIVING_LICENSE: '05, driving license (驾驶证).',
    HONG_KONG_MACAO_PERMIT:
      '06, permit of Hong Kong and Macao residents (港澳居民来往内地通行证): H or M and 8 or 10 digits.',
    TAIWAN_PERMIT: '07, permit of Taiwan residents (台湾居民来往大陆通行证): 8 or 10 digits.',
    OTHER: '99, another document: 4 to 32 letters, digits and hyphens.',
  }),
});
