import { passwordOf } from './running-tongma.ts';
import type { TongmaPage } from './tongma-page.ts';

const CLIENT = 'verifier-510000';

/**
 * GraphiQL with an answer. It speaks English alone and is not ours to judge for barriers: it is
 * pictured with the other pages, and has a test of its own.
 */
export const GRAPHIQL_PAGE: TongmaPage = {
  name: 'graphiql',
  path: '/graphiql/',
  account: null,
  async prepare(page, tongma) {
    await page.getByLabel('Client id').fill(CLIENT);
    await page.getByLabel('Secret').fill(passwordOf(tongma, CLIENT));
    await page.getByRole('button', { name: 'Sign in' }).click();
    // The editor is there once it has colored what it begins with.
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /^Execute/ }).click();
    await page.locator('.graphiql-response').getByText('"Zhejiang"').waitFor();
  },
};
