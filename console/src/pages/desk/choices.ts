import type { ConsentMethod, DocumentType, SymptomTerm } from '../../gql/graphql.ts';

/** Document types in the order of WS 364.3. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  ...(['RESIDENT_ID', 'HOUSEHOLD_REGISTER', 'PASSPORT', 'OFFICER_ID'] as const),
  ...(['DRIVING_LICENSE', 'HONG_KONG_MACAO_PERMIT', 'TAIWAN_PERMIT', 'OTHER'] as const),
];
/** Ways to agree at a desk. */
export const CONSENT_METHODS: readonly ConsentMethod[] = ['SIGNED_FORM', 'SPOKEN'];
/** Symptoms by WS 363.6. */
export const SYMPTOMS: readonly SymptomTerm[] = [
  ...(['FEVER', 'COUGH', 'FATIGUE', 'DYSPNEA', 'SORE_THROAT'] as const),
  ...(['ANOSMIA', 'DIARRHEA', 'MYALGIA', 'HEADACHE', 'OTHER'] as const),
];
