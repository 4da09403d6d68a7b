import { contactRules, entryRules, stayRule } from './isolation-rules.ts';
import { says } from './words.ts';

/**
 * Protocol for Prevention and Control of COVID-19, eighth edition: contacts and people from abroad
 * 14 days at a facility and 7 at home; from high-risk areas 14 at a facility, from medium-risk
 * areas 14 at home; nothing about low-risk areas.
 */
export const EIGHTH_EDITION = {
  id: 'EIGHTH-EDITION',
  name: says('防控方案第八版', '防控方案第八版', 'Eighth edition'),
  validFromOn: '2021-05-11',
  source: '新型冠状病毒肺炎防控方案（第八版），国务院联防联控机制综合组，2021 年 5 月 11 日',
  rules: [
    ...contactRules({ central: 14, home: 7 }),
    ...entryRules({ central: 14, home: 7 }),
    stayRule('HIGH', 'CENTRAL', 14),
    stayRule('MEDIUM', 'HOME', 14),
  ],
} as const;
