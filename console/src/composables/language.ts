import { computed, inject, type ComputedRef, type InjectionKey } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatInstant } from '../format/instants.ts';
import type { PageLanguage, WordsOfPage } from '../i18n.ts';

/** Key under which an application provides the switch of its language. */
export const WORDS: InjectionKey<WordsOfPage> = Symbol('words');

const GRAPH_LANGUAGES = { 'zh-Hans': 'ZH_HANS', 'zh-Hant': 'ZH_HANT', en: 'EN' } as const;

/** The language of the page, for the graph and for dates. */
export function useLanguage() {
  const words = inject(WORDS);
  const { locale } = useI18n<never, PageLanguage>({ useScope: 'global' });
  const language: ComputedRef<PageLanguage> = computed(() => locale.value);
  return {
    language,
    /** As the graph names it. */
    graphLanguage: computed(() => GRAPH_LANGUAGES[language.value]),
    choose: (next: PageLanguage) => words?.choose(next),
    /** An instant in words, Asia/Shanghai. */
    at: (instant: string | Date, style: Parameters<typeof formatInstant>[1] = 'moment') =>
      formatInstant(instant, style, language.value),
  };
}
