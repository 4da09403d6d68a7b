import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { signedIn } from './support/sign-in.ts';
import { story } from './support/story.ts';
import { twoBuilds } from './support/two-builds.ts';
import { installed, judge, openWithLists, paperCode, SICHUAN } from './support/verify-page.ts';
import { watch } from './support/watch.ts';

const PATIENT = { timeout: 30_000 };

const isLater = (page: Page) => page.locator('meta[name=build]').count();
const caches = (page: Page) => page.evaluate(() => globalThis.caches.keys());
const note = (page: Page) => page.getByText('有新版本');

describe('a device that recognizes with no network', () => {
  story(
    'is told of a new build, and takes it over with its lists, though the network is gone again',
    { timeout: 180_000 },
    async ({ browser, tongma }) => {
      const storageState = await signedIn(browser, tongma, SICHUAN);
      const door = await twoBuilds(tongma.origin);
      const context = await browser.newContext({
        ...{ baseURL: door.origin, storageState, locale: 'zh-CN', reducedMotion: 'reduce' },
      });
      try {
        const { allow, expectClean } = await watch(context, door.origin);
        allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
        const page = await context.newPage();
        await openWithLists(page);
        await installed(page);
        const [first] = await caches(page);
        const text = paperCode(tongma);

        // The build changes while the device is offline: it goes on with the one that it has.
        await context.setOffline(true);
        door.update();
        await page.reload();
        await page.locator('.without-session .list-ages li').first().waitFor(PATIENT);
        await judge(page, text);
        await page.locator('#verdict-word').waitFor(PATIENT);
        expect([await isLater(page), await note(page).count()]).toEqual([0, 0]);

        // With the network it learns of the other, and does nothing before it is told to.
        await context.setOffline(false);
        await note(page).waitFor(PATIENT);
        expect(await page.locator('#verdict-word').count()).toBe(1);
        await axe(page);

        await context.setOffline(true);
        await page.getByRole('button', { name: '现在更新' }).click();
        await expect.poll(() => isLater(page), PATIENT).toBe(1);
        await page.locator('.without-session .list-ages li').first().waitFor(PATIENT);
        await judge(page, text);
        await page.locator('#verdict-word').waitFor(PATIENT);
        expect(await page.locator('.basis').innerText()).toContain('离线');
        expect(await note(page).count()).toBe(0);
        const kept = await caches(page);
        expect(kept).toEqual([expect.stringContaining('later')]);
        expect(kept).not.toContain(first);
        expectClean();
      } finally {
        await context.close();
        await door.close();
      }
    },
  );

  story(
    'opened anew takes the new build by itself',
    { timeout: 120_000 },
    async ({ browser, tongma }) => {
      const storageState = await signedIn(browser, tongma, SICHUAN);
      const door = await twoBuilds(tongma.origin);
      const context = await browser.newContext({ baseURL: door.origin, storageState });
      try {
        const page = await context.newPage();
        await openWithLists(page);
        await installed(page);
        door.update();
        await page.reload();
        await expect.poll(() => isLater(page), PATIENT).toBe(1);
        await expect.poll(() => caches(page), PATIENT).toEqual([expect.stringContaining('later')]);
        await page.locator('.list-ages li').first().waitFor(PATIENT);
        expect(await page.locator('.new-version').count()).toBe(0);
      } finally {
        await context.close();
        await door.close();
      }
    },
  );
});
