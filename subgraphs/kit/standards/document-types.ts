import { readResidentId, type ResidentIdFault } from './resident-id.ts';

/** Identity document types. Source: WS 364.3, CV02.01.101. */
export const DOCUMENT_TYPES = {
  RESIDENT_ID: '01',
  HOUSEHOLD_REGISTER: '02',
  PASSPORT: '03',
  OFFICER_ID: '04',
  DRIVING_LICENSE: '05',
  HONG_KONG_MACAO_PERMIT: '06',
  TAIWAN_PERMIT: '07',
  OTHER: '99',
} as const;

/** WS 364.3 code of a document type. */
export type DocumentTypeCode = (typeof DOCUMENT_TYPES)[keyof typeof DOCUMENT_TYPES];

/** Why a number does not fit its type. */
export type DocumentFault = ResidentIdFault | 'TYPE';

/** A document number that fits its type, in canonical form. */
export interface CheckedDocument {
  readonly number: string;
  /** Calendar day, where the number says it. */
  readonly birthDate?: string;
}

// Permits: Hong Kong and Macao H or M and 8 digits (10 on older cards), Taiwan 8 digits (10 on
// older cards). Passports differ by country.
const SHAPES: Readonly<Record<string, RegExp>> = {
  '02': /^\d{17}[\dX]$/,
  '03': /^[A-Z0-9]{5,20}$/,
  '04': /^[\p{L}\d-]{4,24}$/u,
  '05': /^[A-Z0-9]{8,20}$/,
  '06': /^[HM]\d{8}(\d{2})?$/,
  '07': /^\d{8}(\d{2})?$/,
  '99': /^[\p{L}\d-]{4,32}$/u,
};

/** Full-width forms become half-width, small letters capital, spaces go. */
function canonical(number: string): string {
  return number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** Checks a document number against its type; a fault never holds the number. Source: WS 364.3. */
export function checkDocument(
  type: string,
  given: string,
): CheckedDocument | { readonly fault: DocumentFault } {
  const number = canonical(given);
  if (type === DOCUMENT_TYPES.RESIDENT_ID) {
    const facts = readResidentId(number);
    return 'fault' in facts ? facts : { number, birthDate: facts.birthDate };
  }
  const shape = SHAPES[type];
  if (!shape) return { fault: 'TYPE' };
  return shape.test(number) ? { number } : { fault: 'CHARACTERS' };
}
