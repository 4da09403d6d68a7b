import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { loseAnswer } from './support/lose-answer.ts';
import { story } from './support/story.ts';

const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
const FILE = [
  '姓名,证件类型,证件号码,采样时间,结果,检测机构',
  `某,护照,E12345678,${yesterday} 08:15,阴性,甲检验所`,
  `某,身份证,11010119900307002X,${yesterday} 08:20,阴性,甲检验所`,
  `某,身份证,110101199003070020,${yesterday} 08:25,阴性,甲检验所`,
].join('\n');

describe('a laboratory', () => {
  story('sends a file of results and has a receipt of each row', async ({ open }) => {
    const { page } = await open({ account: 'laboratory-330100' });
    await page.goto('/console/tests');
    const file = { name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('不送的列：姓名').waitFor();
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await page.getByText('2 行已收下，1 行未收').waitFor();
    await page.getByText('证件号码: 校验位不符').waitFor();
    await axe(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载每行的收据' }).click();
    const receipts = readFileSync(await (await download).path(), 'utf8');
    expect(receipts.trimEnd().split('\r\n')).toHaveLength(4);
    expect(receipts).not.toContain('E12345678');
  });

  story('sends rows once when the answer is lost', async ({ open }) => {
    const visit = await open({ account: 'laboratory-330100' });
    const { page } = visit;
    const submissions: unknown[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('SubmitTestResults')) {
        submissions.push(request.headers()['idempotency-key']);
      }
    });
    await loseAnswer(visit, 'SubmitTestResults');
    await page.goto('/console/tests');
    const file = { name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await page.getByRole('button', { name: /继续/ }).click();
    await page.getByText('2 行已收下，1 行未收').waitFor();
    expect(submissions).toHaveLength(2);
    expect(submissions[0]).toEqual(submissions[1]);
    expect(submissions[0]).toBeTypeOf('string');
  });
});
