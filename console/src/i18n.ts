import { createI18n, type DefaultLocaleMessageSchema } from 'vue-i18n';

/** Languages of the pages, as `lang` has them. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
/** One language of the pages. */
export type PageLanguage = (typeof LANGUAGES)[number];

/** How each language is called by who speaks it. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};

/** Words of one language: keys, and functions that the build made of the texts. */
export type Words = DefaultLocaleMessageSchema;

const KEY = 'tongma.language';

/** The language that was chosen, or the first the browser prefers. */
export function preferredLanguage(): PageLanguage {
  const kept = localStorage.getItem(KEY);
  const known = LANGUAGES.find((language) => language === kept);
  if (known) return known;
  const [first = ''] = navigator.languages;
  if (/^zh-(TW|HK|MO|Hant)/i.test(first)) return 'zh-Hant';
  return first.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en';
}

/** Loads the words of a language: those that all pages share, and those of an entry. */
export type LoadWords = (language: PageLanguage) => Promise<readonly Words[]>;

/** Words of one file out of those that `import.meta.glob` found. */
export async function wordsFrom(
  files: Readonly<Record<string, () => Promise<{ default: Words }>>>,
  path: string,
): Promise<Words> {
  const load = files[path];
  if (!load) throw new Error(`There are no words at ${path}.`);
  return (await load()).default;
}

/** The words of an application; a language is loaded when it is first shown. */
export function createWords(load: LoadWords) {
  const i18n = createI18n({
    legacy: false,
    locale: preferredLanguage(),
    fallbackLocale: false,
    messages: { 'zh-Hans': {}, 'zh-Hant': {}, en: {} },
  });
  const sets = new Map<LoadWords, Set<PageLanguage>>([[load, new Set()]]);

  /** Shows a language and remembers it. */
  async function show(language: PageLanguage): Promise<void> {
    for (const [loadSet, loaded] of sets) {
      if (loaded.has(language)) continue;
      for (const words of await loadSet(language)) i18n.global.mergeLocaleMessage(language, words);
      loaded.add(language);
    }
    i18n.global.locale.value = language;
    document.documentElement.lang = language;
  }

  return {
    i18n,
    show,
    /** Words that only a part of the pages needs; there when the promise is kept. */
    async add(loadSet: LoadWords): Promise<void> {
      sets.set(loadSet, new Set());
      await show(i18n.global.locale.value);
    },
    async choose(language: PageLanguage): Promise<void> {
      localStorage.setItem(KEY, language);
      await show(language);
    },
  };
}

/** What {@link createWords} makes, for components that switch the language. */
export type WordsOfPage = ReturnType<typeof createWords>;
