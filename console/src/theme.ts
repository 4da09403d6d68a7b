/** Looks a page can have. */
export type Theme = 'light' | 'dark';

const KEY = 'tongma.theme';

/** The look that was chosen, or the one the system prefers. */
export function preferredTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Gives the page a look; Element Plus looks at the class, the tokens at the attribute. */
export function showTheme(theme: Theme): void {
  const { dataset, classList } = document.documentElement;
  dataset['theme'] = theme;
  classList.toggle('dark', theme === 'dark');
}

/** Remembers the look that was chosen. */
export function keepTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
}
