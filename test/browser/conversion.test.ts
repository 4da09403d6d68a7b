import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask } from '../system/support/client.ts';
import { greenPerson, somebody } from '../system/support/people.ts';
import { readQr } from '../system/support/read-qr.ts';
import { axe } from './support/axe.ts';
import { qrPng } from './support/qr-pictures.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';

const [ISSUER, RECEIVER] = ['330100', '510000'] as const;
/** A resident of Hangzhou, who goes to Sichuan. */
const TRAVELLER = 'resident-suspended';
const SLOW = 120_000;
const PATIENT = { timeout: 30_000 };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** A box to tick or a choice: what one clicks is its words. */
const box = (page: Page, words: string) => page.locator('label').getByText(words, { exact: true });

async function textIn(image: Locator): Promise<string> {
  const text = await readQr((await image.screenshot()).toString('base64'));
  if (text === null) throw new Error('The picture holds no QR code.');
  return text;
}

/** The text that a resident of Hangzhou makes for Sichuan. */
async function offered(residentId: string): Promise<string> {
  const desk = { documentSeen: true, consent: 'SPOKEN' };
  const query =
    'mutation($input: OfferConversionInput!) { offerConversion(input: $input) { text } }';
  const input = { residentId, receiver: RECEIVER, desk };
  return (await ask(`desk-${ISSUER}`, query, { input })).offerConversion.text;
}

const importing = {
  text: (page: Page) => page.locator('textarea'),
  send: (page: Page) => button(page, '用它登记').click(),
  place: (page: Page, division: string) =>
    page.locator('.division-picker select').first().selectOption(division),
};

async function openImport(page: Page): Promise<void> {
  await page.goto('/my/import');
  await page.locator('.division-picker select').waitFor(PATIENT);
}

describe('a resident who goes to another region', () => {
  story(
    'makes a picture there and is registered by it here, once',
    { timeout: SLOW },
    async ({ open }) => {
      const { page } = await open({ account: TRAVELLER, size: 'phone' });
      await page.goto('/my/household');
      await page.getByRole('link', { name: '换领外地的码' }).click();
      await button(page, '同意四川省取用我的登记').click();
      const picture = page.getByAltText('给四川省看的二维码');
      await picture.waitFor(PATIENT);
      const text = await textIn(picture);
      expect(text).toBe(await page.locator('.handed .mono').innerText());
      await axe(page);
      await button(page, '复制文字').click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      await page.clock.setSystemTime(Date.now() + 16 * 60_000);
      await page.getByText('已过期，没有人再能用它').waitFor(PATIENT);
      expect(await page.locator('main').innerText()).not.toContain('HCV1');

      const there = await open({ account: TRAVELLER, size: 'phone' });
      await openImport(there.page);
      await there.page.locator('input[type=file]').setInputFiles(await qrPng(text));
      await expect.poll(() => importing.text(there.page).inputValue(), PATIENT).toBe(text);
      await importing.place(there.page, RECEIVER);
      await importing.send(there.page);
      await there.page.locator('.person-switch').waitFor(PATIENT);
      expect(await there.page.locator('.person-switch').innerText()).toContain('四川');
      const { myResidents } = await ask(TRAVELLER, '{ myResidents { region state } }');
      expect(myResidents).toContainEqual({ region: RECEIVER, state: 'REGISTERED' });

      // The text that was lost, or seen over a shoulder, makes nothing more.
      const other = await open({ account: 'resident-yellow', size: 'phone' });
      other.allow(/400|409/);
      await openImport(other.page);
      await importing.text(other.page).fill(text);
      await importing.place(other.page, RECEIVER);
      await importing.send(other.page);
      await other.page.getByText('这段文字已经用过').waitFor(PATIENT);
      await axe(other.page);
    },
  );

  story('is told what is wrong with a text, at its field', { timeout: SLOW }, async ({ open }) => {
    const residentId = await greenPerson(ISSUER, '330106');
    const [replaced, text] = [await offered(residentId), await offered(residentId)];
    const { page, allow } = await open({
      account: 'resident-yellow',
      size: 'phone',
      theme: 'dark',
    });
    allow(/400|404|409/);
    await openImport(page);
    await importing.send(page);
    await expect.poll(() => page.getByText('请填写这一项').count()).toBe(2);
    await importing.text(page).fill('HCN1:nothing');
    await page.getByText('应以 HCV1: 开头').waitFor(PATIENT);
    await importing.place(page, RECEIVER);
    const falseText = text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');
    for (const one of [replaced, falseText]) {
      await importing.text(page).fill(one);
      await expect.poll(() => page.locator('.fault').count()).toBe(0);
      await importing.send(page);
      await page.getByText('可能已过期').waitFor(PATIENT);
      expect(await importing.text(page).getAttribute('aria-invalid')).toBe('true');
    }
    await axe(page);
    await importing.text(page).fill(text);
    await importing.place(page, '330000');
    await importing.send(page);
    await page.getByText('这段文字不是给这个地区的').waitFor(PATIENT);
    expect(await untranslated(page)).toEqual([]);
  });
});

describe('a person without a phone', () => {
  story(
    'gets a slip at a desk, and is registered by it at the other',
    { timeout: SLOW },
    async ({ open }) => {
      const person = somebody('330106');
      await greenPerson(ISSUER, '330106', person);
      const { page } = await open({ account: `desk-${ISSUER}` });
      await page.goto('/console/desk');
      await page.getByLabel('证件号码').fill(person.documentNumber);
      await page.getByLabel('姓名').fill(person.name);
      await box(page, '已核对证件原件与本人一致').click();
      await box(page, '口头同意').click();
      await page.keyboard.press('Control+Enter');
      await button(page, '用这份登记继续').click(PATIENT);
      await button(page, '去外地换领').click();
      await box(page, '已核对证件原件与本人一致').click();
      await axe(page);
      expect(await page.locator('#desk-off').innerText()).toBe('还缺：本人同意的方式');
      await box(page, '签了书面同意').click();
      await page.keyboard.press('Control+Enter');
      const slip = page.locator('.offer-slip');
      await slip.waitFor(PATIENT);
      await axe(page);
      const text = await textIn(page.getByAltText('给四川省看的二维码'));
      expect(await slip.innerText()).toContain(text);
      // On paper there is the slip and nothing about whoever else was served.
      await page.emulateMedia({ media: 'print' });
      expect(await slip.isVisible()).toBe(true);
      expect(await page.locator('.desk-served').first().isVisible()).toBe(false);

      const there = await open({ account: `desk-${RECEIVER}`, theme: 'dark' });
      there.allow(/400|404|409/);
      await there.page.goto('/console/desk');
      await button(there.page, '持有外地的码').click();
      const field = there.page.getByLabel('外地的换领文字');
      await field.fill(text.slice(0, 50));
      await there.page.getByText('不是完整的换领文字').waitFor();
      await box(there.page, '已核对证件原件与本人一致').click();
      await box(there.page, '口头同意').click();
      await field.fill(text.slice(0, -1) + (text.endsWith('0') ? '1' : '0'));
      await there.page.keyboard.press('Control+Enter');
      await there.page.getByText('可能已过期').waitFor(PATIENT);
      await axe(there.page);
      await field.fill(text);
      await there.page.keyboard.press('Control+Enter');
      await there.page.getByText('都没有：无症状、无接触').waitFor(PATIENT);
      expect(await there.page.locator('.desk-who').innerText()).toContain('周*甲');
    },
  );
});
