import { DomainError } from './domain-error.ts';

/**
 * What may be a document or a phone number: six digits in a row, with letters before them and an X
 * behind, or nine with blanks, dashes or dots between.
 */
const NUMBERS = /[A-Za-z]{0,2}(?:\p{N}(?:[ \-‐-―./_]{0,2}\p{N}){8,}|\p{N}{6,})[Xx]?/gu;
/** Days, with an hour or without: not what is meant. */
const DAYS = /^(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?:[ T]\d{1,2}(?![-./\d]))?[ \-‐-―./_]*)+$/;

/** A text without document and phone numbers: where something looks like one there is `…`. */
export function withoutNumbers(text: string): string {
  const plain = text.normalize('NFKC'); // digits in full width are digits too
  const found = plain.replace(NUMBERS, (number) => (DAYS.test(number) ? number : '…'));
  return found === plain ? text : found;
}

/** Control characters other than the end of a line. */
const CONTROL = /[^\P{Cc}\n\r\t]/u;

/**
 * A reason as it is kept, without blanks around it. Half a character and control characters, which
 * the database does not take, are refused. @throws {DomainError} BAD_USER_INPUT
 */
export function checkedReason(given: string): string {
  const reason = given.trim();
  const isText = reason.isWellFormed() && !CONTROL.test(reason);
  if (isText && reason.length >= 6 && reason.length <= 500) return reason;
  throw new DomainError('BAD_USER_INPUT', 'A reason has 6 to 500 characters.', {
    fields: ['input.reason'],
  });
}
