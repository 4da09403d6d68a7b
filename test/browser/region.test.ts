import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';

const REGION = '330000';

describe('the way of a region', () => {
  story('is seen step by step, and its self-test is run and reported', async ({ open, tongma }) => {
    const { page } = await open();
    await signIn(page, tongma, `administrator-${REGION}`, '/console/region');
    const way = page.getByRole('navigation', { name: '加入互认的步骤' });
    await way.getByRole('button', { name: '密钥 已完成' }).click();
    const step = page.locator('#region-step');
    await step.getByRole('cell', { name: '纸质码' }).waitFor();
    await step.getByText(`npx tongma region check --region ${REGION}`).waitFor();
    await axe(page);

    await way.getByRole('button', { name: /^信任列表/ }).click();
    await step.getByText('使用中的信任列表').waitFor();
    await way.getByRole('button', { name: /^名称与政策/ }).click();
    await step.getByText(/浙江省.*自 /).waitFor();

    await way.getByRole('button', { name: /^自检/ }).click();
    await step.getByRole('button', { name: /自检$/ }).click();
    await step.getByRole('row', { name: /已撤销的码不认.*通过/ }).waitFor();
    const report = step.getByRole('region', { name: '报告' });
    await report.getByText('能做的都通过了').waitFor();
    expect(await report.getByRole('row').count()).toBe(10); // nine steps and their head
    await step.getByRole('button', { name: '显示样码' }).click();
    await step.getByRole('img', { name: /样码的二维码/ }).waitFor();
    await axe(page);
    const specimen = await step.getByLabel('文本', { exact: true }).inputValue();

    // Its own specimen is none of elsewhere, and the report says so.
    await step.getByLabel(/别的区域的样码/).fill(specimen);
    await step.getByRole('button', { name: '再次自检' }).click();
    await report.getByText('1 项未通过').waitFor();
    await way.getByRole('button', { name: '自检 需注意' }).waitFor();
  });

  story('leads to an agreement with the neighbor filled in', async ({ open, tongma }) => {
    const { page } = await open();
    await signIn(page, tongma, 'agreement-officer-330100', '/console/region');
    const way = page.getByRole('navigation', { name: '加入互认的步骤' });
    await way.getByRole('button', { name: /^互认协议/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '提出认成都市的码' }).click();
    const form = page.locator('.propose-agreement');
    await expect.poll(() => form.getByLabel('认可谁的码').inputValue()).toBe('510100');
  });
});
