import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask, until } from '../system/support/client.ts';
import { codeIs, greenPerson, registered } from '../system/support/people.ts';
import { axe } from './support/axe.ts';
import { passwordOf } from './support/running-tongma.ts';
import { signIn } from './support/sign-in.ts';
import { story } from './support/story.ts';

const REGION = '330100';
const REVIEWER = `reviewer-${REGION}`;
let made = 0;

/** Somebody who has declared at a desk, where reviews are due first; their masked name is unlike others. */
async function declaredAtDesk(symptoms: readonly string[] = []) {
  made += 1;
  const last = [...'键鼠标签页窗表格栏'][made] ?? '末';
  const residentId = await registered(REGION, '330106', { name: `郑样${last}` });
  const declare = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';
  const { declareHealth } = await ask(`desk-${REGION}`, declare, {
    input: { residentId, symptoms },
  });
  return { residentId, declarationId: String(declareHealth.id), name: `郑*${last}` };
}

/** A declaration, as the desk that wrote it down sees it after its review, too. */
async function declarationOf(id: string) {
  const query = 'query($id: ID!) { declaration(id: $id) { state reviewReason } }';
  const { declaration } = await ask(`desk-${REGION}`, query, { id });
  return declaration as { state: string; reviewReason: string | null };
}

/** Waits for the focus to be there: what is typed while a page is still giving it to a field is lost. */
const focused = (page: Page, field: string) => page.locator(`${field}:focus`).waitFor();

const door = (page: Page) => page.getByRole('link', { name: '登录' });

/** Another reviewer approves a declaration, or rejects it with a reason. */
function decidedElsewhere(declarationId: string, reason?: string) {
  const decision = reason === undefined ? 'APPROVE' : 'REJECT';
  const review =
    'mutation($input: ReviewDeclarationInput!) { reviewDeclaration(input: $input) { id } }';
  return ask('reviewer-000000', review, { input: { declarationId, decision, reason } });
}

/** Goes down the queue by key until a person's row is open. */
async function goTo(page: Page, name: string): Promise<void> {
  const opened = page.locator('aside h2');
  await opened.waitFor();
  for (let row = 0; row < 50 && (await opened.textContent())?.trim() !== name; row += 1) {
    await page.keyboard.press('j');
  }
  expect((await opened.textContent())?.trim()).toBe(name);
}

describe('the queue of declarations', () => {
  story('is worked from sign-in to the code by keyboard alone', async ({ open, tongma }) => {
    const { residentId, name } = await declaredAtDesk();
    const { page } = await open();
    await page.goto('/console/');
    const enter = page.getByRole('link', { name: '登录' });
    await enter.waitFor();
    for (let stop = 0; stop < 10; stop += 1) {
      if (await enter.evaluate((link) => link === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await focused(page, 'input[name=username]');
    await page.keyboard.type(REVIEWER);
    await page.keyboard.press('Tab');
    await focused(page, 'input[name=password]');
    await page.keyboard.type(passwordOf(tongma, REVIEWER));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/console/declarations');
    await goTo(page, name);
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText(name).waitFor();
    await codeIsSoon(residentId, 'GREEN');
    await page.goto(`/console/residents/${residentId}`);
    await page.locator('.code-band', { hasText: '绿码' }).waitFor();
  });

  story('rejects with a reason that the person reads', async ({ open }) => {
    const { declarationId, name } = await declaredAtDesk();
    const { page } = await open({ account: REVIEWER });
    await page.goto('/console/declarations');
    await goTo(page, name);
    await page.keyboard.press('x');
    await focused(page, 'textarea');
    await page.keyboard.type('太短');
    await page.keyboard.press('Control+Enter');
    await page.getByText('至少 6 个字', { exact: true }).waitFor();
    await page.keyboard.type('了，请补上体温');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText(name).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.waitForURL('**/console/residents');
    await until(
      () => declarationOf(declarationId),
      ({ state, reviewReason }) => state === 'REJECTED' && reviewReason === '太短了，请补上体温',
    );
  });

  story('takes a decision back within ten seconds', async ({ open }) => {
    const { declarationId, name } = await declaredAtDesk();
    const { page } = await open({ account: REVIEWER });
    await page.goto('/console/declarations');
    await goTo(page, name);
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText(name).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect((await page.locator('aside h2').textContent())?.trim()).toBe(name);
    await page.waitForTimeout(11_000);
    expect(await declarationOf(declarationId)).toMatchObject({ state: 'PENDING' });
  });

  story('sends what was decided when its window is closed', async ({ open }) => {
    const { declarationId, name } = await declaredAtDesk();
    const { page } = await open({ account: REVIEWER });
    await page.goto('/console/declarations');
    await goTo(page, name);
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText(name).waitFor();
    await page.goto('about:blank');
    await until(
      () => declarationOf(declarationId),
      ({ state }) => state === 'APPROVED',
    );
  });

  story('says when somebody decided first', async ({ open }) => {
    const { declarationId, name } = await declaredAtDesk();
    const { page } = await open({ account: REVIEWER });
    await page.goto('/console/declarations');
    await goTo(page, name);
    await decidedElsewhere(declarationId);
    await page.keyboard.press('a');
    const note = page.getByRole('alert').filter({ hasText: '别人先处理了' });
    await note.getByText('已通过').waitFor({ timeout: 30_000 });
  });

  story('keeps who is open, and what is written, when somebody else decides', async ({ open }) => {
    const { declarationId, name } = await declaredAtDesk();
    await declaredAtDesk();
    const { page } = await open({ account: REVIEWER });
    const opened = page.locator('aside h2');
    await page.goto('/console/declarations');
    await goTo(page, name);
    await page.keyboard.press('x');
    await focused(page, 'textarea');
    await page.keyboard.type('体温没有写');
    await decidedElsewhere(declarationId, '接触史没有写清楚');
    await page.locator('tr', { hasText: name }).waitFor({ state: 'detached' });
    expect((await opened.textContent())?.trim()).toBe(name);
    const note = page.getByRole('alert').filter({ hasText: '别人已处理这一份' });
    await note.getByText('已驳回').waitFor();
    await note.getByText('对方的理由：接触史没有写清楚').waitFor();
    await page.keyboard.type('了，请补上');
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('aside textarea').inputValue()).toBe('体温没有写');
    await page.keyboard.press('Escape');
    for (const key of ['a', 'x']) await page.keyboard.press(key);
    expect(await page.locator('aside textarea').count()).toBe(0);
    expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(0);
    await page.keyboard.press('j');
    expect((await opened.textContent())?.trim()).not.toBe(name);
    await page.getByRole('button', { name: '通过 A' }).waitFor();
  });

  story('sends what was decided before its reviewer signs out', async ({ open, tongma }) => {
    const { declarationId, name } = await declaredAtDesk();
    const { page } = await open();
    await signIn(page, tongma, REVIEWER, '/console/declarations');
    await goTo(page, name);
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText(name).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await door(page).waitFor();
    expect(await declarationOf(declarationId)).toMatchObject({ state: 'APPROVED' });
  });

  story(
    'stays when signing out is not confirmed, and offers it again',
    async ({ open, tongma }) => {
      const { page, allow } = await open();
      allow(/503/);
      await signIn(page, tongma, REVIEWER, '/console/declarations');
      await page.route('**/sign-out', (route) => route.fulfill({ status: 503 }), { times: 1 });
      await page.getByRole('button', { name: '退出' }).click();
      const dialog = page.getByRole('dialog', { name: '退出' });
      await dialog.getByText('没能确认退出').waitFor();
      await axe(page);
      expect(await door(page).count()).toBe(0);
      await dialog.getByRole('button', { name: '退出' }).click();
      await door(page).waitFor();
      await page.reload();
      await door(page).waitFor();
    },
  );

  story('shows only what asks for a look, and clears the filter', async ({ open }) => {
    const { name } = await declaredAtDesk(['FEVER']);
    const { page } = await open({ account: REVIEWER });
    await page.goto('/console/declarations');
    await page.getByRole('button', { name: '需细看' }).click();
    await goTo(page, name);
    await page.getByRole('button', { name: '无异常' }).click();
    await page.locator('tr', { hasText: name }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '已驳回' }).click();
    await page.getByRole('button', { name: '需细看' }).click();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('tr', { hasText: name }).waitFor();
  });
});

describe('a resident', () => {
  story('is found by name and full document only', async ({ open }) => {
    const { page } = await open({ account: `case-officer-${REGION}` });
    await page.goto('/console/residents');
    await page.getByLabel('姓名').fill('无样人');
    await page.getByLabel('证件号码').fill('110101199003074478');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('号码与证件类型不符').waitFor();
    await page.locator('form select').selectOption('PASSPORT');
    await page.getByLabel('证件号码').fill('E12345678');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('这里没有这份登记').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  story('is seen by a desk without health records, and the page says so', async ({ open }) => {
    const residentId = await registered(REGION, '330106');
    const { page } = await open({ account: `desk-${REGION}` });
    await page.goto(`/console/residents/${residentId}`);
    await page.getByText('健康记录与行程不在你的权限内').waitFor();
    await page.goto('/console/residents/330100-00000000000000000000000000');
    await page.getByText('没有这位居民').waitFor();
  });

  story('takes what was shown of them along when another one is opened', async ({ open }) => {
    const child = await greenPerson(REGION, '330106', { name: '冯样子' });
    const parent = await registered(REGION, '330106', { name: '冯样母' });
    const { page } = await open({ account: `case-officer-${REGION}` });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/console/graphql', async (route) => {
      const response = await route.fetch();
      const json = (await response.json()) as { data: { resident?: Record<string, unknown> } };
      const { resident } = json.data;
      const isPage = resident !== undefined && 'guardianId' in resident;
      if (isPage && resident['id'] === child) resident['guardianId'] = parent;
      // The parent's page comes at once, and what stands on it later.
      if (!isPage && route.request().postData()?.includes(parent)) await released;
      await route.fulfill({ response, json });
    });
    await page.goto(`/console/residents/${child}`);
    await page.getByRole('button', { name: '出示二维码' }).click();
    await page.locator('.shown-code img').waitFor();
    await page.locator('.code-band', { hasText: '绿码' }).waitFor();
    await page.locator(`a[href$="${parent}"]`).click();
    await page.locator('h1', { hasText: '冯*母' }).waitFor();
    expect(await page.locator('.shown-code img').count()).toBe(0);
    expect(await page.locator('.code-band', { hasText: '绿码' }).count()).toBe(0);
    release();
    await page.unrouteAll({ behavior: 'wait' });
  });
});

/** The code after a review: ten seconds in which it can be taken back, and the five that are promised. */
async function codeIsSoon(residentId: string, color: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  await codeIs(REGION, residentId, 'ACTIVE', color);
}
