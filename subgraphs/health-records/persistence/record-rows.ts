import type { InferEntity } from '@mikro-orm/core';
import type {
  CheckIn,
  ContactNotice,
  Declaration,
  IsolationOrder,
  TestResult,
  Vaccination,
} from '../domain/records.ts';
import type {
  CheckInRow,
  ContactNoticeRow,
  DeclarationRow,
  IsolationOrderRow,
  TestResultRow,
  VaccinationRow,
} from './record.entity.ts';

function common(row: { region: string; id: string; residentId: string; recordedBy: string }) {
  const { region, id, residentId, recordedBy } = row;
  return { region, id, residentId, recordedBy };
}

/** A declaration as the domain knows it. */
export function toDeclaration(row: InferEntity<typeof DeclarationRow>): Declaration {
  const { symptoms, temperature, contactWithCase, atDesk, declaredAt, dueAt, state } = row;
  return {
    ...common(row),
    ...{ symptoms, temperature: temperature ?? null, contactWithCase, atDesk },
    ...{ declaredAt, dueAt, state },
    ...{ reviewedAt: row.reviewedAt ?? null, reviewReason: row.reviewReason ?? null },
  };
}

/** A check-in as the domain knows it. */
export function toCheckIn(row: InferEntity<typeof CheckInRow>): CheckIn {
  const { symptoms, temperature, at, day } = row;
  return { ...common(row), symptoms, temperature: temperature ?? null, at, day };
}

/** A test result as the domain knows it. */
export function toTestResult(row: InferEntity<typeof TestResultRow>): TestResult {
  const { sampleCollectedAt, result, method, laboratory, revision } = row;
  return {
    ...{ ...common(row), sampleCollectedAt, result, method, laboratory, revision },
    sourceRegion: row.sourceRegion ?? null,
    supersedesId: row.supersedesId ?? null,
    correctedById: row.correctedById ?? null,
    saidAt: row.saidAt ?? null,
  };
}

/** An isolation order as the domain knows it. */
export function toOrder(row: InferEntity<typeof IsolationOrderRow>): IsolationOrder {
  const { place, from, until, citation, releasedAt } = row;
  return { ...common(row), place, from, until, citation, releasedAt: releasedAt ?? null };
}

/** A contact notice as the domain knows it. */
export function toNotice(row: InferEntity<typeof ContactNoticeRow>): ContactNotice {
  const { caseResultId, overlapFrom, lastContactAt, noticedAt, withdrawnAt } = row;
  return {
    ...{ ...common(row), caseResultId, overlapFrom, lastContactAt, noticedAt },
    withdrawnAt: withdrawnAt ?? null,
  };
}

/** A vaccination as the domain knows it. */
export function toVaccination(row: InferEntity<typeof VaccinationRow>): Vaccination {
  const { vaccine, product, manufacturer, doseNumber, seriesDoses, vaccinatedOn, center } = row;
  return {
    ...{ ...common(row), vaccine, product, manufacturer },
    ...{ doseNumber, seriesDoses, vaccinatedOn, center, recordedAt: row.recordedAt },
  };
}
