import { shanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import type { Texts } from '../texts.ts';
import type { NextStep } from './decision.ts';

const OFFSET_MS = 8 * 3_600_000;

interface Moment {
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

function momentOf(instant: Date): Moment {
  const [, month = '', day = ''] = shanghaiDay(instant).split('-');
  const time = new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
  return { month: Number(month), day: Number(day), time };
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function chinese({ month, day, time }: Moment): string {
  return `${month} 月 ${day} 日 ${time}`;
}

function english({ month, day, time }: Moment): string {
  return `${day} ${MONTHS[month - 1] ?? ''} ${time}`;
}

/**
 * What leads out of a rule, in the words a resident reads. Times are Asia/Shanghai.
 * Source: DESIGN.md §5; console brief, §8.
 */
export function nextStepTexts(step: NextStep): Texts {
  switch (step.kind) {
    case 'WAIT': {
      const until = momentOf(step.until);
      return {
        ZH_HANS: `到 ${chinese(until)} 自动结束`,
        ZH_HANT: `到 ${chinese(until)} 自動結束`,
        EN: `Ends by itself on ${english(until)}`,
      };
    }
    case 'NOT_DETECTED_RESULTS': {
      const { remaining } = step;
      const from = momentOf(step.notBefore);
      return {
        ZH_HANS: `还差 ${remaining} 次核酸未检出，${chinese(from)} 起采样有效`,
        ZH_HANT: `還差 ${remaining} 次核酸未檢出，${chinese(from)} 起採樣有效`,
        EN: `${remaining} more ${remaining === 1 ? 'test' : 'tests'} without the virus, sampled from ${english(from)} on`,
      };
    }
    case 'CHECK_IN': {
      const { remaining } = step;
      return {
        ZH_HANS: `还差 ${remaining} 次正常打卡，每天一次`,
        ZH_HANT: `還差 ${remaining} 次正常打卡，每天一次`,
        EN: `${remaining} more normal ${remaining === 1 ? 'check-in' : 'check-ins'}, one a day`,
      };
    }
    case 'RELEASE':
      return {
        ZH_HANS: '隔离令到期或解除后自动恢复',
        ZH_HANT: '隔離令到期或解除後自動恢復',
        EN: 'Ends by itself when the isolation order ends or is released',
      };
    case 'DECLARE':
      return {
        ZH_HANS: '申报健康状况',
        ZH_HANT: '申報健康狀況',
        EN: 'Declare your health',
      };
  }
}
