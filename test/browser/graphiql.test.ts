import { describe, expect } from 'vitest';
import { tokenOfPartner } from '../system/support/client.ts';
import { axe } from './support/axe.ts';
import { GRAPHIQL_PAGE } from './support/graphiql-page.ts';
import { openPage } from './support/open-page.ts';
import { story } from './support/story.ts';

describe('GraphiQL', () => {
  story('shows the schema to a partner, and an answer', async ({ open, tongma }) => {
    const window = await open({ size: 'desk' });
    const { page } = window;
    await openPage(window, GRAPHIQL_PAGE, tongma);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query').first().click();
    await page.locator('.graphiql-doc-explorer-type-name', { hasText: /^Query$/ }).click();
    const field = { hasText: /^recognizeCode$/ };
    await page.locator('.graphiql-doc-explorer-field-name', field).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  story(
    'takes a token that was given elsewhere, and signs nobody in by itself',
    async ({ open, tongma }) => {
      const { page } = await open({});
      await page.goto('/graphiql/');
      await page.getByText('Nobody is signed in').waitFor();
      await axe(page);
      await page.getByLabel('or access token').fill(await tokenOfPartner(tongma.demo));
      await page.getByRole('button', { name: 'Use it' }).click();
      await page.getByText('Asking as the owner of the token').waitFor();
      await page.getByRole('button', { name: 'Execute' }).waitFor();
    },
  );
});
