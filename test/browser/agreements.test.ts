import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import type { RunningTongma } from './support/running-tongma.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';
import type { Visit } from './support/visit.ts';

const [RECEIVER, ISSUER] = ['330100', '510100'];
/** Second person of every region. */
const HUB = 'agreement-officer-000000';
const REASON = '两市互认健康码';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const cell = (page: Page) =>
  page.locator('.who-accepts').getByRole('button', { name: /^成都市 → 杭州市/ });

/** The hub's officer approves the newest proposal of a kind. */
async function approved(open: () => Promise<Visit>, tongma: RunningTongma, kind: string) {
  const { page } = await open();
  await signIn(page, tongma, HUB, '/console/approvals');
  await button(page, kind).first().click();
  await page.getByRole('complementary').getByText(REASON).waitFor();
  await page.getByRole('complementary').getByText('成都市 → 杭州市').waitFor();
  await axe(page);
  await button(page, '批准').click();
  await page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
  await page.getByRole('complementary').getByText('已批准').waitFor();
}

describe('an agreement', () => {
  story(
    'is proposed with its dry run, accepted by the other side, in force, and withdrawn',
    async ({ open, tongma }) => {
      const { page } = await open();
      await signIn(page, tongma, `agreement-officer-${RECEIVER}`, '/console/agreements');
      await cell(page).click();
      const panel = page.getByRole('complementary');
      await panel.getByText('没有协议：这里不认可这些码').waitFor();
      await axe(page);
      await panel.getByRole('button', { name: '提出协议' }).click();

      const form = page.locator('.propose-agreement');
      await expect.poll(() => form.getByLabel('认可谁的码').inputValue()).toBe(ISSUER);
      const yellow = form.locator('.color-fields > .row').nth(1);
      await yellow.getByLabel('算作').selectOption('RED');
      await yellow.getByLabel(/核酸未检出/).fill('48');
      await form.getByRole('row', { name: /黄码.*红码.*须满足 NEGATIVE-48H/ }).waitFor();
      await form.getByLabel(/^起/).fill('2022-11-24T00:00');
      await form.getByText('最长一年，且一年内开始').waitFor();
      const end = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 16);
      const begin = new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);
      await form.getByLabel(/^起/).fill(begin);
      await form.getByLabel('止', { exact: true }).fill(end);
      await form.getByLabel(/理由/).fill(REASON);
      await axe(page);
      const send = form.getByRole('button', { name: '提出协议' });
      await expect.poll(() => send.getAttribute('aria-disabled')).toBe('false');
      await send.click();
      await page.waitForURL(/\/console\/approvals/);
      await approved(open, tongma, '提出互认协议');

      const other = await open();
      await signIn(other.page, tongma, `agreement-officer-${ISSUER}`, '/console/agreements');
      await cell(other.page).click();
      const theirs = other.page.getByRole('complementary');
      await theirs.getByText('待对方接受').waitFor();
      await theirs.getByRole('button', { name: '接受', exact: true }).click();
      const dialog = other.page.getByRole('dialog');
      await dialog.getByLabel(/理由/).fill(REASON);
      await dialog.getByRole('button', { name: '接受', exact: true }).click();
      await other.page.waitForURL(/\/console\/approvals/);
      await approved(open, tongma, '接受互认协议');

      await page.goto('/console/agreements');
      await cell(page).click();
      await panel.getByText('生效中').waitFor();
      await panel.getByText('杭州市，成都市').or(panel.getByText('杭州市、成都市')).waitFor();
      await button(page, '撤回').click();
      await page.getByRole('dialog').getByLabel(/理由/).fill(REASON);
      await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
      await panel.getByText('已撤回').first().waitFor();
      expect(await cell(page).textContent()).toContain('–');
    },
  );

  story('is reached in the picture by arrows', async ({ open, tongma }) => {
    const { page } = await open();
    await signIn(page, tongma, `agreement-officer-${RECEIVER}`, '/console/agreements');
    await page.locator('.who-accepts [tabindex="0"]').focus();
    const place = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    const before = await place();
    await page.keyboard.press('ArrowRight');
    expect(await place()).not.toBe(before);
    await page.keyboard.press('ArrowLeft');
    expect(await place()).toBe(before);
  });
});
