import type { TongmaPage } from './tongma-page.ts';

/** The residents' pages, once for each state that looks unlike the others. */
export const MY_PAGES: readonly TongmaPage[] = [
  { name: 'my-door', path: '/my/', account: null },
  { name: 'my-door-refused', path: '/my/?sign-in=refused', account: null },
  { name: 'my-green', path: '/my/', account: 'resident-green' },
  { name: 'my-yellow', path: '/my/', account: 'resident-yellow' },
  { name: 'my-red', path: '/my/', account: 'resident-red' },
  { name: 'my-nobody-yet', path: '/my/', account: 'demo-resident' },
  { name: 'my-register', path: '/my/register', account: 'demo-resident' },
  { name: 'my-declare', path: '/my/declare', account: 'resident-green' },
  { name: 'my-check-in', path: '/my/check-in', account: 'resident-yellow' },
  { name: 'my-records', path: '/my/records', account: 'resident-green' },
  {
    ...{ name: 'my-trip', path: '/my/records', account: 'resident-yellow' },
    async prepare(page) {
      await page.locator('.stay-list .add').click();
      await page.locator('.division-picker select').nth(1).waitFor();
    },
  },
  { name: 'my-convert', path: '/my/convert', account: 'resident-green' },
  {
    ...{ name: 'my-converted', path: '/my/convert', account: 'resident-green' },
    async prepare(page) {
      await page.locator('main .button.go').first().click();
      await page.locator('.handed img').waitFor();
    },
  },
  { name: 'my-import', path: '/my/import', account: 'demo-resident' },
  {
    ...{ name: 'my-import-refused', path: '/my/import', account: 'demo-resident' },
    async prepare(page) {
      await page.locator('textarea').fill('HCV1:330100');
      await page.locator('form .button.go').click();
      await page.locator('.fault').first().waitFor();
    },
  },
  { name: 'my-access', path: '/my/access', account: 'resident-yellow' },
  { name: 'my-household', path: '/my/household', account: 'resident-green' },
  { name: 'my-guardians', path: '/my/guardians', account: 'resident-green' },
];
