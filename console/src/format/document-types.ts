import type { DocumentType } from '../gql/graphql.ts';

/** Types of identity documents, in the order of WS 364.3. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  'RESIDENT_ID',
  'HOUSEHOLD_REGISTER',
  'PASSPORT',
  'OFFICER_ID',
  'DRIVING_LICENSE',
  'HONG_KONG_MACAO_PERMIT',
  'TAIWAN_PERMIT',
  'OTHER',
];
