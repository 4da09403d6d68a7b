import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { looksOf, THEMES } from './support/looks.ts';
import { openPage } from './support/open-page.ts';
import { PAGES } from './support/pages.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';
import type { Theme } from './support/visit.ts';

const SEEN = PAGES.flatMap((page, place) =>
  looksOf(place).map((look) => ({ page, look, name: page.name, ...look })),
);

/** Shows the other theme in place, as the switch of the pages does. */
function show(page: Page, theme: Theme): Promise<void> {
  return page.evaluate((wanted) => {
    const html = document.documentElement;
    html.dataset['theme'] = wanted;
    html.classList.toggle('dark', wanted === 'dark');
  }, theme);
}

describe('a page', () => {
  story.for(SEEN)(
    '$name in $language, $size: every word translated, no barrier in light or dark, nothing beside it',
    async ({ page, look }, { open, tongma }) => {
      const window = await open({ account: page.account ?? undefined, ...look });
      await openPage(window, page, tongma);
      expect(await untranslated(window.page)).toEqual([]);
      for (const theme of THEMES) {
        await window.page.emulateMedia({ colorScheme: theme });
        await show(window.page, theme);
        await axe(window.page, theme === 'light' ? 'all' : 'colors');
      }
      const beside = await window.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beside).toBe(0);
    },
  );
});
