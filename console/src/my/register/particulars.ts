import type { DocumentType } from '../../gql/graphql.ts';
import { ageOn } from '../state/days.ts';

/** Types of document in the order they are offered. Source: WS 364.3. */
export const DOCUMENT_TYPES = [
  ...(['RESIDENT_ID', 'HOUSEHOLD_REGISTER', 'PASSPORT', 'OFFICER_ID'] as const),
  ...(['DRIVING_LICENSE', 'HONG_KONG_MACAO_PERMIT', 'TAIWAN_PERMIT', 'OTHER'] as const),
] satisfies readonly DocumentType[];

/** A child below this age is registered by a guardian. */
const GUARDED_BELOW_YEARS = 14;

/** What an applicant puts down; '' = nothing yet. */
export interface Particulars {
  readonly documentType: DocumentType | '';
  readonly documentNumber: string;
  readonly name: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly division: string;
}

/** Nothing put down yet. */
export const NO_PARTICULARS: Particulars = {
  ...{ documentType: '', documentNumber: '', name: '' },
  ...{ birthDate: '', phone: '', division: '' },
};

/** Fields that are not right, each with the key of what to say. */
export type FieldFaults = Readonly<Record<string, string | undefined>>;

function birthFault(birthDate: string, child: boolean, today: string): string | undefined {
  if (birthDate === '') return 'check.required';
  if (birthDate > today) return 'check.birthDate';
  const young = ageOn(birthDate, today) < GUARDED_BELOW_YEARS;
  if (child === young) return undefined;
  return child ? 'register.tooOld' : 'check.guardianId';
}

/**
 * What can be seen to be missing before anything is sent; the region's own checks decide.
 * @param registers whether a region registers residents at the place chosen
 */
export function faultsOfParticulars(
  given: Particulars,
  { child, registers, today }: { child: boolean; registers: boolean; today: string },
): FieldFaults {
  const required = (text: string) => (text.trim() === '' ? 'check.required' : undefined);
  return {
    documentType: required(given.documentType),
    documentNumber: required(given.documentNumber),
    name: required(given.name),
    birthDate: birthFault(given.birthDate, child, today),
    division: required(given.division) ?? (registers ? undefined : 'check.division'),
  };
}

/** What a refusal of the API says of each field it names. */
export function faultsOfRefusal(fields: readonly string[]): FieldFaults {
  const known = ['name', 'documentNumber', 'birthDate', 'phone', 'division'];
  return Object.fromEntries(
    fields.map((field) =>
      field === 'guardianId'
        ? ['birthDate', 'check.guardianId']
        : [field, known.includes(field) ? `check.${field}` : 'error.BAD_USER_INPUT'],
    ),
  );
}

/** Date of birth that a resident ID card's number says; null when it says none. Source: GB 11643. */
export function birthDateIn({ documentType, documentNumber }: Particulars): string | null {
  if (documentType !== 'RESIDENT_ID') return null;
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/i.exec(
    documentNumber.normalize('NFKC').replaceAll(/\s/g, ''),
  );
  return found ? found.slice(1).join('-') : null;
}
