import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readPresentation } from '../../subgraphs/codes/domain/token/presentation.ts';
import { ask, until } from '../system/support/client.ts';
import { readQr } from '../system/support/read-qr.ts';
import { axe } from './support/axe.ts';
import { signIn } from './support/sign-in.ts';
import { loseAnswer } from './support/lose-answer.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';

const REVIEWER = 'reviewer-330100';
const APPLICANT = 'demo-resident';

interface Own {
  readonly id: string;
  readonly declarations: { readonly nodes: readonly { id: string }[] };
}

/** The newest registration of an account, with its declarations. */
async function ownOf(account: string): Promise<Own> {
  const data = (await ask(account, '{ myResidents { id declarations { nodes { id } } } }')) as {
    myResidents: readonly Own[];
  };
  return data.myResidents.at(-1)!;
}

function reviewRegistration(residentId: string) {
  const input = { residentId, decision: 'APPROVE' };
  return ask(
    REVIEWER,
    'mutation ($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { id } }',
    { input },
  );
}
function reviewDeclaration(declarationId: string) {
  const input = { declarationId, decision: 'APPROVE' };
  return ask(
    REVIEWER,
    'mutation ($input: ReviewDeclarationInput!) { reviewDeclaration(input: $input) { id } }',
    { input },
  );
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Answers a question of the form, such as 今天有不舒服吗？ */
function answer(page: Page, question: string, choice: string) {
  return page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check();
}

describe('the residents’ pages', () => {
  story('are behind a sign-in that leads back to them', async ({ open, tongma }) => {
    const { page } = await open({ size: 'phone' });
    await page.goto('/my/declare');
    await heading(page, '我的健康码').waitFor();
    const door = page.getByRole('link', { name: '登录' });
    expect(await door.getAttribute('href')).toBe('/sign-in?to=%2Fmy%2Fdeclare');
    await axe(page);
    await signIn(page, tongma, 'resident-green', '/my/declare');
    await heading(page, '健康与行程').waitFor();
  });

  story('say in each language who is refused, and where one is served then', async ({ open }) => {
    const said = [
      ['zh-Hans', /还没有开通，或者已被停用。没有账号，服务窗口/],
      ['zh-Hant', /還沒有開通，或者已被停用。沒有帳號，服務櫃檯/],
      ['en', /is not set up, or it was disabled\. A service desk/],
    ] as const;
    for (const [language, words] of said) {
      const { page } = await open({ language, size: 'phone' });
      await page.goto('/my/?sign-in=refused');
      const note = page.locator('.sign-in-door .note');
      await note.getByText(words).waitFor();
      expect(await note.innerText()).not.toMatch(/管理员|管理員|administrator/);
      await page.goto('/console/?sign-in=refused');
      await note.getByText(/管理员|管理員|administrator/).waitFor();
    }
  });

  story('say to an official that they are for residents', async ({ open }) => {
    const { page } = await open({ account: REVIEWER });
    await page.goto('/my/');
    await heading(page, '这里是居民的页面').waitFor();
    expect(await page.getByRole('link', { name: '去工作台' }).getAttribute('href')).toBe(
      '/console/',
    );
  });
});

describe('a person with a Taiwan permit', () => {
  story('registers, and a wrong number is said at its field', async ({ open }) => {
    const { page } = await open({ account: APPLICANT, size: 'phone' });
    await page.goto('/my/');
    await page.getByRole('link', { name: '登记' }).click();
    await button(page, '提交登记').click();
    await expect.poll(() => page.getByText('请填写这一项').count()).toBe(5);
    await page.getByLabel('证件类型').selectOption('TAIWAN_PERMIT');
    await page.getByLabel('证件号码').fill('123');
    await page.getByLabel('姓名').fill('林样珊');
    await page.getByLabel('出生日期').fill('1990-03-17');
    await page.getByLabel('省', { exact: true }).selectOption('330000');
    await page.getByLabel('市', { exact: true }).selectOption('330100');
    await page.getByLabel('区县', { exact: true }).selectOption('330106');
    await button(page, '提交登记').click();
    await page.getByText('号码与证件类型不符').waitFor();
    await axe(page);
    await page.getByLabel('证件号码').fill('12345678');
    await button(page, '提交登记').click();
    await heading(page, '登记已收到').waitFor();
    await page.getByText(/最迟 .+ 答复/).waitFor();
    expect(await untranslated(page)).toEqual([]);
  });

  story('declares once approved: the draft survives, two clicks send once', async ({ open }) => {
    await reviewRegistration((await ownOf(APPLICANT)).id);
    const { page } = await open({ account: APPLICANT, size: 'phone' });
    await page.goto('/my/');
    await page.getByRole('link', { name: '申报健康' }).click();
    await answer(page, '今天有不舒服吗？', '没有');
    await page.getByLabel(/今天的体温/).fill('36.5');
    await page.getByText(/草稿存在这部手机/).waitFor();
    await page.reload();
    expect(await page.getByLabel(/今天的体温/).inputValue()).toBe('36.5');
    await button(page, '提交申报').click();
    await page.getByText('还有 1 项没有回答').waitFor();
    await answer(page, '14 天内接触过确诊者吗？', '没有');
    await button(page, '提交申报').dblclick();
    await heading(page, '申报已收到').waitFor();
    expect((await ownOf(APPLICANT)).declarations.nodes).toHaveLength(1);
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain('draft');
    await page.getByRole('link', { name: '看我的码' }).click();
    await heading(page, '申报审核中').waitFor();
  });

  story('sees the code come by itself after the review', async ({ open }) => {
    const { page } = await open({ account: APPLICANT, size: 'phone' });
    await page.goto('/my/');
    await heading(page, '申报审核中').waitFor();
    await reviewDeclaration((await ownOf(APPLICANT)).declarations.nodes[0]!.id);
    await heading(page, '绿码').waitFor();
    const qr = page.getByRole('img', { name: '林*珊的绿码，二维码' });
    await qr.waitFor();
    const text = await readQr((await qr.screenshot()).toString('base64'));
    expect(text).toMatch(/^HCP1:/);
    const input = { text, region: '330000', purpose: 'ENTRY' };
    const verdict = (await ask(
      'verifier-330000',
      'query ($input: RecognizeCodeInput!) { recognizeCode(input: $input) { outcome color } }',
      { input },
    )) as { recognizeCode: object };
    expect(verdict.recognizeCode).toEqual({ outcome: 'RECOGNIZED', color: 'GREEN' });
    await button(page, '放大给人扫').click();
    await button(page, '关闭').click();
    await axe(page);
  });
});

describe('a declaration', () => {
  story('and its stays are received once when answers are lost', async ({ open }) => {
    const account = 'resident-suspended';
    const kept = async () => {
      const query = '{ myResidents { declarations { nodes { id } } stays { nodes { leftAt } } } }';
      const [own] = (await ask(account, query)).myResidents;
      return [own.declarations.nodes.length, own.stays.nodes.length].map(Number);
    };
    const [declarations = 0, stays = 0] = await kept();
    const window = await open({ account, size: 'phone' });
    const { page } = window;
    await loseAnswer(window, '"arrivedAt"');
    await loseAnswer(window, '"contactWithCase"');
    await page.goto('/my/declare');
    await answer(page, '今天有不舒服吗？', '没有');
    await answer(page, '14 天内接触过确诊者吗？', '没有');
    await button(page, '再加一个地方').click();
    await page.getByLabel('省', { exact: true }).selectOption('330000');
    await page.getByLabel('市', { exact: true }).selectOption('330200');
    await page.getByLabel('区县', { exact: true }).selectOption('330203');
    const today = await page.getByLabel('到达').getAttribute('max');
    for (const day of ['到达', '离开']) await page.getByLabel(day).fill(today ?? '');
    await button(page, '加上').click();
    await button(page, '提交申报').click();
    await page.getByRole('alert').waitFor();
    // What it is named by survives with the draft.
    await page.reload();
    await button(page, '提交申报').click();
    await page.getByText('已提交', { exact: true }).waitFor();
    await page.getByRole('alert').waitFor();
    await button(page, '提交申报').click();
    await heading(page, '申报已收到').waitFor();
    expect(await kept()).toEqual([declarations + 1, stays + 1]);
  });
});

/** The text of the QR code that a page shows now. */
async function shownText(page: Page): Promise<string> {
  const qr = page.getByRole('img', { name: /绿码，二维码/ });
  await qr.waitFor();
  return (await readQr((await qr.screenshot()).toString('base64'))) ?? '';
}

/** The holder's key in a presentation's token, hexadecimal: a COSE_Key's last part. */
function keyIn(text: string): string | undefined {
  const token = Buffer.from(readPresentation(text)?.token ?? []).toString('hex');
  return /2006215820(.{64})/.exec(token)?.[1];
}

describe('a code', () => {
  story('is presented anew every 30 seconds, by one key', async ({ open }) => {
    const { page } = await open({ account: 'resident-green', size: 'phone' });
    await page.clock.install();
    await page.goto('/my/');
    const first = await shownText(page);
    await page.clock.fastForward(30_000);
    const second = await until(
      () => shownText(page),
      (text) => text !== first,
    );
    const [before, now] = [first, second].map(readPresentation);
    expect((now?.step ?? 0) - (before?.step ?? 0)).toBe(1);
    expect(now?.token).toEqual(before?.token);
    await page.reload();
    expect(keyIn(second)).toMatch(/^[0-9a-f]{64}$/);
    expect(keyIn(await shownText(page))).toBe(keyIn(second));
  });

  story('is shown as it is where the browser has no such keys', async ({ open }) => {
    const { page } = await open({ account: 'resident-green', size: 'phone' });
    await page.addInitScript(() => {
      Reflect.set(crypto.subtle, 'generateKey', () => Promise.reject(new Error('No Ed25519.')));
    });
    await page.goto('/my/');
    expect(await shownText(page)).toMatch(/^HCN1:/);
  });

  story('that is yellow says why, until when and what leads out', async ({ open }) => {
    const { page } = await open({ account: 'resident-yellow', size: 'phone' });
    await page.goto('/my/');
    await heading(page, '黄码').waitFor();
    await page.getByText('7 天内申报过症状').waitFor();
    await page.getByText('由规则 SYMPTOM-7D 得出，没有人改动过。').waitFor();
    await page.getByText(/证据：申报（本人，.+）/).waitFor();
    await page.getByText(/这条规则最晚到 .+月.+日 00:00/).waitFor();
    await page.getByText('还差 3 次正常打卡，每天一次').waitFor();
    await page.getByRole('img', { name: /黄码，二维码/ }).waitFor();
  });

  story('that is red says so in English, with the step out', async ({ open }) => {
    const { page } = await open({ account: 'resident-red', language: 'en', theme: 'dark' });
    await page.goto('/my/');
    await heading(page, 'Red').waitFor();
    await page.getByText('A test detected the virus within 7 days.').waitFor();
    await page.getByText(/^Two more tests without the virus, sampled from /).waitFor();
    expect(await untranslated(page)).toEqual([]);
    await axe(page);
  });

  story('that is suspended has no QR and leads to the check-in', async ({ open }) => {
    const { page } = await open({ account: 'resident-suspended', size: 'phone' });
    await page.goto('/my/');
    await heading(page, '暂停').waitFor();
    await page.getByText('现在没有二维码').waitFor();
    expect(await page.getByRole('img', { name: /二维码/ }).count()).toBe(0);
    await page.getByRole('link', { name: '今天打卡' }).click();
    await heading(page, '每日打卡').waitFor();
    await axe(page);
  });
});

describe('a check-in', () => {
  story('that was made elsewhere meanwhile counts as made', async ({ open }) => {
    const { page } = await open({ account: 'resident-yellow', size: 'phone' });
    await page.goto('/my/check-in');
    await answer(page, '今天有不舒服吗？', '没有');
    const { id: residentId } = await ownOf('resident-yellow');
    await ask(
      'resident-yellow',
      'mutation ($input: CheckInInput!) { checkIn(input: $input) { id } }',
      { input: { residentId, symptoms: [] } },
    );
    await button(page, '提交打卡').click();
    await page.getByText('今天已打卡', { exact: true }).waitFor();
    await page.getByText('14 天打卡 1 次').waitFor();
    await page.getByRole('link', { name: '我的码' }).click();
    await page.getByText('今天已打卡，明天再来').waitFor();
  });
});

describe('the household', () => {
  story('holds a child that a guardian registers, once', async ({ open }) => {
    const window = await open({ account: 'resident-green', size: 'phone' });
    const { page } = window;
    await page.goto('/my/household');
    await page.getByRole('link', { name: '为孩子登记' }).click();
    await page.getByLabel('证件类型').selectOption('PASSPORT');
    await page.getByLabel('证件号码').fill('E12345678');
    await page.getByLabel('姓名').fill('林样乐');
    await page.getByLabel('出生日期').fill('2001-02-03');
    await page.getByLabel('省', { exact: true }).selectOption('330000');
    await button(page, '提交登记').click();
    await page.getByText('满 14 岁用自己的账号登记').waitFor();
    await page.getByLabel('出生日期').fill(`${new Date().getFullYear() - 8}-01-02`);
    await loseAnswer(window, '"documentNumber"');
    await button(page, '提交登记').click();
    await page.getByRole('alert').waitFor();
    await button(page, '提交登记').click();
    await heading(page, '登记已收到').waitFor();
    await button(page, '我').click();
    await heading(page, '绿码').waitFor();
    await button(page, '林*乐 8 岁').click();
    await heading(page, '登记已收到').waitFor();
  });

  story('has the sign-out, which takes the draft with it', async ({ open, tongma }) => {
    const { page, allow } = await open({ size: 'phone' });
    await signIn(page, tongma, 'resident-red', '/my/declare');
    await page.getByLabel(/今天的体温/).fill('36.9');
    const kept = () => page.evaluate(() => Object.keys(localStorage).join());
    await until(kept, (keys) => keys.includes('tongma.draft'));
    await page.getByRole('link', { name: '我的', exact: true }).click();
    allow(/503/);
    await page.route('**/sign-out', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await button(page, '退出').click();
    await page.getByText('没能确认退出').waitFor();
    expect(await kept()).toContain('tongma.draft');
    await button(page, '退出').click();
    await page.getByRole('link', { name: '登录' }).waitFor();
    expect(await kept()).not.toContain('draft');
    await page.goto('/my/household');
    await page.getByRole('link', { name: '登录' }).waitFor();
  });
});
