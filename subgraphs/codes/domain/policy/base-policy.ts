import type { Policy, Rule } from '../color/policy.ts';

/** Symptoms that the base policy reads. Source: WS 363.6. */
export const BASE_SYMPTOMS = ['FEVER', 'COUGH', 'DYSPNEA', 'ANOSMIA', 'SORE_THROAT'] as const;

const RULES: readonly Rule[] = [
  {
    id: 'DETECTED-7D',
    version: 1,
    condition: { kind: 'DETECTED_RESULT', days: 7 },
    color: 'RED',
    exit: { kind: 'NOT_DETECTED_RESULTS', count: 2, hoursApart: 24, fromDay: 3 },
    text: {
      ZH_HANS: '7 天内核酸检测阳性。第 3 天起间隔 24 小时两次阴性即解除。',
      ZH_HANT: '7 天內核酸檢測陽性。第 3 天起間隔 24 小時兩次陰性即解除。',
      EN: 'A test detected the virus within 7 days. Two negative tests 24 hours apart, from day 3 on, end it.',
    },
  },
  {
    id: 'ISOLATION-CENTRAL',
    version: 1,
    condition: { kind: 'ISOLATION_ORDER', place: 'CENTRAL' },
    color: 'RED',
    exit: { kind: 'ORDER_RELEASED' },
    text: {
      ZH_HANS: '集中隔离期间。期满或解除后恢复。',
      ZH_HANT: '集中隔離期間。期滿或解除後恢復。',
      EN: 'Isolation at a facility, until the order ends or is released.',
    },
  },
  {
    id: 'ISOLATION-HOME',
    version: 1,
    condition: { kind: 'ISOLATION_ORDER', place: 'HOME' },
    color: 'YELLOW',
    exit: { kind: 'ORDER_RELEASED' },
    text: {
      ZH_HANS: '居家隔离期间。期满或解除后恢复。',
      ZH_HANT: '居家隔離期間。期滿或解除後恢復。',
      EN: 'Isolation at home, until the order ends or is released.',
    },
  },
  {
    id: 'SYMPTOM-7D',
    version: 1,
    condition: { kind: 'SYMPTOM', terms: BASE_SYMPTOMS, days: 7 },
    color: 'YELLOW',
    exit: { kind: 'NORMAL_CHECK_INS', count: 3 },
    text: {
      ZH_HANS: '7 天内申报过症状。连续 3 次打卡正常即解除。',
      ZH_HANT: '7 天內申報過症狀。連續 3 次打卡正常即解除。',
      EN: 'Symptoms declared within 7 days. Three normal check-ins in a row end it.',
    },
  },
  {
    id: 'CHECK-INS-1D',
    version: 1,
    condition: { kind: 'CHECK_INS_LAPSED', days: 1 },
    color: null,
    exit: { kind: 'NORMAL_CHECK_INS', count: 1 },
    text: {
      ZH_HANS: '隔离期间超过 1 天没有打卡。打卡后恢复判定。',
      ZH_HANT: '隔離期間超過 1 天沒有打卡。打卡後恢復判定。',
      EN: 'No check-in for more than a day during isolation. A check-in lifts this.',
    },
  },
];

/**
 * The policy every region begins with: four conditions. A status may be an hour old, four times
 * the life of a status list, so that one missed list does no harm.
 */
export function basePolicy(region: string, version: number, validFrom: Date): Policy {
  return { region, version, validFrom, validTo: null, statusMaxAgeMinutes: 60, rules: RULES };
}
