import { ref, type Ref } from 'vue';
import { keepTheme, preferredTheme, showTheme, type Theme } from '../theme.ts';

const theme = ref<Theme>(preferredTheme());

/** The look of the page, and a switch that is remembered. */
export function useTheme(): { readonly theme: Ref<Theme>; toggle(): void } {
  return {
    theme,
    toggle() {
      theme.value = theme.value === 'light' ? 'dark' : 'light';
      keepTheme(theme.value);
      showTheme(theme.value);
    },
  };
}
