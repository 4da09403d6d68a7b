import type { Page } from 'playwright-core';
import type { TongmaPage } from './tongma-page.ts';
import type { RunningTongma } from './running-tongma.ts';
import type { Visit } from './visit.ts';

/** Waits until a page stands still: nothing is fetched, nothing loads, letters are drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], .panel-loading') &&
      document.querySelector('main:empty') === null,
  );
  await page.evaluate(() => document.fonts.ready);
}

/** Opens a page of the list in a window and brings it to the state that is meant. */
export async function openPage(
  { page, allow }: Visit,
  { path, prepare, allow: expected = [] }: TongmaPage,
  tongma: RunningTongma,
): Promise<void> {
  for (const pattern of expected) allow(pattern);
  await page.goto(typeof path === 'string' ? path : await path(tongma));
  await settled(page);
  if (!prepare) return;
  await prepare(page, tongma);
  await settled(page);
}
