import type { Texts } from '../texts.ts';
import type { Color } from './color.ts';
import type { NextStep, Outlook } from './decision.ts';
import { dayInWords, momentInWords } from './moments.ts';

const NUMBERS = 'No One Two Three Four Five Six Seven Eight Nine Ten'.split(' ');

const COLOR_WORDS: Readonly<Record<Color, Texts>> = {
  GREEN: { ZH_HANS: '绿码', ZH_HANT: '綠碼', EN: 'green' },
  YELLOW: { ZH_HANS: '黄码', ZH_HANT: '黃碼', EN: 'yellow' },
  RED: { ZH_HANS: '红码', ZH_HANT: '紅碼', EN: 'red' },
};

/** A number at the beginning of a sentence. */
function counted(n: number): string {
  return NUMBERS[n] ?? String(n);
}

function join(first: Texts, second: Texts): Texts {
  return {
    ZH_HANS: first.ZH_HANS + second.ZH_HANS,
    ZH_HANT: first.ZH_HANT + second.ZH_HANT,
    EN: first.EN + second.EN,
  };
}

/** What comes of a step whose own text names no instant. */
function thenOn({ color, at }: Outlook, inWords: (instant: Date) => Texts): Texts {
  const [to, on] = [COLOR_WORDS[color], inWords(at)];
  return {
    ZH_HANS: `，${on.ZH_HANS}转${to.ZH_HANS}`,
    ZH_HANT: `，${on.ZH_HANT}轉${to.ZH_HANT}`,
    EN: `, then ${to.EN} on ${on.EN}`,
  };
}

/** What comes of a step whose own text names the instant. */
function thenAtOnce({ color }: Outlook): Texts {
  const to = COLOR_WORDS[color];
  return {
    ZH_HANS: `，随后转${to.ZH_HANS}`,
    ZH_HANT: `，隨後轉${to.ZH_HANT}`,
    EN: `, then ${to.EN}`,
  };
}

function textsOf(step: NextStep): Texts {
  switch (step.kind) {
    case 'WAIT': {
      const until = momentInWords(step.until);
      return {
        ZH_HANS: `到 ${until.ZH_HANS} 自动结束`,
        ZH_HANT: `到 ${until.ZH_HANT} 自動結束`,
        EN: `Ends by itself on ${until.EN}`,
      };
    }
    case 'NOT_DETECTED_RESULTS': {
      const { remaining } = step;
      const from = momentInWords(step.notBefore);
      return {
        ZH_HANS: `还差 ${remaining} 次核酸未检出，${from.ZH_HANS} 起采样有效`,
        ZH_HANT: `還差 ${remaining} 次核酸未檢出，${from.ZH_HANT} 起採樣有效`,
        EN: `${counted(remaining)} more ${remaining === 1 ? 'test' : 'tests'} without the virus, sampled from ${from.EN} on`,
      };
    }
    case 'CHECK_IN': {
      const { remaining } = step;
      return {
        ZH_HANS: `还差 ${remaining} 次正常打卡，每天一次`,
        ZH_HANT: `還差 ${remaining} 次正常打卡，每天一次`,
        EN: `${counted(remaining)} more normal ${remaining === 1 ? 'check-in' : 'check-ins'}`,
      };
    }
    case 'RELEASE':
      return {
        ZH_HANS: '隔离令到期或解除后自动恢复',
        ZH_HANT: '隔離令到期或解除後自動恢復',
        EN: 'Ends by itself when the isolation order ends or is released',
      };
    case 'LEAVE_AREA':
      return {
        ZH_HANS: '离开风险区，或风险区解除后开始计算天数',
        ZH_HANT: '離開風險區，或風險區解除後開始計算天數',
        EN: 'The days count from when you leave the risk area, or from when it is lifted',
      };
    case 'DECLARE':
      return {
        ZH_HANS: '申报健康状况',
        ZH_HANT: '申報健康狀況',
        EN: 'Declare your health',
      };
  }
}

/**
 * What leads out of a rule, in the words a resident reads, and what comes of it: "Three more normal
 * check-ins, then green on 24 November". Times are Asia/Shanghai. Source: DESIGN.md §5; console
 * brief, §8.
 */
export function nextStepTexts(step: NextStep): Texts {
  const texts = textsOf(step);
  const { kind, then } = step;
  if (!then) {
    return kind === 'CHECK_IN' ? { ...texts, EN: `${texts.EN}, one a day` } : texts;
  }
  const named = kind === 'WAIT' && step.until.getTime() === then.at.getTime();
  if (named) return join(texts, thenAtOnce(then));
  return join(texts, thenOn(then, kind === 'CHECK_IN' ? dayInWords : momentInWords));
}
