import type { SymptomTerm } from '../../gql/graphql.ts';

/** Symptoms in the order they are asked. Source: WS 363.6. */
export const SYMPTOMS = [
  ...(['FEVER', 'COUGH', 'FATIGUE', 'DYSPNEA', 'SORE_THROAT', 'ANOSMIA'] as const),
  ...(['DIARRHEA', 'MYALGIA', 'HEADACHE', 'OTHER'] as const),
] satisfies readonly SymptomTerm[];

/** What a person says of their health; null = not answered yet. */
export interface HealthAnswers {
  readonly unwell: boolean | null;
  readonly symptoms: readonly SymptomTerm[];
  /** As typed, degrees Celsius; '' = not given. */
  readonly temperature: string;
}

/** Nothing answered yet. */
export const NO_ANSWERS: HealthAnswers = { unwell: null, symptoms: [], temperature: '' };

/** Temperatures that a living person can have, in degrees Celsius, both included. */
const TEMPERATURE = { least: 34, most: 43 } as const;

/** The temperature as typed, half-width, a point or a comma; null = not given, NaN = no number. */
export function temperatureOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(',', '.').trim();
  return text === '' ? null : Number(text);
}

/** Fields that are not right yet, each with the key of what to say. */
export function faultsOf({ unwell, symptoms, temperature }: HealthAnswers) {
  const value = temperatureOf(temperature);
  const fits = value === null || (value >= TEMPERATURE.least && value <= TEMPERATURE.most);
  return {
    unwell: unwell === null ? 'check.required' : null,
    symptoms: unwell && symptoms.length === 0 ? 'check.required' : null,
    temperature: fits ? null : 'check.temperature',
  } as const;
}

/** What is sent: no symptoms when the person is well, whatever was ticked before. */
export function reportOf({ unwell, symptoms, temperature }: HealthAnswers) {
  return { symptoms: unwell ? [...symptoms] : [], temperature: temperatureOf(temperature) };
}
