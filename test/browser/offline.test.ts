import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { greenPerson, issued, declared, codeIs } from '../system/support/people.ts';
import { REPEAT_MS } from '../../subgraphs/codes/domain/recognition/replay.ts';
import { axe } from './support/axe.ts';
import { withCamera } from './support/camera.ts';
import { liveText } from './support/live-text.ts';
import { story } from './support/story.ts';
import { untranslated } from './support/untranslated.ts';
import {
  goOn,
  installed,
  isListFetch,
  judge,
  listed,
  openWithLists,
  paperCode,
  refresh,
  says,
  SICHUAN,
  VERIFY_PATH,
} from './support/verify-page.ts';
import { visit, type Visit } from './support/visit.ts';

const GREEN = '认可 · 绿码';
const PATIENT = { timeout: 30_000 };
/** Lists speak of a code some two minutes after it was made. */
const LONG = 240_000;

/** What a browser says of a network that is not there. */
function allowNoNetwork({ allow }: Pick<Visit, 'allow'>): void {
  allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|Failed to fetch/);
}

/** Everything that the page's origin keeps on the device, as text; bytes as one character each. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const latin = new TextDecoder('latin1');
    const text = (value: unknown) =>
      JSON.stringify(value, (_key, part: unknown) =>
        part instanceof Uint8Array ? latin.decode(part) : part,
      );
    const kept = [text([localStorage, sessionStorage, location.href])];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        kept.push(text(all));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) kept.push(`cached ${new URL(url).pathname}`);
    }
    return kept.join('\n');
  });
}

/** Changes every list of a kind on the device by one bit. */
function tamper(page: Page, kind: string): Promise<number> {
  return page.evaluate(async (changed) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('tongma-lists');
      request.onsuccess = () => resolve(request.result);
    });
    const store = database.transaction('lists', 'readwrite').objectStore('lists');
    let count = 0;
    await new Promise<void>((resolve) => {
      store.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) {
          resolve();
          return;
        }
        const list = cursor.value as { kind: string; bytes: Uint8Array };
        if (list.kind === changed) {
          list.bytes[list.bytes.length - 1]! ^= 1;
          cursor.update(list);
          count += 1;
        }
        cursor.continue();
      };
    });
    database.close();
    return count;
  }, kind);
}

describe('with no network', () => {
  story(
    'a picture of the camera gives the verdict, after a reload too',
    { timeout: LONG },
    async ({ tongma }) => {
      const text = paperCode(tongma);
      await withCamera(inject('chromium'), text, async (browser) => {
        const { context, page, allow, expectClean } = await visit(browser, tongma, {
          account: SICHUAN,
        });
        allowNoNetwork({ allow });
        await openWithLists(page);
        await installed(page);
        await listed(context, page, text, GREEN);
        await goOn(page);

        await context.setOffline(true);
        await page.getByRole('button', { name: '打开摄像头' }).click();
        await says(page, GREEN);
        expect(await page.locator('.result .note.attention').innerText()).toMatch(/离线.*分钟前/s);
        expect(await page.locator('.basis').innerText()).toContain('离线');
        expect(await page.locator('.band p').textContent()).toBe(
          '浙江省签发，依协议按四川省绿码对待',
        );

        await page.reload();
        await page.locator('.without-session').waitFor(PATIENT);
        expect(await page.locator('main > .note').innerText()).toContain('没有人登录');
        await page.getByRole('button', { name: '打开摄像头' }).click();
        await says(page, GREEN);
        await axe(page);

        // What the code says stands nowhere on the device, nor does who looked at it.
        const kept = await everythingKept(page);
        expect(kept).toContain('tongma.verifying');
        expect(kept).toContain('cached /console/recognize');
        const holder = (await page.locator('.holder dd').first().textContent())!;
        for (const one of [
          text.slice(5, 40),
          holder.split(' ')[0]!,
          SICHUAN,
          'graphql',
          'sign-in',
        ]) {
          expect(kept).not.toContain(one);
        }

        // Any other address says that it needs the network, and where to go.
        await page.goto('/console/statistics');
        await page.getByRole('link', { name: '不联网核验' }).click();
        await page.locator('.list-ages li').first().waitFor(PATIENT);

        await context.setOffline(false);
        await page.getByRole('button', { name: '试连网络' }).click();
        await page.locator('nav').waitFor(PATIENT);
        await judge(page, text);
        await says(page, GREEN);
        expect(await page.locator('.basis').innerText()).toContain('在线');
        expectClean();
      });
    },
  );

  story('a dynamic code is to be opened in front of one', async ({ open, tongma }) => {
    const opened = await open({ account: SICHUAN });
    const { page, context } = opened;
    allowNoNetwork(opened);
    await openWithLists(page);
    await context.setOffline(true);
    const code = tongma.demo.codes.find(
      ({ region, kind, color }) => [region, kind, color].join() === '330000,DYNAMIC,GREEN',
    );
    await judge(page, code!.text);
    await says(page, '需核对');
    expect(await page.locator('.band p').textContent()).toContain('当面打开');
    expect(await page.locator('.band').getAttribute('class')).toContain('fill-PLAIN');
  });

  story('a verdict is worded anew, and the picture not judged again', async ({ open }) => {
    const text = await liveText('330000', await greenPerson('330000', '330212'));
    const opened = await open({ account: SICHUAN });
    const { page, context } = opened;
    allowNoNetwork(opened);
    await openWithLists(page);
    // The words of another language come from the worker.
    await installed(page);
    await context.setOffline(true);
    await judge(page, text);
    const sentence = page.locator('.band p');
    const said = await sentence.textContent(PATIENT);
    expect(await page.locator('.basis').innerText()).toContain('离线');
    await page.waitForTimeout(REPEAT_MS + 1_000);
    const languages = page.locator('header select').last();
    await languages.selectOption('en');
    await page.getByRole('heading', { name: 'Reasons' }).waitFor(PATIENT);
    expect(await untranslated(page)).toEqual([]);
    await languages.selectOption('zh-Hans');
    await expect.poll(() => sentence.textContent(), PATIENT).toBe(said);
    // To judge it once more is what finds it shown before.
    await goOn(page);
    await judge(page, text);
    await page.locator('#verdict-word').waitFor(PATIENT);
    expect(await sentence.textContent()).not.toBe(said);
  });
});

describe('a gateway', () => {
  story(
    'that does not answer is waited for once, then asked in between',
    async ({ open, tongma }) => {
      const opened = await open({ account: SICHUAN });
      const { page } = opened;
      allowNoNetwork(opened);
      await openWithLists(page);
      let asked = 0;
      await page.route('**/console/graphql', async (route) => {
        if (isListFetch(route.request().postData())) return route.abort();
        asked += 1; // and never answered
      });
      const { text } = tongma.demo.codes.find(({ region }) => region === '330000')!;
      for (const round of [1, 2]) {
        const began = Date.now();
        await judge(page, text);
        await page.locator('#verdict-word').waitFor(PATIENT);
        expect(await page.locator('.basis').innerText()).toContain('离线');
        if (round === 2) expect(Date.now() - began).toBeLessThan(2_000);
        await goOn(page);
      }
      expect(asked).toBe(1);
      expect(await page.locator('.lists').innerText()).toContain('连不上服务');
      await page.unroute('**/console/graphql');
      await refresh(page);
      await judge(page, text);
      await page.locator('#verdict-word').waitFor(PATIENT);
      expect(await page.locator('.basis').innerText()).toContain('在线');
    },
  );
});

describe('lists', () => {
  story(
    'say red once a code is, and are STALE when they are old',
    { timeout: LONG },
    async ({ open }) => {
      const person = await greenPerson('330000', '330212');
      const { text } = (await issued('330000', person, 'PAPER')) as { text: string };
      await declared('330000', person, ['FEVER']);
      await codeIs('330000', person, 'ACTIVE', 'YELLOW');
      const opened = await open({ account: SICHUAN });
      const { page, context } = opened;
      allowNoNetwork(opened);
      await openWithLists(page);
      await listed(context, page, text, '认可 · 黄码');
      await goOn(page);

      await context.setOffline(true);
      await page.clock.setSystemTime(Date.now() + 61 * 60_000);
      await judge(page, text);
      await says(page, '已过时');
      await expect.poll(() => page.locator('.lists').innerText(), PATIENT).toContain('太旧');
    },
  );

  story('that were changed on the device are refused, and fetched again', async ({ open }) => {
    const opened = await open({ account: SICHUAN });
    const { page } = opened;
    allowNoNetwork(opened);
    await openWithLists(page);
    expect(await tamper(page, 'statements')).toBeGreaterThan(0);
    await page.route('**/console/graphql', (route) =>
      isListFetch(route.request().postData()) ? route.abort() : route.continue(),
    );
    await page.reload();
    await expect
      .poll(() => page.locator('.refused').innerText(), PATIENT)
      .toContain('INVALID_SIGNATURE');
    await page.unroute('**/console/graphql');
    await refresh(page);
    await expect.poll(() => page.locator('.refused').count(), PATIENT).toBe(0);
    await page.locator('.list-ages .FRESH').first().waitFor(PATIENT);
  });

  story('of other roots than the first are refused', async ({ open }) => {
    const opened = await open({ account: SICHUAN });
    const { page } = opened;
    await openWithLists(page);
    await page.route('**/console/graphql', async (route) => {
      if (!isListFetch(route.request().postData())) return route.continue();
      const response = await route.fetch();
      const answer = (await response.json()) as {
        data: { offlineLists: { trustRoots: { threshold: number } } };
      };
      answer.data.offlineLists.trustRoots.threshold += 1;
      await route.fulfill({ response, json: answer });
    });
    await refresh(page);
    await expect.poll(() => page.locator('.lists').innerText(), PATIENT).toContain('信任根');
  });

  story.for([
    ['zh-Hant', 'light', 'desk'],
    ['en', 'dark', 'phone'],
  ] as const)('are shown in %s, %s, on a %s', async ([language, theme, size], { open }) => {
    const opened = await open({ account: SICHUAN, language, theme, size });
    const { page, context } = opened;
    allowNoNetwork(opened);
    await openWithLists(page);
    await installed(page);
    await axe(page);
    await context.setOffline(true);
    await page.goto(VERIFY_PATH);
    await page.locator('.without-session .list-ages li').first().waitFor(PATIENT);
    await axe(page);
    expect(await untranslated(page)).toEqual([]);
  });
});
