import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { lookOfVerdict, wordOfLook } from '../../format/code-look.ts';
import { groundOf, type Verdict } from './explain.ts';

/** A verdict in words, as it is shown and as it is read out. */
export function useVerdictWords(verdict: () => Verdict, ended: () => boolean = () => false) {
  const { t } = useI18n({ useScope: 'global' });
  const ground = computed(() => groundOf(verdict(), ended()));
  const look = computed(() => (ground.value === 'ENDED' ? 'STALE' : lookOfVerdict(verdict())));

  const word = computed(() => {
    const shown = look.value;
    if (shown === 'SPECIMEN') return t('recognize.specimen');
    const said = t(wordOfLook(shown));
    const isColor = shown === 'GREEN' || shown === 'YELLOW' || shown === 'RED';
    return isColor ? `${t('outcome.RECOGNIZED')} · ${said}` : said;
  });

  const sentence = computed(() => {
    const { issuer, presentedIn, color } = verdict();
    if (!color || ground.value !== color) return t(`recognize.why.${ground.value}`);
    const names = {
      issuer: issuer?.name ?? '',
      here: presentedIn.name,
      color: t(`color.${color}`),
    };
    return t(issuer?.id === presentedIn.id ? 'recognize.why.OWN' : 'recognize.why.AGREED', names);
  });

  return { ground, look, word, sentence };
}
