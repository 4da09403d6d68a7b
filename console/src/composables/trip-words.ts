import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { TripMode } from '../gql/graphql.ts';
import { useLanguage } from './language.ts';

/** One end of a trip: a division at home, or a country. */
interface End {
  readonly country: string;
  readonly division?: string | null;
}

/** A trip, as far as it is put into words. */
interface Trip {
  readonly mode: TripMode;
  readonly number?: string | null;
  readonly from: End;
  readonly to: End;
}

/** Names of countries in the language of the page; a code that has none stands for itself. */
export function useCountryNames(): (code: string) => string {
  const { language } = useLanguage();
  const names = computed(
    () => new Intl.DisplayNames(language.value, { type: 'region', fallback: 'code' }),
  );
  return (code) => names.value.of(code) ?? code;
}

/** Trips in words: how, with which number, from where to where. */
export function useTripWords(nameOf: (division: string) => string): (trip: Trip) => string {
  const { t } = useI18n({ useScope: 'global' });
  const countryOf = useCountryNames();
  const end = ({ country, division }: End) => (division ? nameOf(division) : countryOf(country));
  return ({ mode, number, from, to }) =>
    [t(`trip.${mode}`), number, `${end(from)} → ${end(to)}`].filter(Boolean).join(' ');
}
