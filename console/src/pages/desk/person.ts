import type { ConsentMethod, DocumentType } from '../../gql/graphql.ts';

/** What a clerk enters of a person. It lives in the form and nowhere else. */
export interface PersonForm {
  documentType: DocumentType;
  documentNumber: string;
  name: string;
  /** Calendar day, `YYYY-MM-DD`; empty until it is known. */
  birthDate: string;
  phone: string;
  /** Codes from a division of the scope down to that of present stay. */
  place: string[];
  documentSeen: boolean;
  consent: ConsentMethod | '';
}

/** An empty form for somebody who stays in a division. */
export function emptyPerson(division: string | undefined): PersonForm {
  return {
    ...{ documentType: 'RESIDENT_ID', documentNumber: '', name: '', birthDate: '', phone: '' },
    ...{ place: division === undefined ? [] : [division], documentSeen: false, consent: '' },
  };
}

const RESIDENT_ID = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** As the server will read it: half-width, capital, without spaces. */
function canonical(number: string): string {
  return number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** The calendar day that a resident ID number says; null for other numbers. Source: GB 11643. */
export function birthDateIn({
  documentType,
  documentNumber,
}: Pick<PersonForm, 'documentType' | 'documentNumber'>): string | null {
  if (documentType !== 'RESIDENT_ID') return null;
  const [, year, month, day] = RESIDENT_ID.exec(canonical(documentNumber)) ?? [];
  const date = new Date(`${year ?? ''}-${month ?? ''}-${day ?? ''}T00:00:00Z`);
  // 30 February rolls over into March: then it is no day.
  return Number(month) === date.getUTCMonth() + 1 ? date.toISOString().slice(0, 10) : null;
}

/** What is still missing before a person can be registered, in the order of the form. */
export function missingIn(form: PersonForm): string[] {
  const has: Readonly<Record<string, boolean>> = {
    'field.documentNumber': form.documentNumber.trim() !== '',
    'field.name': form.name.trim() !== '',
    'field.birthDate': form.birthDate !== '',
    'field.division': form.place.length > 0,
    'desk.comparison': form.documentSeen,
    'desk.consent': form.consent !== '',
  };
  return Object.keys(has).filter((key) => !has[key]);
}

/** Fields of the form that a refusal can name. */
export type PersonField = 'documentNumber' | 'name' | 'birthDate' | 'phone' | 'division';

const FIELDS: readonly PersonField[] = [
  ...(['documentNumber', 'name', 'birthDate', 'phone', 'division'] as const),
];

/** Keys of the sentences for the fields a refusal names; empty when it names none of the form. */
export function faultsIn(
  named: readonly string[],
  form: PersonForm,
): Partial<Record<PersonField, string>> {
  const faults: Partial<Record<PersonField, string>> = {};
  for (const field of FIELDS) if (named.includes(field)) faults[field] = `check.${field}`;
  // Everything else of a number that says a real day fits: it is the check digit.
  if (faults.documentNumber && birthDateIn(form) !== null) {
    faults.documentNumber = 'check.checkDigit';
  }
  if (named.includes('guardianId')) faults.birthDate = 'check.guardianId';
  return faults;
}
