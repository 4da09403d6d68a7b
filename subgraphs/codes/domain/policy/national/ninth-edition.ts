import { contactRules, entryRules, LOW_TESTS, stayRule } from './isolation-rules.ts';
import { says } from './words.ts';

/**
 * Protocol for Prevention and Control of COVID-19, ninth edition: contacts and people from abroad
 * 7 days at a facility and 3 at home; from high-risk areas 7 at a facility, from medium-risk areas
 * 7 at home; from low-risk areas tests alone.
 */
export const NINTH_EDITION = {
  id: 'NINTH-EDITION',
  name: says('防控方案第九版', '防控方案第九版', 'Ninth edition'),
  validFromOn: '2022-06-28',
  source: '新型冠状病毒肺炎防控方案（第九版），国务院联防联控机制综合组，2022 年 6 月 28 日',
  rules: [
    ...contactRules({ central: 7, home: 3 }),
    ...entryRules({ central: 7, home: 3 }),
    stayRule('HIGH', 'CENTRAL', 7),
    stayRule('MEDIUM', 'HOME', 7),
    LOW_TESTS,
  ],
} as const;
