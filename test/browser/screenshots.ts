// Pictures of every page: `npm run screenshots`. Of a Tongma that runs already with TONGMA_URL (and
// TONGMA_DATA, whose demo.json says who may sign in); else one is started on a folder of its own.
// Words after `--` name the pages that are wanted.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import {
  ROOT,
  build,
  finish,
  launch as launchTongma,
  printed,
  temporaryFolder,
} from '../system/support/process.ts';
import { findChromium, launch } from './support/chromium.ts';
import { GRAPHIQL_PAGE } from './support/graphiql-page.ts';
import { openPage } from './support/open-page.ts';
import { PAGES } from './support/pages.ts';
import { runningTongma, type RunningTongma } from './support/running-tongma.ts';
import type { TongmaPage } from './support/tongma-page.ts';
import { SIZES, visit } from './support/visit.ts';

const FOLDER = join(ROOT, 'screenshots');
const SIZE_NAMES = ['desk', 'phone'] as const;
const THEMES = ['light', 'dark'] as const;

async function givenOrStarted(): Promise<{ tongma: RunningTongma; end: () => Promise<void> }> {
  const url = process.env['TONGMA_URL'];
  if (url !== undefined) {
    const data = process.env['TONGMA_DATA'] ?? join(ROOT, '.tongma');
    return { tongma: runningTongma(data, url), end: () => Promise.resolve() };
  }
  build();
  const started = launchTongma(temporaryFolder());
  await printed(started, 'Ask again');
  return { tongma: runningTongma(started.data), end: () => finish(started) };
}

async function picture(browser: Browser, tongma: RunningTongma, page: TongmaPage) {
  for (const size of SIZE_NAMES) {
    for (const theme of THEMES) {
      const file = `${page.name}-${SIZES[size].width}-${theme}.png`;
      const window = await visit(browser, tongma, {
        ...{ size, theme, account: page.account ?? undefined },
      });
      try {
        await openPage(window, page, tongma);
        await window.page.screenshot({ path: join(FOLDER, file), scale: 'css' });
        console.log([file, ...window.findings()].join('\n    '));
      } catch (error) {
        process.exitCode = 1;
        console.log(`${file} could not be made: ${String(error)}`);
      } finally {
        await window.close();
      }
    }
  }
}

const PICTURED = [...PAGES, GRAPHIQL_PAGE];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PICTURED.some((page) => page.name === name));
if (unknown.length > 0) throw new Error(`There is no page ${unknown.join(', ')}.`);
mkdirSync(FOLDER, { recursive: true });
const { tongma, end } = await givenOrStarted();
const browser = await launch(findChromium());
try {
  for (const page of PICTURED) {
    if (wanted.length === 0 || wanted.includes(page.name)) await picture(browser, tongma, page);
  }
} finally {
  await browser.close();
  await end();
}
