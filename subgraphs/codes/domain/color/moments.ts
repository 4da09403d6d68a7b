import { shanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import type { Texts } from '../texts.ts';

const OFFSET_MS = 8 * 3_600_000;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** The Shanghai day of an instant as people read it. */
export function dayInWords(instant: Date): Texts {
  const [, month = '', day = ''] = shanghaiDay(instant).split('-');
  const chinese = `${Number(month)} 月 ${Number(day)} 日`;
  const english = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
  return { ZH_HANS: chinese, ZH_HANT: chinese, EN: english };
}

/** Day and time of an instant in Shanghai as people read them. */
export function momentInWords(instant: Date): Texts {
  const { ZH_HANS, ZH_HANT, EN } = dayInWords(instant);
  const time = new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
  return { ZH_HANS: `${ZH_HANS} ${time}`, ZH_HANT: `${ZH_HANT} ${time}`, EN: `${EN} ${time}` };
}
