import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readQr } from '../system/support/read-qr.ts';
import { axe, barriers } from './support/axe.ts';
import { writeCameraVideo } from './support/camera-video.ts';
import { launch } from './support/chromium.ts';
import { ALL_LOOKS, oneLook } from './support/looks.ts';
import type { RunningTongma } from './support/running-tongma.ts';
import { serveTestPages } from './support/test-pages.ts';
import { untranslated } from './support/untranslated.ts';
import { visit, type VisitOptions } from './support/visit.ts';

const PAGES = {
  '/plain': '<h1>通码</h1>',
  '/style': '<h1 style="color: red">通码</h1>',
  '/far': '<h1>通码</h1><img src="http://127.0.0.1:9/far.png" alt="">',
  '/fault': '<h1>通码</h1><img src="/broken" alt="">',
  '/barrier': '<h1>通码</h1><button></button>',
  '/keys': `<h1>通码</h1><p>recognize.title</p><p>见 tongma.example.org/x 与 12.5</p>
    <code>resident.name</code><input aria-label="desk.field.name">
    <p hidden>queue.hidden</p><p>Take this. then that</p>`,
  '/form': `<form><input aria-label="a"><select aria-label="b"><option>1<option>2</select>
    <input type="file" aria-label="c"><button type="button">d</button></form>`,
};

let browser: Browser;
let served: Awaited<ReturnType<typeof serveTestPages>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongma-camera-'));
  served = await serveTestPages(PAGES);
  browser = await launch(inject('chromium'));
});
afterAll(async () => {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

/** Opens one of the pages and gives what `use` makes of it. */
async function at<T>(path: string, use: (visit: Opened) => Promise<T>, options?: VisitOptions) {
  const opened = await visit(browser, { origin: served.origin } as RunningTongma, options);
  try {
    await opened.page.goto(path, { waitUntil: 'networkidle' });
    return await use(opened);
  } finally {
    await opened.close();
  }
}
type Opened = Awaited<ReturnType<typeof visit>>;

/** Points of a character as it is drawn, 0 or 1. */
function drawn(page: Page, character: string, weight = 400) {
  return page.evaluate(
    ([text, thick]) => {
      const canvas = new OffscreenCanvas(64, 64);
      const context = canvas.getContext('2d')!;
      context.font = `${thick} 48px sans-serif`;
      context.fillText(text, 4, 52);
      const { data } = context.getImageData(0, 0, 64, 64);
      return Array.from({ length: 64 * 64 }, (_one, index) => (data[4 * index + 3]! > 127 ? 1 : 0));
    },
    [character, weight] as const,
  );
}

function difference(one: readonly number[], other: readonly number[]): number {
  return one.filter((point, index) => point !== other[index]).length;
}

describe('Chromium', () => {
  it('draws Chinese, each character its own', async () => {
    await at('/plain', async ({ page }) => {
      // A code point that no font has.
      const missing = await drawn(page, '\u{10FFFE}');
      const characters = await Promise.all([...'通码碼红黄绿'].map((one) => drawn(page, one)));
      for (const [index, one] of characters.entries()) {
        expect(difference(one, missing)).toBeGreaterThan(200);
        for (const other of characters.slice(index + 1)) {
          expect(difference(one, other)).toBeGreaterThan(100);
        }
      }
      const bold = await drawn(page, '码', 600);
      expect(difference(bold, await drawn(page, '码'))).toBeGreaterThan(50);
    });
  });

  it('sees a QR code with its camera', async () => {
    const file = join(folder, 'camera.y4m');
    const text = `HCN1:${'6BF'.repeat(120)}`;
    writeCameraVideo(file, text);
    const withCamera = await launch(inject('chromium'), { cameraFile: file });
    try {
      const { page } = await visit(withCamera, { origin: served.origin } as RunningTongma);
      await page.goto('/plain');
      await page.evaluate(async () => {
        const video = document.createElement('video');
        document.body.replaceChildren(video);
        video.srcObject = await navigator.mediaDevices.getUserMedia({
          video: { width: 640, height: 480 },
        });
        await video.play();
      });
      const picture = await page.locator('video').screenshot();
      expect(await readQr(picture.toString('base64'))).toBe(text);
    } finally {
      await withCamera.close();
    }
  });

  it.each([
    ['zh-Hans', 'light', 'desk', ['zh-CN', false, 1440]],
    ['zh-Hant', 'dark', 'phone', ['zh-TW', true, 390]],
    ['en', 'dark', 'desk', ['en-US', true, 1440]],
  ] as const)('comes as it is told: %s, %s, %s', async (language, theme, size, expected) => {
    const seen = await at(
      '/plain',
      ({ page }) =>
        page.evaluate(() => [
          navigator.language,
          matchMedia('(prefers-color-scheme: dark)').matches,
          window.innerWidth,
        ]),
      { language, theme, size },
    );
    expect(seen).toEqual(expected);
  });
});

describe('a watched window', () => {
  it('is clean when nothing happens', async () => {
    await at('/plain', async ({ expectClean }) => expect(expectClean).not.toThrow());
  });

  it.each([
    ['a violation of the content policy', '/style', /Content policy violated: style-src-attr/],
    ['a request to another origin', '/far', /another origin: http:\/\/127\.0\.0\.1:9\/far\.png/],
    ['a fault of the server', '/fault', /HTTP 500: .*\/broken/],
  ])('reports %s', async (_what, path, line) => {
    await at(path, async ({ expectClean }) => expect(expectClean).toThrow(line));
  });

  it.each([
    ['a warning', () => console.warn('careful'), /console warning: careful/],
    ['an error', () => console.error('broken'), /console error: broken/],
    [
      'a fault of a script',
      () => setTimeout(() => void JSON.parse('{')),
      /fault of a script: Synt/,
    ],
    ['a failed request', () => fetch('http://127.0.0.1:9/').catch(() => null), /9\//],
  ])('reports %s', async (_what, act, line) => {
    await at('/plain', async ({ page, findings }) => {
      await page.evaluate(act);
      await expect.poll(() => findings().join('\n')).toMatch(line);
    });
  });

  it('lets pass what a story expects', async () => {
    await at('/fault', async ({ allow, expectClean }) => {
      allow(/broken/);
      expect(expectClean).not.toThrow();
    });
  });
});

describe('the checks of a page', () => {
  it('find a barrier and say which and where', async () => {
    const found = await at('/barrier', ({ page }) => barriers(page));
    expect(found).toEqual([expect.stringMatching(/^button-name \(critical\) at button: Fix any/)]);
    await expect(at('/barrier', ({ page }) => axe(page))).rejects.toThrow(/Barriers on .*barrier/);
    expect(await at('/plain', ({ page }) => barriers(page))).toEqual([]);
  });

  it('find keys without a text, and nothing that only looks like one', async () => {
    const found = await at('/keys', ({ page }) => untranslated(page));
    expect(found).toEqual(['recognize.title', 'desk.field.name']);
  });

  it('count what a person does', async () => {
    await at('/form', async ({ page, interactions }) => {
      await page.getByLabel('a').fill('x');
      await page.getByLabel('a').press('Enter');
      await page.getByLabel('b').selectOption('2');
      await page.getByLabel('c').setInputFiles({
        ...{ name: 'a.txt', mimeType: 'text/plain' },
        buffer: Buffer.from('a'),
      });
      await page.getByRole('button', { name: 'd' }).click();
      await page.keyboard.press('Tab');
      expect(interactions()).toBe(6);
    });
  });
});

describe('the looks of pages', () => {
  const sorted = (looks: readonly object[]) =>
    [...new Set(looks.map((look) => JSON.stringify(look)))].sort();
  const six = [0, 1, 2, 3, 4, 5];

  it('are every language in every size over six pages, whatever the seed', () => {
    expect(ALL_LOOKS).toHaveLength(6);
    for (const seed of six) {
      expect(sorted(six.map((place) => oneLook(place, seed)))).toEqual(sorted(ALL_LOOKS));
    }
  });

  it('are all of them for each page over six seeds', () => {
    expect(sorted(six.map((seed) => oneLook(5, seed)))).toEqual(sorted(ALL_LOOKS));
  });
});
