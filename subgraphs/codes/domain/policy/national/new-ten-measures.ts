import { contactRules, entryRules } from './isolation-rules.ts';
import { says } from './words.ts';

/**
 * Ten new measures: contacts 5 days at home; people from abroad still 5 at a facility and 3 at
 * home; where somebody stayed no longer counts, so that nobody is asked.
 */
export const NEW_TEN_MEASURES = {
  id: 'NEW-TEN-MEASURES',
  name: says('新十条', '新十條', 'Ten new measures'),
  validFromOn: '2022-12-07',
  source: '关于进一步优化落实新冠肺炎疫情防控措施的通知，2022 年 12 月 7 日',
  rules: [...contactRules({ central: 0, home: 5 }), ...entryRules({ central: 5, home: 3 })],
} as const;
