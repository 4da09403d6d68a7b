import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask } from '../system/support/client.ts';
import { wasInRiskArea } from '../system/support/exposed-stays.ts';
import { registered } from '../system/support/people.ts';
import { readQr } from '../system/support/read-qr.ts';
import { axe } from './support/axe.ts';
import { qrPng } from './support/qr-pictures.ts';
import { story } from './support/story.ts';

const OFFICER = 'case-officer-330100';
const VENUE = '样例书店';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The text of the code that a venue shows on a page. */
async function shownCode(page: Page): Promise<string> {
  const picture = page.locator('.venue-code img');
  await picture.waitFor();
  const text = await readQr((await picture.screenshot()).toString('base64'));
  if (text === null) throw new Error('No code is shown.');
  return text;
}

/** A detected result of somebody in Hangzhou. */
async function aDetectedResult(): Promise<string> {
  const { myResidents } = await ask('resident-red', '{ myResidents { id } }');
  const { recordTestResult } = await ask(
    'laboratory-330100',
    'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }',
    {
      input: {
        ...{ residentId: myResidents[0].id, result: 'DETECTED', laboratory: '样例检验所' },
        sampleCollectedAt: new Date(Date.now() - 3_600_000).toISOString(),
      },
    },
  );
  return recordTestResult.id as string;
}

/** An instant as a field of date and time takes it, in Shanghai. */
const local = (ms: number) => new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 16);

describe('a case officer', () => {
  story('sees who is due, names masked, and opens the resident', async ({ open }) => {
    await aDetectedResult();
    const { page } = await open({ account: OFFICER });
    await page.goto('/console/cases');
    await page.getByLabel('依据').selectOption('DETECTED');
    const name = page.locator('tbody a').first();
    await name.waitFor();
    expect(await name.textContent()).toContain('*');
    const grounds = await page.locator('tbody td:nth-child(2)').allTextContents();
    expect(new Set(grounds.map((text) => text.trim()))).toEqual(new Set(['检出']));
    await name.click();
    await page.waitForURL(/\/console\/residents\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  story('orders isolation because of a stay in a risk area, and of no other', async ({ open }) => {
    const residentId = await registered('330100', '330106');
    const arrivedAt = new Date(Date.now() - 48 * 3_600_000).toISOString();
    const [safe, exposed] = await Promise.all(
      ['甲社区', '乙社区'].map(async (community) => {
        const input = { residentId, division: '330106', community, arrivedAt };
        const declare = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
        return (await ask('desk-330100', declare, { input })).declareStay.id as string;
      }),
    );
    if (!safe || !exposed) throw new Error('No stay was declared.');
    const { page } = await open({ account: OFFICER });
    await page.goto(`/console/residents/${residentId}`);
    await page.getByLabel(/理由/).fill('核对风险地区停留');
    await button(page, '打开健康记录').click();
    await button(page, '下隔离令').click();
    const form = page.getByRole('dialog');
    await form.getByText(/没有可以引用的证据：要先有近 28 天内/).waitFor();
    await axe(page);
    await form.getByRole('button', { name: '取消' }).click();

    await wasInRiskArea(residentId, exposed);
    await page.reload();
    await button(page, '下隔离令').click();
    const stays = form.getByLabel('依据').locator('option', { hasText: '风险地区停留' });
    await expect
      .poll(() => stays.allTextContents())
      .toEqual([expect.stringMatching(/^风险地区停留：西湖区 乙社区，高风险，.* 起$/)]);
    await form.getByLabel('依据').selectOption(exposed);
    await form.getByLabel('结束').fill(local(40 * 86_400_000));
    await form.getByRole('button', { name: '下隔离令' }).click();
    await form.getByText(/时间不符，或所引依据已不成立/).waitFor();
    await form.getByLabel('结束').fill(local(7 * 86_400_000));
    await form.getByRole('button', { name: '下隔离令' }).click();
    await page.getByText('隔离令已下').waitFor();
  });

  story('adds a venue; a resident visits; an outbreak is withdrawn', async ({ open }) => {
    const result = await aDetectedResult();
    const { page } = await open({ account: OFFICER });
    await page.goto('/console/venues');
    await button(page, '新增场所').click();
    await page.getByLabel('名称').fill(VENUE);
    await axe(page);
    await page.getByRole('dialog').getByRole('button', { name: '新增场所' }).click();
    const panel = page.getByRole('complementary', { name: VENUE });
    await panel.getByRole('button', { name: '显示场所码' }).click();
    const code = await shownCode(page);

    const phone = await open({ account: 'resident-green', size: 'phone' });
    await phone.page.goto('/my/records');
    await phone.page.locator('.scan-venue input').setInputFiles(await qrPng(code));
    await phone.page.getByText('已登记到过').waitFor();
    await phone.page.getByText(VENUE).waitFor();
    await button(phone.page, '我离开了').first().click();
    await expect.poll(() => button(phone.page, '我离开了').count()).toBe(0);
    await axe(phone.page);

    await panel.getByRole('button', { name: '认定疫情' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('病例的检出结果编号').fill(result);
    await form.getByLabel('病例在场，自').fill(local(-3_600_000));
    await form.getByLabel('至', { exact: true }).fill(local(3_600_000));
    await form.getByLabel(/理由/).fill('病例到过这家店');
    await axe(page);
    await form.getByRole('button', { name: '认定疫情' }).click();
    await panel.getByText('已告知 1 人次').waitFor();

    await button(page, '撤回').click();
    await page.getByRole('dialog').getByLabel(/理由/).fill('实际是另一家店');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await panel.getByText(/撤回：实际是另一家店/).waitFor();
    expect(await button(page, '撤回').count()).toBe(0);
  });
});

describe('a resident', () => {
  story('declares a flight from abroad, and what is wrong is said', async ({ open }) => {
    const { page } = await open({ account: 'resident-green', size: 'phone' });
    await page.goto('/my/records');
    await page.getByRole('button', { name: '申报一段行程' }).click();
    await button(page, '送出行程').click();
    await page.getByText('请填写这一项').waitFor();
    await page.getByLabel('方式').selectOption('FLIGHT');
    await page.getByRole('combobox', { name: '从哪里', exact: true }).selectOption('MN');
    await page.getByLabel('出发').fill(local(-7_200_000));
    await page.getByLabel('到达').fill(local(-9_000_000));
    const place = page.getByRole('group', { name: '到哪里：地点' });
    await place.getByRole('combobox').first().selectOption('150000');
    await page.getByText('到达要晚于出发').waitFor();
    await page.getByLabel('到达').fill(local(-3_600_000));
    await button(page, '送出行程').click();
    await page.getByText(/飞机 蒙古 → 内蒙古/).waitFor();
  });
});
