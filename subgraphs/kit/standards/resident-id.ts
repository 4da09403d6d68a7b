const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Why a number is no resident id number. */
export type ResidentIdFault = 'LENGTH' | 'CHARACTERS' | 'BIRTH_DATE' | 'CHECK_DIGIT';

/** What a resident id number says. */
export interface ResidentIdFacts {
  /** Division of first registration; it may no longer exist. */
  readonly division: string;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: 'FEMALE' | 'MALE';
}

/** MOD 11-2 check character of the first 17 digits. Source: GB 11643, ISO/IEC 7064. */
export function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return CHECKS[sum % 11] ?? '';
}

function isRealDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/** Reads an 18-character resident id number (capital X). Source: GB 11643. */
export function readResidentId(
  number: string,
): ResidentIdFacts | { readonly fault: ResidentIdFault } {
  if (number.length !== 18) return { fault: 'LENGTH' };
  if (!/^\d{17}[\dX]$/.test(number)) return { fault: 'CHARACTERS' };
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(birthDate)) return { fault: 'BIRTH_DATE' };
  if (checkDigit(number.slice(0, 17)) !== number[17]) return { fault: 'CHECK_DIGIT' };
  const sex = Number(number[16]) % 2 === 0 ? 'FEMALE' : 'MALE';
  return { division: number.slice(0, 6), birthDate, sex };
}
