import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../texts.ts';
import { REASON_KEYS, reasonText } from './reason-texts.ts';

const all = REASON_KEYS.flatMap((key) =>
  LANGUAGES.map((language) => ({ key, language, text: reasonText({ key }, language) })),
);

describe('texts of reasons', () => {
  it.each([
    ['NO_AGREEMENT', 'EN', 'Not recognized: no agreement. This says nothing about health'],
    ['NO_AGREEMENT', 'ZH_HANS', '不认可：两地没有协议。不说明健康状况'],
    ['NO_AGREEMENT', 'ZH_HANT', '不認可：兩地沒有協議。不代表健康狀況'],
    ['CONDITION_OPEN', 'EN', 'Check by hand: ask for the paper result'],
  ] as const)('%s in %s is worded as in the console', (key, language, text) => {
    expect(reasonText({ key }, language)).toBe(text);
  });

  it('stand in all languages, each its own', () => {
    expect(all.every(({ text }) => text.length > 3)).toBe(true);
    for (const language of LANGUAGES) {
      const texts = all.filter((one) => one.language === language).map(({ text }) => text);
      expect(new Set(texts).size).toBe(REASON_KEYS.length);
    }
  });

  it('never give a medical ground, nor call anything invalid', () => {
    const medical =
      /symptom|contact|positive|infect|isolat|risk|症状|症狀|密接|阳性|陽性|感染|隔离|隔離|风险|風險/i;
    expect(
      all.filter(({ text }) => medical.test(text) || /invalid|sorry|!|！/i.test(text)),
    ).toEqual([]);
  });
});
