import type { PageLanguage } from '../i18n.ts';

const ZONE = 'Asia/Shanghai';
const INTL: Readonly<Record<PageLanguage, string>> = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-GB',
};

type Style = 'time' | 'clock' | 'day' | 'moment' | 'weekday' | 'date' | 'full';

const STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  day: { month: 'long', day: 'numeric' },
  weekday: { month: 'long', day: 'numeric', weekday: 'short' },
  moment: { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  full: {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  },
};

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant as people read it, always in Asia/Shanghai: `time` 14:05, `clock` 14:05:09, `day`
 * 27 November, `moment` 27 November 14:05, `weekday` with the day of the week, `date` with year, `full`
 * with year and time.
 */
export function formatInstant(at: string | Date, style: Style, language: PageLanguage): string {
  const key = `${language} ${style}`;
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(INTL[language], { ...STYLES[style], timeZone: ZONE });
  made.set(key, format);
  return format.format(typeof at === 'string' ? new Date(at) : at);
}
