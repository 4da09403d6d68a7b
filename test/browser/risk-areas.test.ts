import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const HOUR_MS = 3_600_000;

/** A bulletin of so many communities in Lhasa, where no resident of the demo stays. */
function bulletin(hoursAgo: number, communities: number) {
  const day = new Date(Date.now() + 8 * HOUR_MS - hoursAgo * HOUR_MS);
  const [date = '', hour = ''] = day.toISOString().split(/[T:]/);
  const names = Array.from({ length: communities }, (_empty, at) => `样例社区 ${at + 1} 号楼`);
  const entry = { type: '2', province: '西藏自治区', city: '拉萨市', county: '城关区' };
  const data = {
    ...{ end_update_time: `${date} ${hour}时`, hcount: communities, mcount: 0, lcount: 0 },
    highlist: [{ ...entry, area_name: '西藏自治区 拉萨市 城关区', communitys: names }],
    ...{ middlelist: [], lowlist: [] },
  };
  return {
    ...{ name: `${date}-${hour}.json`, mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify({ data })),
  };
}

describe('a bulletin', () => {
  story(
    'is imported; one that lifts too much is held until a second person agrees',
    async ({ open, tongma }) => {
      const author = await open();
      await signIn(author.page, tongma, 'policy-author-000000', '/console/risk-areas');
      await button(author.page, '导入公告').click();
      const files = author.page.locator('input[type=file]');
      await files.setInputFiles(bulletin(50, 130));
      await author.page.getByText('已采用', { exact: true }).first().waitFor();
      await files.setInputFiles(bulletin(26, 5));
      await author.page.getByText('暂扣，等第二人').waitFor();
      const list = author.page.getByRole('region', { name: '公告', exact: true });
      await list.getByRole('row', { name: /暂扣/ }).getByRole('button').click();
      const panel = author.page.getByRole('complementary');
      await panel.getByText('一次解除太多').waitFor();
      await panel.getByText(/会解除 125 个区/).waitFor();
      await axe(author.page);

      const approver = await open();
      await signIn(approver.page, tongma, 'policy-approver-000000', '/console/risk-areas');
      await approver.page.getByRole('row', { name: /暂扣/ }).getByRole('button').click();
      await approver.page.getByRole('link', { name: '去审批' }).click();
      await approver.page.getByText('125 个风险区会解除').waitFor();
      await button(approver.page, '批准').click();
      await approver.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
      await approver.page.getByRole('complementary').getByText('已批准').waitFor();

      await author.page.reload();
      await list
        .getByRole('row', { name: /已采用/ })
        .nth(1)
        .waitFor();
      expect(await list.getByRole('row', { name: /暂扣/ }).count()).toBe(0);
      await button(author.page, '某一刻的风险区').click();
      await author.page.getByLabel('区划代码').fill('540102');
      await button(author.page, '查看').click();
      await author.page.getByRole('cell', { name: '样例社区 5 号楼' }).waitFor();
      expect(await author.page.getByRole('cell', { name: '样例社区 6 号楼' }).count()).toBe(0);
    },
  );

  story('is not imported by who may not, and the page says why', async ({ open }) => {
    const { page } = await open({ account: 'reviewer-330100' });
    await page.goto('/console/risk-areas');
    const off = button(page, '导入公告');
    expect(await off.getAttribute('aria-disabled')).toBe('true');
    await page.getByText(/你的账号不能导入公告|缺少这项权限|没有这项权限/).waitFor();
  });
});
