import { useI18n } from 'vue-i18n';
import { useLanguage } from '../../composables/language.ts';
import type { Condition, Exit, Rule } from './rules.ts';

const TEXTS = { 'zh-Hans': 'zhHans', 'zh-Hant': 'zhHant', en: 'en' } as const;

/** Rules in words of the page's language. */
export function useRuleWords() {
  const { t, te } = useI18n({ useScope: 'global' });
  const { language } = useLanguage();
  const known = (key: string, otherwise: string) => (te(key) ? t(key) : otherwise);

  function condition({ kind, days, level, place, terms }: Condition): string {
    return t(`policies.ask.${kind}`, {
      days: days ?? 0,
      level: level ? t(`policies.level.${level}`) : '',
      place: place ? t(`timeline.place.${place}`) : '',
      terms: (terms ?? []).map((term) => known(`symptom.${term}`, term)).join(t('review.comma')),
    });
  }

  function exit(way: Exit): string {
    const { kind, n, unit, count, hoursApart, fromDay, of } = way;
    const key = kind === 'AFTER' ? `AFTER_${unit ?? 'DAY'}` : kind;
    return t(`policies.out.${key}`, {
      ...{ n: n ?? 0, count: count ?? 0, hoursApart: hoursApart ?? 0, fromDay: fromDay ?? 0 },
      parts: (of ?? []).map(exit).join(t('review.comma')),
    });
  }

  return {
    ...{ condition, exit },
    text: (rule: Rule): string => rule[TEXTS[language.value]],
    /** What a rule gives: a color, or that it suspends. */
    gives({ color, condition: { kind } }: Rule): string {
      if (color) return t(`color.${color}`);
      return t(kind === 'OVERRIDE' ? 'policies.asSaid' : 'policies.suspends');
    },
  };
}
