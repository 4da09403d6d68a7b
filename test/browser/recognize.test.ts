import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { ask } from '../system/support/client.ts';
import { greenPerson, issued } from '../system/support/people.ts';
import { REPEAT_MS } from '../../subgraphs/codes/domain/recognition/replay.ts';
import { liveText } from './support/live-text.ts';
import { axe } from './support/axe.ts';
import { withCamera } from './support/camera.ts';
import { launch } from './support/chromium.ts';
import { png, qrPng, redrawn, type Redrawing } from './support/qr-pictures.ts';
import type { RunningTongma } from './support/running-tongma.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';
import { isListFetch } from './support/verify-page.ts';
import { visit } from './support/visit.ts';

const PATH = '/console/recognize';
/** Sichuan, which has an agreement with Zhejiang. */
const SICHUAN = { account: 'verifier-510000' };
/** Chengdu, which has none with Hangzhou. */
const CHENGDU = { account: 'verifier-510100' };
const word = (page: Page) => page.locator('#verdict-word');
/** The reader is fetched with the first picture, and machines can be busy. */
const PATIENT = { timeout: 30_000 };

/** Waits for the word of a verdict. */
async function says(page: Page, expected: string): Promise<void> {
  await expect.poll(() => word(page).textContent(), PATIENT).toBe(expected);
}

function codeOf({ demo }: RunningTongma, region: string, color: string): string {
  return demo.codes.find((one) => one.region === region && one.color === color)!.text;
}

/** Opens the page and waits until it takes codes. */
async function begin(page: Page): Promise<void> {
  await page.goto(PATH);
  await page.locator('textarea').waitFor(PATIENT);
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

/** Types as a hand scanner does: a key every 10 ms, then Enter, however busy this machine is. */
async function scan(page: Page, text: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const began = Date.now() / 1_000;
  const keys = [...text].map((key) => ({ key, text: key }));
  const strokes = [...keys, { key: 'Enter', text: '\r' }].map((stroke, index) =>
    protocol.send('Input.dispatchKeyEvent', {
      ...{ type: 'keyDown', ...stroke, timestamp: began + index / 100 },
    }),
  );
  await Promise.all(strokes);
  await protocol.detach();
}

/** Counts verdicts that are asked for. */
function questions(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"purpose"')) asked += 1;
  });
  return () => asked;
}

/** Whether something stands anywhere in the page, its address or what it stores. */
function remains(page: Page, text: string): Promise<boolean> {
  return page.evaluate((looked) => {
    const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value);
    const stored = JSON.stringify([localStorage, sessionStorage]);
    return [document.body.innerHTML, ...fields, stored, location.href].some((one) =>
      one.includes(looked),
    );
  }, text);
}

describe('a text', () => {
  story('of a specimen is shown grey, without a color, and said to be one', async ({ open }) => {
    const query = 'mutation($input: IssueSpecimenInput!) { issueSpecimen(input: $input) { text } }';
    const asked = await ask('administrator-330000', query, { input: { region: '330000' } });
    const { page } = await open(SICHUAN);
    await begin(page);
    await paste(page, asked.issueSpecimen.text);
    await says(page, '样码，不可通行');
    expect(await page.locator('.band').getAttribute('class')).toContain('fill-SPECIMEN');
    const facts = await page.locator('.verdict-facts').innerText();
    expect(facts).toContain('样码');
    expect(facts).not.toMatch(/[绿黄红]码/);
    await axe(page);
  });

  story('that is pasted gives the verdict, and nothing stays of it', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await begin(page);
    const text = codeOf(tongma, '330000', 'GREEN');
    await paste(page, text);
    await says(page, '认可 · 绿码');
    expect(await page.locator('.band').getAttribute('class')).toContain('fill-GREEN');
    expect(await page.locator('.band p').textContent()).toBe('浙江省签发，依协议按四川省绿码对待');
    expect(await page.locator('.holder dd').first().textContent()).toMatch(/^.\*.? · \d\d-\d\d$/);
    expect(await page.locator('.reasons li').allInnerTexts()).toEqual([
      expect.stringMatching(/^符合\s+两地有互认协议\s+AGREEMENT v1$/),
      expect.stringMatching(/^符合\s+颜色按协议对应\s+COLOR_MAP v1$/),
    ]);
    // Whoever hears the page hears the verdict.
    expect(await page.locator('[aria-live="assertive"]').textContent()).toContain(
      '认可 · 绿码. 浙江',
    );
    expect(await page.locator('.result').evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await axe(page);
    expect(await untranslated(page)).toEqual([]);
    expect(await remains(page, text.slice(0, 20))).toBe(false);

    const holder = (await page.locator('.holder dd').first().textContent())!;
    await page.keyboard.press('Space');
    await expect.poll(() => word(page).count(), PATIENT).toBe(0);
    expect(await remains(page, holder.slice(0, 3))).toBe(false);
    await page.locator('summary').click();
    expect(await page.locator('.tally-last li').allInnerTexts()).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d\s+绿码\s+浙江省$/),
    ]);
  });

  story('is taken from the clipboard by the key V', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await begin(page);
    const text = codeOf(tongma, '330000', 'YELLOW');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('v');
    await says(page, '认可 · 黄码');
  });

  story('comes from a hand scanner, wherever the focus is', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await begin(page);
    for (const color of ['GREEN', 'YELLOW']) {
      await scan(page, codeOf(tongma, '330000', color));
      await says(page, color === 'GREEN' ? '认可 · 绿码' : '认可 · 黄码');
    }
    await page.locator('textarea').focus();
    await scan(page, codeOf(tongma, '330000', 'RED'));
    await says(page, '认可 · 红码');
    expect(new URL(page.url()).pathname).toBe(PATH);
  });

  story.for([
    ['https://example.org/health?id=1', '不认可', '这不是通码的健康码'],
    ['HCN1:NOT A CODE', '不认可', '码的内容不完整，可能没扫全或被改过'],
    ['x'.repeat(200_000), '不认可', '这不是通码的健康码'],
  ] as const)('that is none of ours says so (%#)', async ([text, said, why], { open }) => {
    const { page } = await open(SICHUAN);
    await begin(page);
    await paste(page, text);
    await says(page, said);
    expect(await page.locator('.band p').textContent()).toBe(why);
    expect(await page.locator('.band').getAttribute('class')).toContain('fill-PLAIN');
    expect(await page.locator('.verdict-facts').innerText()).not.toMatch(/绿码|黄码|红码/);
  });

  story('without an agreement shows neither color nor holder', async ({ open, tongma }) => {
    const { page } = await open(CHENGDU);
    await begin(page);
    await paste(page, codeOf(tongma, '330100', 'GREEN'));
    await says(page, '不认可');
    expect(await page.locator('.band p').textContent()).toBe('两地没有协议。不说明健康状况');
    expect(await page.locator('.result').innerText()).not.toMatch(/绿码|黄码|红码|\*/);
    expect(await page.locator('.holder').innerText()).toContain('不显示');
    expect(await page.locator('.reasons li').first().innerText()).toMatch(/^不符/);
    expect(await page.locator('.result .note').innerText()).toContain('下一步');
  });

  story('of a color that does not count here looks like none', async ({ open, tongma }) => {
    const { page } = await open({ account: 'verifier-330000' });
    await begin(page);
    await paste(page, codeOf(tongma, '510000', 'RED'));
    await says(page, '需核对');
    expect(await page.locator('.band').getAttribute('class')).toContain('fill-PLAIN');
    expect(await page.locator('.conversion').innerText()).toMatch(/红码\s+没有颜色/);
  });

  story(
    'is kept while nothing answers and no lists are held, and asked again',
    async ({ open, tongma }) => {
      const { page, context, allow } = await open({ ...SICHUAN, language: 'en', size: 'phone' });
      allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
      await page.route('**/console/graphql', (route) =>
        isListFetch(route.request().postData()) ? route.abort() : route.continue(),
      );
      await begin(page);
      await context.setOffline(true);
      await paste(page, codeOf(tongma, '330000', 'GREEN'));
      const note = page.locator('.result .note');
      await expect.poll(() => note.innerText(), PATIENT).toContain('No connection');
      expect(await page.locator('.result').innerText()).toContain('What was scanned is kept');
      await context.setOffline(false);
      await note.getByRole('button').click();
      await says(page, 'Recognized · Green');
    },
  );

  story('is worded anew in the language that is chosen, and asked about once', async ({ open }) => {
    const person = await greenPerson('330000', '330212');
    const { page } = await open(SICHUAN);
    const asked = questions(page);
    await begin(page);
    await paste(page, await liveText('330000', person));
    await says(page, '认可 · 绿码');
    // A live code that was asked about again by now would be one that was shown before.
    await page.waitForTimeout(REPEAT_MS + 1_000);
    await page.locator('header select').last().selectOption('zh-Hant');
    await says(page, '認可 · 綠碼');
    expect(await page.locator('.reasons').innerText()).toContain('兩地有互認協議');
    expect(asked()).toBe(1);
    expect(await page.locator('.tally dd').allInnerTexts()).toEqual(['1', '0', '0', '0']);
  });

  story('and its verdict are forgotten after two minutes', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await page.clock.install();
    await begin(page);
    await paste(page, codeOf(tongma, '330000', 'GREEN'));
    await word(page).waitFor();
    await page.clock.fastForward(80_000);
    expect(await word(page).count()).toBe(1);
    await page.clock.fastForward(41_000);
    await expect
      .poll(() => page.locator('.result').innerText(), PATIENT)
      .toContain('上一个结论已清除');
  });

  story('whose verdict is over has no color anymore', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await page.clock.install();
    await begin(page);
    await paste(page, codeOf(tongma, '330000', 'GREEN'));
    await word(page).waitFor();
    await page.clock.setSystemTime(Date.now() + 3_700_000);
    await page.clock.runFor(1_500);
    await says(page, '已过时');
    expect(await page.locator('.band').getAttribute('class')).toContain('fill-PLAIN');
  });
});

describe('a picture', () => {
  story('of a code that was issued gives the verdict', async ({ open }) => {
    const person = await greenPerson('330000', '330212');
    const { png: base64 } = (await issued('330000', person)) as { png: string };
    const picture = png(Buffer.from(base64, 'base64'));
    const { page } = await open(SICHUAN);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await begin(page);
    await page.waitForLoadState('networkidle');
    // The reader comes with the first picture.
    expect(fetched.filter((url) => url.includes('zxing'))).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(picture);
    await says(page, '认可 · 绿码');
    expect(await page.locator('.verdict-facts').innerText()).toMatch(/周\*甲 · \d\d-\d\d/);
  });

  story('is read however it was taken', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await begin(page);
    const code = await qrPng(codeOf(tongma, '330000', 'GREEN'));
    const ways: Redrawing[] = [
      ...[{ degrees: 90 }, { degrees: 30 }, { inverted: true }],
      ...[{ type: 'image/jpeg' }, { type: 'image/webp' }, { times: 2 }],
    ];
    for (const way of ways) {
      await page.locator('input[type=file]').setInputFiles(await redrawn(page, [code], way));
      await says(page, '认可 · 绿码');
      await page.getByRole('button', { name: '下一个' }).click();
      await expect.poll(() => word(page).count(), PATIENT).toBe(0);
    }
  });

  story('is dropped on the page', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    await begin(page);
    const { buffer } = await qrPng(codeOf(tongma, '330000', 'GREEN'));
    await page.evaluate(
      (bytes) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }));
        const event = new DragEvent('drop', { dataTransfer: dropped, bubbles: true });
        document.querySelector('.capture')!.dispatchEvent(event);
      },
      [...buffer],
    );
    await says(page, '认可 · 绿码');
  });

  story('that gives no text says why, and asks nothing', async ({ open, tongma }) => {
    const { page } = await open(SICHUAN);
    const asked = questions(page);
    await begin(page);
    const code = await qrPng(codeOf(tongma, '330000', 'GREEN'));
    const other = await qrPng(codeOf(tongma, '330000', 'YELLOW'));
    const file = (mimeType: string, buffer: Buffer) => ({ name: 'a', mimeType, buffer });
    const rows = [
      [await redrawn(page, [code], { times: 0 }), '没有找到二维码'],
      [await redrawn(page, [code, other]), '几个码'],
      [file('text/plain', Buffer.from('HCN1:')), '不是 PNG、JPEG 或 WebP'],
      [file('image/png', Buffer.from('HCN1:')), '不是 PNG、JPEG 或 WebP'],
      [file('image/png', Buffer.alloc(5 * 1024 * 1024 + 1)), '超过 5 MB'],
    ] as const;
    for (const [picture, sentence] of rows) {
      await page.locator('input[type=file]').setInputFiles(picture);
      await expect
        .poll(() => page.locator('.capture [role=alert]').allInnerTexts(), PATIENT)
        .toEqual([expect.stringContaining(sentence)]);
    }
    expect(asked()).toBe(0);
  });
});

describe('the camera', () => {
  story('gives the verdict once, and again after next', async ({ tongma }) => {
    await withCamera(inject('chromium'), codeOf(tongma, '330000', 'GREEN'), async (browser) => {
      const { page, expectClean } = await visit(browser, tongma, { ...SICHUAN, size: 'phone' });
      const asked = questions(page);
      await begin(page);
      await page.getByRole('button', { name: '打开摄像头' }).click();
      await says(page, '认可 · 绿码');
      await page.waitForTimeout(1_500);
      expect(asked()).toBe(1);
      // On a phone the answer stands above what is scanned with, and the next is one tap away.
      const [answer, camera] = await Promise.all(
        ['.result', '.camera'].map((one) => page.locator(one).boundingBox()),
      );
      expect(answer!.y + answer!.height).toBeLessThanOrEqual(camera!.y);
      await page.getByRole('button', { name: '下一个' }).click();
      await expect.poll(asked, PATIENT).toBe(2);
      await word(page).waitFor();
      const live = () =>
        page.evaluate(() => {
          const { srcObject } = document.querySelector('video')!;
          return srcObject instanceof MediaStream && srcObject.active;
        });
      expect(await live()).toBe(true);
      await page.getByRole('button', { name: '关闭' }).click();
      expect(await live()).toBe(false);
      expectClean();
    });
  });

  story.for([
    ['refused', '没有允许用摄像头'],
    ['none', '没有摄像头'],
  ] as const)('that is %s is said to be', async ([camera, sentence], { tongma }) => {
    const browser = await launch(inject('chromium'), { camera });
    try {
      const { page, expectClean } = await visit(browser, tongma, { ...SICHUAN, permissions: [] });
      await begin(page);
      await page.getByRole('button', { name: '打开摄像头' }).click();
      const line = page.locator('.camera-line');
      await expect.poll(() => line.textContent(), PATIENT).toContain(sentence);
      expectClean();
    } finally {
      await browser.close();
    }
  });
});
