import { contactRules, entryRules, stayRule } from './isolation-rules.ts';
import { says } from './words.ts';

/**
 * Twenty measures: contacts and people from abroad 5 days at a facility and 3 at home; from
 * high-risk areas 7 at home. There are no medium-risk areas any more.
 */
export const TWENTY_MEASURES = {
  id: 'TWENTY-MEASURES',
  name: says('二十条优化措施', '二十條優化措施', 'Twenty measures'),
  validFromOn: '2022-11-11',
  source: '关于进一步优化新冠肺炎疫情防控措施科学精准做好防控工作的通知，2022 年 11 月 11 日',
  rules: [
    ...contactRules({ central: 5, home: 3 }),
    ...entryRules({ central: 5, home: 3 }),
    stayRule('HIGH', 'HOME', 7),
  ],
} as const;
