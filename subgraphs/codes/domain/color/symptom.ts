/** Symptoms that a policy can name: those that can be declared. Source: WS 363.6. */
export const SYMPTOM_TERMS = [
  'FEVER',
  'COUGH',
  'FATIGUE',
  'DYSPNEA',
  'SORE_THROAT',
  'ANOSMIA',
  'DIARRHEA',
  'MYALGIA',
  'HEADACHE',
  'OTHER',
] as const;
/** One symptom of the list. */
export type SymptomTerm = (typeof SYMPTOM_TERMS)[number];
