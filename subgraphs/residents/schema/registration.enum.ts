import { DOCUMENT_TYPES, type DocumentTypeCode } from '../../kit/standards/document-types.ts';
import { registerEnumType } from 'type-graphql';

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
});
registerEnumType(RegistrationState, { name: 'RegistrationState' });
registerEnumType(ReviewDecision, { name: 'ReviewDecision' });

/** Identity documents; the values in code are WS 364.3's. */
export const DocumentType = DOCUMENT_TYPES;
export type DocumentType = DocumentTypeCode;

registerEnumType(DocumentType, {
  name: 'DocumentType',
  description: 'Identity documents by WS 364.3: 01, 02, 03, 04, 05, 06, 07, 99 in this order.',
});
