import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';

const REGION = '510100';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a policy', () => {
  story(
    'is proposed from an edition, changed and tried; a second person approves it',
    async ({ open, tongma }) => {
      const reason = '按第九版调整本区规则';
      const author = await open();
      await signIn(author.page, tongma, `policy-author-${REGION}`, '/console/policies');
      await author.page.getByRole('heading', { name: '第 1 版' }).waitFor();
      await button(author.page, '提出新版').click();
      const form = author.page.locator('.propose-policy');
      await form.getByLabel('从哪一版开始').selectOption({ index: 2 });
      await author.page.getByText('检查过：没有冲突').waitFor();
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
});
