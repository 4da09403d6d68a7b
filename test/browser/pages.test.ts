import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { looksOf } from './support/looks.ts';
import { openPage } from './support/open-page.ts';
import { PAGES } from './support/pages.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';

const SEEN = PAGES.flatMap((page, place) =>
  looksOf(place).map((look) => ({ page, look, name: page.name, ...look })),
);

describe('a page', () => {
  story.for(SEEN)(
    '$name in $language, $theme, $size: every word translated, no barrier, nothing beside it',
    async ({ page, look }, { open, tongma }) => {
      const window = await open({ account: page.account ?? undefined, ...look });
      await openPage(window, page, tongma);
      expect(await untranslated(window.page)).toEqual([]);
      await axe(window.page);
      const beside = await window.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beside).toBe(0);
    },
  );
});
