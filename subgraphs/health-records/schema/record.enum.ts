import { registerEnumType } from 'type-graphql';
import { meanings } from '../../kit/graphql/enum-of.ts';

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
registerEnumType(SymptomTerm, {
  name: 'SymptomTerm',
  description: 'Symptoms by WS 363.6.',
  valuesConfig: meanings<keyof typeof SymptomTerm>({
    FEVER: '发热',
    COUGH: '咳嗽',
    FATIGUE: '乏力',
    DYSPNEA: '呼吸困难',
    SORE_THROAT: '咽痛',
    ANOSMIA: '嗅觉味觉减退: smell or taste is weaker.',
    DIARRHEA: '腹泻',
    MYALGIA: '肌肉酸痛',
    HEADACHE: '头痛',
    OTHER: '其他不适: something else.',
  }),
});

/** Where a declaration stands. */
export const DeclarationState = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
} as const;
export type DeclarationState = (typeof DeclarationState)[keyof typeof DeclarationState];
registerEnumType(DeclarationState, {
  name: 'DeclarationState',
  description: 'Where a declaration stands; once decided it stays so.',
  valuesConfig: meanings<keyof typeof DeclarationState>({
    PENDING: 'Waits for review; it counts for nothing yet.',
    APPROVED: 'It is evidence.',
    REJECTED: 'It counts for nothing.',
  }),
});

/** What a reviewer decides. */
export const DeclarationDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;
export type DeclarationDecision = (typeof DeclarationDecision)[keyof typeof DeclarationDecision];
registerEnumType(DeclarationDecision, {
  name: 'DeclarationDecision',
  description: 'What a reviewer decides of a declaration.',
  valuesConfig: meanings<keyof typeof DeclarationDecision>({
    APPROVE: 'It becomes evidence.',
    REJECT: 'It counts for nothing; the person reads why.',
  }),
});

/** What a test found. */
export const TestOutcome = { DETECTED: 'DETECTED', NOT_DETECTED: 'NOT_DETECTED' } as const;
export type TestOutcome = (typeof TestOutcome)[keyof typeof TestOutcome];
registerEnumType(TestOutcome, {
  name: 'TestOutcome',
  description: 'As in the EU schema, tr.',
  valuesConfig: meanings<keyof typeof TestOutcome>({
    DETECTED: 'The virus was found: SNOMED CT 260373001.',
    NOT_DETECTED: 'It was not found: SNOMED CT 260415000.',
  }),
});

/** How a sample was tested. */
export const TestMethod = { NUCLEIC_ACID: 'NUCLEIC_ACID', ANTIGEN: 'ANTIGEN' } as const;
export type TestMethod = (typeof TestMethod)[keyof typeof TestMethod];
registerEnumType(TestMethod, {
  name: 'TestMethod',
  description: 'How a sample is tested.',
  valuesConfig: meanings<keyof typeof TestMethod>({
    NUCLEIC_ACID: 'Nucleic acid amplification. EU DCC: LP6464-4.',
    ANTIGEN: 'Rapid antigen. EU DCC: LP217198-3.',
  }),
});

/** Where a person is isolated. */
export const IsolationPlace = { HOME: 'HOME', CENTRAL: 'CENTRAL' } as const;
export type IsolationPlace = (typeof IsolationPlace)[keyof typeof IsolationPlace];
registerEnumType(IsolationPlace, {
  name: 'IsolationPlace',
  description: 'Where a person is isolated.',
  valuesConfig: meanings<keyof typeof IsolationPlace>({
    HOME: 'At home.',
    CENTRAL: 'At a facility.',
  }),
});

/** What an isolation order cites. */
export const CitationKind = {
  TEST_RESULT: 'TEST_RESULT',
  CONTACT_NOTICE: 'CONTACT_NOTICE',
  STAY: 'STAY',
} as const;
export type CitationKind = (typeof CitationKind)[keyof typeof CitationKind];
registerEnumType(CitationKind, {
  name: 'CitationKind',
  description: 'What an isolation order may cite.',
  valuesConfig: meanings<keyof typeof CitationKind>({
    TEST_RESULT: 'A test result of the resident that was not corrected.',
    CONTACT_NOTICE: 'A contact notice to the resident that stands.',
    STAY: 'A stay that was in a risk area.',
  }),
});

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
  description: 'The ground on which somebody is in the list of cases.',
  valuesConfig: meanings<keyof typeof CaseKind>({
    HOME: 'Isolated at home.',
    CENTRAL: 'Isolated at a facility.',
    DETECTED: 'A result DETECTED of the last 7 days that was not corrected.',
    CONTACT: 'A contact notice that stands, of a last contact in the last 21 days.',
  }),
});

/** What a case is due for. */
export const CaseDue = { ENDS_TODAY: 'ENDS_TODAY', CHECK_IN_MISSED: 'CHECK_IN_MISSED' } as const;
export type CaseDue = (typeof CaseDue)[keyof typeof CaseDue];
registerEnumType(CaseDue, {
  name: 'CaseDue',
  description: 'What a case is due for.',
  valuesConfig: meanings<keyof typeof CaseDue>({
    ENDS_TODAY: 'It ends by 24:00 in Shanghai.',
    CHECK_IN_MISSED:
      'No check-in yesterday and none today, in Shanghai, though the ground was known before yesterday.',
  }),
});
