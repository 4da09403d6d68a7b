import type { Rule } from '../color/policy.ts';
import type { SymptomTerm } from '../color/symptom.ts';

/** Symptoms that the rules read. Source: WS 363.6. */
const SYMPTOMS: readonly SymptomTerm[] = ['FEVER', 'COUGH', 'DYSPNEA', 'ANOSMIA', 'SORE_THROAT'];

/** A case: red for 7 days, or until two tests from day 3 on. The length is ours. */
export const DETECTED_7D: Rule = {
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
};

/** An order of isolation at a facility. */
export const ISOLATION_CENTRAL: Rule = {
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
};

/** An order of isolation at home. */
export const ISOLATION_HOME: Rule = {
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
};

/** Symptoms that were declared. */
export const SYMPTOM_7D: Rule = {
  id: 'SYMPTOM-7D',
  version: 1,
  condition: { kind: 'SYMPTOM', terms: SYMPTOMS, days: 7 },
  color: 'YELLOW',
  exit: { kind: 'NORMAL_CHECK_INS', count: 3 },
  text: {
    ZH_HANS: '7 天内申报过症状。连续 3 次打卡正常即解除。',
    ZH_HANT: '7 天內申報過症狀。連續 3 次打卡正常即解除。',
    EN: 'Symptoms declared within 7 days. Three normal check-ins in a row end it.',
  },
};

/** Yellow and red check in every day; who does not is suspended. */
export const CHECK_INS_1D: Rule = {
  id: 'CHECK-INS-1D',
  version: 2,
  condition: { kind: 'CHECK_INS_LAPSED', days: 1 },
  color: null,
  exit: { kind: 'NORMAL_CHECK_INS', count: 1 },
  text: {
    ZH_HANS: '黄码或红码期间超过 1 天没有打卡。打卡后恢复判定。',
    ZH_HANT: '黃碼或紅碼期間超過 1 天沒有打卡。打卡後恢復判定。',
    EN: 'No check-in for more than a day while yellow or red. A check-in lifts this.',
  },
};

/** What officials override, for at most 72 hours. Source: SECURITY.md, invariant 7. */
export const OVERRIDE_72H: Rule = {
  id: 'OVERRIDE-72H',
  version: 1,
  condition: { kind: 'OVERRIDE' },
  color: null,
  exit: { kind: 'AFTER', n: 72, unit: 'HOUR' },
  text: {
    ZH_HANS: '经核实作出的人工调整，最长 72 小时。',
    ZH_HANT: '經核實作出的人工調整，最長 72 小時。',
    EN: 'Changed by officials after a check, for at most 72 hours.',
  },
};

/** Rules that every policy has, whatever edition it follows. */
export const COMMON_RULES: readonly Rule[] = [
  DETECTED_7D,
  ISOLATION_CENTRAL,
  ISOLATION_HOME,
  SYMPTOM_7D,
  CHECK_INS_1D,
];
