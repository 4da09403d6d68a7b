import { useLanguage } from './language.ts';

const made = new Map<string, Intl.NumberFormat>();

/** Whole numbers as people read them, with their thousands marked. */
export function useNumbers(): (value: number) => string {
  const { language } = useLanguage();
  return (value) => {
    const format = made.get(language.value) ?? new Intl.NumberFormat(language.value);
    made.set(language.value, format);
    return format.format(value);
  };
}
