import { isProcessSubject } from './identity.ts';

/**
 * What an account's name may hold, as a class of a regular expression: row security has it in SQL, as
 * text. A bar stands between provider and person in names such as `auth0|5f7c8ec7`.
 */
export const ACCOUNT_CHARACTERS = String.raw`\w\-.:@|`;

/** An account's name at a sign-in provider: what its tokens have as `sub`. */
export const ACCOUNT_NAME = new RegExp(`^[${ACCOUNT_CHARACTERS}]{1,128}$`);

/** Whether an account may have this name: an id of a sign-in provider, and no process's. */
export function isAccountName(subject: string): boolean {
  return ACCOUNT_NAME.test(subject) && !isProcessSubject(subject);
}
