import type { Page } from 'playwright-core';

/**
 * Keys of texts, such as `recognize.title`, that stand where a text belongs: in what is seen, in
 * names for screen readers, in the window's title. Code and other fixed-width texts are left out.
 */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const KEY = /(?<![\w./@:#?=&-])[a-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)+(?![\w/@:-]|\.\w)/g;
    const FIXED = 'code, pre, kbd, samp, script, style, textarea, .mono';
    const NAMES = ['aria-label', 'aria-description', 'alt', 'placeholder', 'title'];

    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement || parentElement.closest(FIXED)) continue;
      if (/mono/i.test(getComputedStyle(parentElement).fontFamily.split(',')[0] ?? '')) continue;
      if (parentElement.checkVisibility({ visibilityProperty: true }))
        texts.push(textContent ?? '');
    }
    for (const name of NAMES) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(texts.flatMap((text) => text.match(KEY) ?? []))];
  });
}
