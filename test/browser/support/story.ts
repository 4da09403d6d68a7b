import { inject, test } from 'vitest';
import { launch } from './chromium.ts';
import { runningTongma } from './running-tongma.ts';
import { visit, type Visit, type VisitOptions } from './visit.ts';

/**
 * A test with a browser: `story('…', async ({ open }) => { const { page } = await open(); … })`.
 * `tongma` is what all stories share, `browser` that of the file. `open` opens a watched window,
 * which must be clean after the story, and is closed.
 */
export const story = test
  .extend('tongma', { scope: 'file' }, () => runningTongma(inject('data')))
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launch(inject('chromium'));
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('open', async ({ browser, tongma }, { onCleanup }) => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      await Promise.all(visits.map(({ close }) => close()));
      for (const { expectClean } of visits) expectClean();
    });
    return async (options?: VisitOptions) => {
      const opened = await visit(browser, tongma, options);
      visits.push(opened);
      return opened;
    };
  });
