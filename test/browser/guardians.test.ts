import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { ask } from '../system/support/client.ts';
import { registered, somebody } from '../system/support/people.ts';
import { axe } from './support/axe.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';

const REGION = '330100';
const REVIEWER = `reviewer-${REGION}`;
const DESK = `desk-${REGION}`;
// The demo's own people: the one is a guardian, the other agrees for themselves.
const [GUARDIAN, ELDER] = ['resident-green', 'resident-yellow'] as const;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

let guardianId = '';

/** The own registration of an account. */
async function ownOf(account: string): Promise<string> {
  const data = (await ask(account, '{ myResidents { id guardianId } }')) as {
    myResidents: readonly { id: string; guardianId: string | null }[];
  };
  return data.myResidents.find((one) => one.guardianId === null)?.id ?? '';
}

async function review(residentId: string): Promise<void> {
  const query = `mutation($input: ReviewRegistrationInput!) {
    reviewRegistration(input: $input) { id } }`;
  await ask(REVIEWER, query, { input: { residentId, decision: 'APPROVE' } });
}

/** A child of the guardian that was reviewed. */
async function aChild(name: string): Promise<string> {
  const input = {
    ...{ ...somebody('330106'), name, guardianId, documentType: 'PASSPORT' },
    documentNumber: `XB${Date.now() % 10_000_000}`,
    birthDate: `${new Date().getFullYear() - 7}-03-14`,
  };
  const query = `mutation($input: RegisterResidentInput!) {
    registerResident(input: $input) { id } }`;
  const { registerResident } = (await ask(GUARDIAN, query, { input })) as {
    registerResident: { id: string };
  };
  await review(registerResident.id);
  return registerResident.id;
}

beforeAll(async () => {
  guardianId = await ownOf(GUARDIAN);
});

describe('a guardian', () => {
  story('asks for a renewal, which a reviewer approves, and ends it', async ({ open }) => {
    await aChild('孟样乐');
    const { page } = await open({ account: GUARDIAN, size: 'phone' });
    await page.goto('/my/household');
    await page.getByRole('link', { name: '监护与代办' }).click();
    await page.getByRole('heading', { name: '你替谁办理' }).waitFor();
    // The demo gave this guardian another ward.
    const ward = page.locator('section').filter({ hasText: '孟*乐 7 岁' });
    const act = (name: string) => ward.getByRole('button', { name, exact: true });
    await ward.getByText(/^到 \d{4}.+ 为止$/).waitFor();
    await axe(page);
    await act('申请延长 12 个月').click();
    await ward.getByText('已申请延长，等待审核。').waitFor();

    const { page: office } = await open({ account: REVIEWER });
    await office.goto('/console/renewals');
    await button(office, '孟*乐').click();
    await axe(office);
    await button(office, '批准').click();
    await office.getByText('没有等待审核的延长申请').waitFor();

    await page.reload();
    await act('申请延长 12 个月').waitFor();
    expect(await untranslated(page)).toEqual([]);
    await act('不再办理').click();
    await page.getByText(/这个账号马上不能再替 孟\*乐 办理/).waitFor();
    await act('保留').click();
    await act('不再办理').click();
    await act('确定结束').click();
    await ward.waitFor({ state: 'detached' });
    await page.goto('/my/household');
    await page.getByRole('link', { name: '监护与代办' }).waitFor();
    expect(await page.getByText('孟*乐').count()).toBe(0);
  });
});

describe('whoever agrees for themselves', () => {
  story('gives a code, sees who acts, stays who they are, and ends it', async ({ open }) => {
    const { page: own } = await open({ account: ELDER, size: 'phone' });
    await own.goto('/my/guardians');
    await button(own, '生成口令').click();
    const code = (await own.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
    await axe(own);

    const { page } = await open({ account: GUARDIAN, size: 'phone' });
    await page.goto('/my/guardians');
    await page.getByLabel('口令').fill('0000 0000 0000');
    await button(page, '替这个人办理').click();
    await page.getByText('没有这个口令，或已经用过、过期').waitFor();
    await page.getByLabel('口令').fill(code.toLowerCase());
    await button(page, '替这个人办理').click();
    await page.getByText(/满 14 岁后，延长要由本人同意/).waitFor();

    await own.reload();
    await own.getByText(/.\*.* 可以替你办理，到 .+ 为止。/).waitFor();
    await own.goto('/my/');
    await own.getByRole('heading', { name: '黄码', level: 1 }).waitFor();
    await own.goto('/my/guardians');
    await button(own, '不再让人代办').click();
    await button(own, '确定结束').click();
    await own.getByText(/可以替你办理/).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: '我有一个口令' }).waitFor();
    expect(await page.getByText(/满 14 岁后/).count()).toBe(0);
  });
});

describe('a desk', () => {
  story('names a guardian and ends it, with a reason', async ({ open }) => {
    const person = await registered(REGION, '330106');
    const { page } = await open({ account: DESK });
    await page.goto(`/console/residents/${person}`);
    await page.getByText('没有人代为办理。').waitFor();
    await button(page, '指定监护人').first().click();
    await page.getByLabel('监护人的登记编号').fill(guardianId);
    await page.getByText('已核对证件原件与本人一致', { exact: true }).click();
    await page.getByText('签了书面同意', { exact: true }).click();
    await axe(page);
    await page.locator('form').getByRole('button', { name: '指定监护人' }).click();
    await button(page, '结束监护').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('本人要求');
    await dialog.getByRole('button', { name: '结束监护' }).click();
    await dialog.getByText(/至少/).first().waitFor();
    await dialog.getByRole('textbox').fill('本人到窗口要求结束');
    await dialog.getByRole('button', { name: '结束监护' }).click();
    await page.getByText('没有人代为办理。').waitFor();
  });
});
