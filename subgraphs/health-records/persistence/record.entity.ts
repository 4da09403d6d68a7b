import { defineEntity, p } from '@mikro-orm/core';
import type { Retained } from '../../kit/retention.ts';
import { citationRows, residentRows, retentionRows } from '../../kit/scope/row-policies.ts';
import {
  DECLARATION_STATES,
  ISOLATION_PLACES,
  TEST_METHODS,
  TEST_OUTCOMES,
  type Citation,
} from '../domain/records.ts';
import { SYMPTOM_TERMS } from '../domain/symptom.ts';
import { ROLE, SCHEMA } from './names.ts';

const key = () => ({
  region: p.string().length(6).primary(),
  id: p.string().length(33).primary(),
  residentId: p.string().length(33),
  recordedBy: p.string().length(128),
});

const selfReport = () => ({
  symptoms: p.enum(SYMPTOM_TERMS).array(),
  temperature: p.float().nullable(),
});

/** Declarations of health. */
export const DeclarationRow = defineEntity({
  name: 'DeclarationRow',
  tableName: 'declaration',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'declaration_queue', properties: ['region', 'state', 'declaredAt', 'id'] },
    { name: 'declaration_due', properties: ['region', 'state', 'dueAt', 'id'] },
    { name: 'declaration_resident', properties: ['region', 'residentId', 'declaredAt', 'id'] },
    { name: 'declaration_declared', properties: ['region', 'declaredAt'] },
  ],
  properties: {
    ...key(),
    ...selfReport(),
    contactWithCase: p.boolean(),
    declaredAt: p.datetime(3),
    atDesk: p.boolean(),
    dueAt: p.datetime(3),
    state: p.enum(DECLARATION_STATES),
    reviewedAt: p.datetime(3).nullable(),
    reviewedBy: p.string().length(128).nullable(),
    reviewReason: p.string().length(500).nullable(),
  },
});

/** Daily check-ins. */
export const CheckInRow = defineEntity({
  name: 'CheckInRow',
  tableName: 'check_in',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [{ name: 'check_in_at', properties: ['region', 'at'] }],
  uniques: [{ name: 'check_in_day', properties: ['region', 'residentId', 'day'] }],
  properties: {
    ...key(),
    ...selfReport(),
    at: p.datetime(3),
    day: p.string().length(10),
  },
});

/** Test results of laboratories. */
export const TestResultRow = defineEntity({
  name: 'TestResultRow',
  tableName: 'test_result',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE), citationRows()],
  indexes: [
    {
      name: 'test_result_detected',
      properties: ['region', 'result', 'sampleCollectedAt', 'id'],
    },
    { name: 'test_result_sampled', properties: ['region', 'sampleCollectedAt'] },
  ],
  uniques: [
    {
      name: 'test_result_sample',
      properties: ['region', 'residentId', 'sampleCollectedAt', 'laboratory', 'method', 'revision'],
    },
  ],
  properties: {
    ...key(),
    sampleCollectedAt: p.datetime(3),
    result: p.enum(TEST_OUTCOMES),
    method: p.enum(TEST_METHODS),
    laboratory: p.string().length(64),
    sourceRegion: p.string().length(6).nullable(),
    revision: p.integer(),
    supersedesId: p.string().length(33).nullable(),
    correctedById: p.string().length(33).nullable(),
    /** Of corrections alone: when the source said it. */
    saidAt: p.datetime(3).nullable(),
  },
});

/** Orders to isolate. */
export const IsolationOrderRow = defineEntity({
  name: 'IsolationOrderRow',
  tableName: 'isolation_order',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'isolation_order_resident', properties: ['region', 'residentId', 'from', 'id'] },
    { name: 'isolation_order_end', properties: ['region', 'until', 'id'] },
  ],
  properties: {
    ...key(),
    place: p.enum(ISOLATION_PLACES),
    from: p.datetime(3),
    until: p.datetime(3),
    citation: p.json<Citation>(),
    releasedAt: p.datetime(3).nullable(),
    releasedBy: p.string().length(128).nullable(),
  },
});

/** Contacts with cases. */
export const ContactNoticeRow = defineEntity({
  name: 'ContactNoticeRow',
  tableName: 'contact_notice',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [
    { name: 'contact_notice_resident', properties: ['region', 'residentId', 'noticedAt', 'id'] },
    { name: 'contact_notice_last', properties: ['region', 'lastContactAt', 'id'] },
  ],
  properties: {
    ...key(),
    caseResultId: p.string().length(33),
    overlapFrom: p.datetime(3),
    lastContactAt: p.datetime(3),
    noticedAt: p.datetime(3),
    withdrawnAt: p.datetime(3).nullable(),
    withdrawnBy: p.string().length(128).nullable(),
  },
});

/** Vaccinations, a row a dose. */
export const VaccinationRow = defineEntity({
  name: 'VaccinationRow',
  tableName: 'vaccination',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [...residentRows(ROLE), retentionRows(ROLE)],
  indexes: [{ name: 'vaccination_recorded', properties: ['region', 'recordedAt'] }],
  uniques: [
    {
      name: 'vaccination_dose',
      properties: ['region', 'residentId', 'vaccinatedOn', 'doseNumber'],
    },
  ],
  properties: {
    ...key(),
    vaccine: p.string().length(80),
    product: p.string().length(80),
    manufacturer: p.string().length(80),
    doseNumber: p.integer(),
    seriesDoses: p.integer(),
    vaccinatedOn: p.string().length(10),
    center: p.string().length(80),
    recordedAt: p.datetime(3),
  },
});

/** What somebody said of how they are; what nobody has reviewed waits, and goes when it was. */
export const SELF_REPORTS_KEPT: readonly Retained[] = [
  {
    ...{ table: 'health_records.declaration', class: 'SELF_REPORTS', since: 'declared_at' },
    when: `t.state <> 'PENDING'`,
  },
  { table: 'health_records.check_in', class: 'SELF_REPORTS', since: 'at' },
];

/** What an order rests on can be looked up as long as the order. */
const NOT_CITED = `not exists (select from health_records.isolation_order o
  where o.region = t.region and o.resident_id = t.resident_id and o.citation ->> 'id' = t.id)`;

/**
 * The longest span that a rule may name is 90 days, and ends with its day: until then a notice can be
 * withdrawn and a result corrected.
 */
const REST_OF_DAY = 1;

/** What laboratories and officials said; orders first, on whose citations the others wait. */
export const EVIDENCE_KEPT: readonly Retained[] = [
  { table: 'health_records.isolation_order', class: 'EVIDENCE', since: 'until' },
  {
    ...{ table: 'health_records.contact_notice', class: 'EVIDENCE', since: 'last_contact_at' },
    when: NOT_CITED,
    longer: REST_OF_DAY,
  },
  {
    ...{ table: 'health_records.test_result', class: 'EVIDENCE', since: 'sample_collected_at' },
    when: NOT_CITED,
    longer: REST_OF_DAY,
  },
  { table: 'health_records.vaccination', class: 'EVIDENCE', since: 'recorded_at' },
];
