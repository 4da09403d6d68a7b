import type { TongmaPage } from './tongma-page.ts';

/** The way of a region into recognition, with one step open. */
export const REGION_PAGES: readonly TongmaPage[] = [
  { name: 'console-region', path: '/console/region', account: 'administrator-330000' },
  {
    ...{ name: 'console-region-keys', path: '/console/region', account: 'administrator-330000' },
    prepare: (page) => page.locator('.region-way button').first().click(),
  },
  {
    ...{
      name: 'console-region-test',
      path: '/console/region',
      account: 'agreement-officer-330000',
    },
    async prepare(page) {
      await page.locator('.region-way button').nth(4).click();
      await page.locator('.self-test .button').click();
      await page.locator('.rehearsal-report').waitFor();
      await page.locator('.region-specimen .button').click();
      await page.locator('.region-specimen img').waitFor();
    },
  },
];
