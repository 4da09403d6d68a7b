import { DomainError } from '../../kit/domain-error.ts';
import { checkDocument } from '../../kit/standards/document-types.ts';
import type { Particulars } from './resident.ts';

const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .·'’-]{0,63}$/u;
const PHONE = /^\+?\d[\d -]{5,19}$/;

function refuse(field: string, message: string): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/**
 * Checks what an applicant gave and brings it into canonical form.
 * @param today calendar day in Asia/Shanghai
 * @throws {DomainError} BAD_USER_INPUT naming the field, never repeating its value
 */
export function checkParticulars(given: Particulars, today: string): Particulars {
  const name = given.name.normalize('NFC').trim();
  if (!NAME.test(name)) refuse('name', 'The name has characters that names do not have.');
  const document = checkDocument(given.documentType, given.documentNumber);
  if ('fault' in document) {
    refuse('documentNumber', `The document number does not fit its type (${document.fault}).`);
  }
  if (document.birthDate !== undefined && document.birthDate !== given.birthDate) {
    refuse('birthDate', 'The birth date differs from the one in the document number.');
  }
  if (given.birthDate > today) refuse('birthDate', 'The birth date lies in the future.');
  if (given.birthDate < '1880-01-01') refuse('birthDate', 'The birth date lies too far back.');
  if (given.phone !== null && !PHONE.test(given.phone)) {
    refuse('phone', 'The phone number has characters that phone numbers do not have.');
  }
  return { ...given, name, documentNumber: document.number };
}
