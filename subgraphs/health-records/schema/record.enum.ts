import { registerEnumType } from 'type-graphql';

/** Symptoms by WS 363.6. */
export const SymptomTerm = {
  FEVER: 'FEVER',
  COUGH: 'COUGH',
  FATIGUE: 'FATIGUE',
  DYSPNEA: 'DYSPNEA',
  SORE_THROAT: 'SORE_THROAT',
  ANOSMIA: 'ANOSMIA',
  DIARRHEA: 'DIARRHEA',
  MYALGIA: 'MYALGIA',
  HEADACHE: 'HEADACHE',
  OTHER: 'OTHER',
} as const;
export type SymptomTerm = (typeof SymptomTerm)[keyof typeof SymptomTerm];
registerEnumType(SymptomTerm, { name: 'SymptomTerm', description: 'Symptoms by WS 363.6.' });

/** Where a declaration stands. */
export const DeclarationState = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
} as const;
export type DeclarationState = (typeof DeclarationState)[keyof typeof DeclarationState];
registerEnumType(DeclarationState, { name: 'DeclarationState' });

/** What a reviewer decides. */
export const DeclarationDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;
export type DeclarationDecision = (typeof DeclarationDecision)[keyof typeof DeclarationDecision];
registerEnumType(DeclarationDecision, { name: 'DeclarationDecision' });

/** What a test found. */
export const TestOutcome = { DETECTED: 'DETECTED', NOT_DETECTED: 'NOT_DETECTED' } as const;
export type TestOutcome = (typeof TestOutcome)[keyof typeof TestOutcome];
registerEnumType(TestOutcome, { name: 'TestOutcome', description: 'As in the EU schema, tr.' });

/** How a sample was tested. */
export const TestMethod = { NUCLEIC_ACID: 'NUCLEIC_ACID', ANTIGEN: 'ANTIGEN' } as const;
export type TestMethod = (typeof TestMethod)[keyof typeof TestMethod];
registerEnumType(TestMethod, { name: 'TestMethod', description: 'How a sample is tested.' });

/** Where a person is isolated. */
export const IsolationPlace = { HOME: 'HOME', CENTRAL: 'CENTRAL' } as const;
export type IsolationPlace = (typeof IsolationPlace)[keyof typeof IsolationPlace];
registerEnumType(IsolationPlace, { name: 'IsolationPlace' });

/** What an isolation order cites. */
export const CitationKind = {
  TEST_RESULT: 'TEST_RESULT',
  CONTACT_NOTICE: 'CONTACT_NOTICE',
  STAY: 'STAY',
} as const;
export type CitationKind = (typeof CitationKind)[keyof typeof CitationKind];
registerEnumType(CitationKind, { name: 'CitationKind' });

/** Why somebody is in the list of cases. */
export const CaseKind = {
  HOME: 'HOME',
  CENTRAL: 'CENTRAL',
  DETECTED: 'DETECTED',
  CONTACT: 'CONTACT',
} as const;
export type CaseKind = (typeof CaseKind)[keyof typeof CaseKind];
registerEnumType(CaseKind, {
  name: 'CaseKind',
  description: 'Isolated at home or at a facility, detected, or a contact of a case.',
});

/** What a case is due for. */
export const CaseDue = { ENDS_TODAY: 'ENDS_TODAY', CHECK_IN_MISSED: 'CHECK_IN_MISSED' } as const;
export type CaseDue = (typeof CaseDue)[keyof typeof CaseDue];
registerEnumType(CaseDue, {
  name: 'CaseDue',
  description: 'CHECK_IN_MISSED: none yesterday and none today, though the ground stood before.',
});
