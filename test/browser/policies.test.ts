import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';

const REGION = '510100';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Begins a new version from the second edition; gives the form. */
async function begun(page: Page): Promise<Locator> {
  await page.getByRole('heading', { name: /第 \d 版/ }).waitFor();
  await button(page, '提出新版').click();
  const form = page.locator('.propose-policy');
  await form.getByLabel('从哪一版开始').selectOption({ index: 2 });
  await page.getByText('检查过：没有冲突').waitFor();
  return form;
}

/** What the dry run of a region of about a million codes says. */
const ESTIMATED = Object.entries({
  ...{ codes: 1_003_271, tried: 20_000, changed: 50_450, unseenAtMost: 189 },
  ...{ changedAtLeast: 47_461, changedAtMost: 53_628 },
  ...{ greenToRed: 50_200, 'few:greenToSuspended': 510 },
  ...{ 'greenToRed:HIGH-CENTRAL-7D': 50_200, 'few:greenToRed:CONTACT-CENTRAL-7D': 283 },
}).map(([name, count]) => ({ __typename: 'DryRunCount', name, count }));

describe('a policy', () => {
  story(
    'is proposed from an edition, changed and tried; a second person approves it',
    async ({ open, tongma }) => {
      const reason = '按第九版调整本区规则';
      const author = await open();
      await signIn(author.page, tongma, `policy-author-${REGION}`, '/console/policies');
      const form = await begun(author.page);
      await author.page
        .getByRole('region', { name: '与现行版相比' })
        .getByText('新增')
        .first()
        .waitFor();
      const days = author.page.getByRole('spinbutton', { name: '天数' }).first();
      await days.fill('6');
      await days.blur();
      const national = author.page.getByRole('region', { name: '与国家版相比' });
      await national.getByText('CONTACT-CENTRAL-6D v1').waitFor();
      expect(await national.getByRole('listitem').count()).toBe(1);
      await form.getByLabel(/理由/).fill(reason);
      await axe(author.page);
      const send = form.getByRole('button', { name: '提出新版' });
      await expect.poll(() => send.getAttribute('aria-disabled')).toBe('false');
      await form.getByRole('button', { name: '提出新版' }).click();
      await author.page.waitForURL(/\/console\/approvals/);
      const panel = author.page.getByRole('complementary');
      await panel.getByText(/试算：\d+ 人改变颜色/).waitFor();
      expect(await button(author.page, '批准').getAttribute('aria-disabled')).toBe('true');
      await axe(author.page);

      const approver = await open();
      await signIn(approver.page, tongma, `policy-approver-${REGION}`, '/console/approvals');
      await button(approver.page, '新版政策').first().click();
      await approver.page.getByText(reason).waitFor();
      await button(approver.page, '批准').click();
      await approver.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
      await approver.page.getByRole('complementary').getByText('已批准').waitFor();

      await author.page.goto('/console/policies');
      await author.page
        .getByRole('row', { name: /第 2 版/ })
        .getByText('现行')
        .waitFor();
      await author.page.getByText('6 天内有接触通知').waitFor();
      await author.page.goto('/console/statistics');
      await author.page.getByRole('cell', { name: '政策生效' }).first().waitFor();
    },
  );

  story('of a large region is tried on a sample, and the numbers say so', async ({ open }) => {
    const { page } = await open({ account: `policy-author-${REGION}` });
    // No region here has so many codes.
    await page.route('**/console/graphql', async (route) => {
      if (!route.request().postData()?.includes('CodesProposals')) return route.continue();
      const response = await route.fetch();
      const dryRun = `"dryRun":${JSON.stringify(ESTIMATED)}`;
      const body = (await response.text()).replaceAll(/"dryRun":\[[^\]]*\]/g, dryRun);
      return route.fulfill({ response, body });
    });
    await page.goto('/console/policies');
    const form = await begun(page);
    await form.getByLabel(/理由/).fill('大区域的试算');
    const send = form.getByRole('button', { name: '提出新版' });
    await expect.poll(() => send.getAttribute('aria-disabled')).toBe('false');
    await send.click();
    await page.waitForURL(/\/console\/approvals/);
    const panel = page.getByRole('complementary');
    await panel.getByText('试算：约 50,500 人改变颜色').waitFor();
    await axe(page);
    for (const [language, texts] of [
      ['zh-Hans', ['随机抽取 20,000 个码', '约 1,000,000 个码', '47,400 到 53,700', '最多 189 个']],
      ['zh-Hant', ['隨機抽取 20,000 個碼', '約 1,000,000 個碼', '47,400 到 53,700', '最多 189 個']],
      ['en', ['from 20,000 codes', 'about 1,000,000 codes', '47,400 and 53,700', 'up to 189']],
    ] as const) {
      await page.locator('header select').last().selectOption(language);
      for (const text of texts) await panel.getByText(text).waitFor();
    }
    await panel.getByRole('cell', { name: 'about 50,200' }).waitFor();
    await panel.getByRole('cell', { name: 'few', exact: true }).waitFor();
    await panel.getByText(/of all at most 510 /).waitFor();
  });
});
