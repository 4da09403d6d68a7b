import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask, demo, send, tokenOf } from '../system/support/client.ts';
import { axe } from './support/axe.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';

const REGION = '330000';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The question that a right answers, asked with it: the code of the refusal, or null. */
async function refusal(username: string, query: string): Promise<string | null> {
  const facts = demo();
  const answer = await send(facts.gatewayUrl, await tokenOf(username, facts), query);
  const code = answer.errors?.[0]?.extensions['code'];
  return typeof code === 'string' ? code : null;
}

describe('an administrator', () => {
  story('takes a right away, and then disables the account', async ({ open, tongma }) => {
    const account = `customer-service-${REGION}`;
    const find =
      '{ findResidents(input: { name: "无样人", documentType: PASSPORT, documentNumber: "E12345678" }) { id } }';
    expect(await refusal(account, find)).toBeNull();

    const { page } = await open();
    await signIn(page, tongma, `administrator-${REGION}`, '/console/accounts');
    await page.getByLabel('角色').selectOption('CUSTOMER_SERVICE');
    await button(page, '柯样服').click();
    const right = page.getByRole('switch', { name: '凭姓名和完整证件号查找登记。' });
    await right.click();
    await page.getByText('已改，从下一次请求起生效').waitFor();
    expect(await right.isChecked()).toBe(false);
    await expect.poll(() => refusal(account, find)).toBe('SCOPE_MISSING');

    await button(page, '停用账号').click();
    await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click();
    await button(page, '启用账号').waitFor();
    await expect.poll(() => refusal(account, '{ viewer { id } }')).toBe('FORBIDDEN');

    await button(page, '启用账号').click();
    await page.getByRole('dialog').getByRole('button', { name: '启用账号' }).click();
    await button(page, '停用账号').waitFor();
    await right.click();
    await expect.poll(() => refusal(account, find)).toBeNull();
  });

  story('cannot change the own account, and the page says why', async ({ open }) => {
    const { page } = await open({ account: `administrator-${REGION}` });
    await page.goto('/console/accounts');
    await page.getByLabel('角色').selectOption('ADMINISTRATOR');
    await button(page, '管样理').first().click();
    await page.getByText('这是你自己的账号').first().waitFor();
    expect(await button(page, '停用账号').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a reviewer', () => {
  story('reveals a name, and the person sees who did', async ({ open }) => {
    const { myResidents } = await ask('resident-green', '{ myResidents { id } }');
    const reason = '核对登记的姓名写法';
    const { page } = await open({ account: 'reviewer-330100' });
    await page.goto(`/console/residents/${String(myResidents[0].id)}`);
    const masked = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(masked).toContain('*');
    await page.getByText('健康记录没有打开').waitFor();
    await button(page, '查看打码内容').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('目的：审核').waitFor();
    await dialog.getByRole('button', { name: '查看 60 秒' }).click();
    await dialog.getByText('至少 6 个字', { exact: true }).waitFor();
    await dialog.getByLabel(/理由/).fill(reason);
    await dialog.getByRole('button', { name: '查看 60 秒' }).click();
    await dialog.waitFor({ state: 'detached' });
    const shown = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(shown).not.toContain('*');
    await button(page, '现在隐去').click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(masked);

    const own = await open({ account: 'resident-green', size: 'phone' });
    await own.page.goto('/my/household');
    await own.page.getByRole('link', { name: '谁看过我的信息' }).click();
    await own.page.getByText(`理由：${reason}`).waitFor();
    await own.page.getByText('工作人员 · health-commission-330100').first().waitFor();
  });

  story('opens a health record with a reason, for half an hour', async ({ open }) => {
    const { myResidents } = await ask('resident-yellow', '{ myResidents { id } }');
    const { page } = await open({ account: 'reviewer-330100' });
    await page.goto(`/console/residents/${String(myResidents[0].id)}`);
    const timeline = page.getByRole('region', { name: '时间线' });
    await page.getByLabel(/理由/).fill('核对症状申报的时间');
    await button(page, '打开健康记录').click();
    await page.getByText(/健康记录打开到 \d\d:\d\d/).waitFor();
    await timeline
      .getByText('症状', { exact: false })
      .or(timeline.getByText('申报'))
      .first()
      .waitFor();
    await axe(page);
  });
});

describe('two persons of two agencies', () => {
  story('agree on a bulk export, and who proposed it fetches it', async ({ open, tongma }) => {
    const reason = '移交省级年度核对名册';
    const first = await open();
    await signIn(first.page, tongma, `privacy-officer-${REGION}`, '/console/approvals');
    await button(first.page, '提议批量导出').click();
    const dialog = first.page.getByRole('dialog');
    await dialog.locator('select').selectOption(REGION);
    await dialog.getByLabel(/理由/).fill(reason);
    await dialog.getByRole('button', { name: '提议批量导出' }).click();
    await first.page.getByText('已提出，等另一机构的人').waitFor();
    await button(first.page, '批量导出').first().click();
    await first.page.getByText('须由另一机构的人批准').waitFor();
    await axe(first.page);

    const second = await open();
    await signIn(second.page, tongma, 'privacy-officer-000000', '/console/approvals');
    await button(second.page, '批量导出').first().click();
    await second.page.getByText(reason).waitFor();
    await second.page.getByText(/位居民的姓名、证件号和电话/).waitFor();
    await button(second.page, '批准').click();
    await second.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
    await second.page.getByRole('complementary').getByText('已批准').waitFor();

    await first.page.reload();
    await button(first.page, '批量导出').first().click();
    const download = first.page.waitForEvent('download');
    await button(first.page, '取走并存为 CSV').click();
    const file = readFileSync(await (await download).path(), 'utf8');
    const [head = '', ...rows] = file.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head).toContain('"证件号码"');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.startsWith(`"${REGION}-`))).toBe(true);
    await first.page.getByText(`已存 ${rows.length} 位居民`).waitFor();
  });
});

describe('an auditor', () => {
  story('finds an act and verifies the chain', async ({ open }) => {
    const { page } = await open({ account: `auditor-${REGION}` });
    await page.goto('/console/audit');
    await page.getByLabel('做了什么').selectOption('SIGNED_IN');
    await button(page, '查找').click();
    await page.getByRole('cell', { name: '登录' }).first().waitFor();
    await page.getByLabel('谁（账号）').fill('nobody-at-all');
    await button(page, '查找').click();
    await page.getByText('没有符合筛选的').waitFor();
    await button(page, '清除筛选').click();
    await page.getByRole('cell').first().waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('v');
    await page.getByText(/全部 \d+ 条记录都在/).waitFor();
    await axe(page);
  });

  story('sees what is kept no longer, and that nobody tampered with it', async ({ open }) => {
    const { page } = await open({ account: `auditor-${REGION}` });
    // As the graph says it of entries that are more than a year old.
    await page.route('**/console/graphql', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      const { auditEntries, auditVerification } = answer.data ?? {};
      const [first, second] = auditEntries?.nodes ?? [];
      const nothing = { subject: null, role: null, agency: null, details: [] };
      if (first) Object.assign(first, nothing, { bodyState: 'EXPIRED' });
      if (second) Object.assign(second, nothing, { bodyState: 'GONE' });
      if (auditVerification) Object.assign(auditVerification, { expired: 7, erased: 2 });
      return route.fulfill({ response, json: answer });
    });
    await page.goto('/console/audit');
    await page.getByText('已满一年，内容不再保留').waitFor();
    await page.getByText('内容未满一年就没了，请校验').waitFor();
    await page.keyboard.press('v');
    const good = page.getByRole('alert').filter({ hasText: '没有一条被改过或删去' });
    await good.getByText('已满一年，内容不再保留').waitFor();
    await good.getByText('已按日志里的决定清除').waitFor();
    await axe(page);
  });
});
