import type { Browser } from 'playwright-core';
import { withCamera } from '../../browser/support/camera.ts';
import { findChromium } from '../../browser/support/chromium.ts';
import { frameToVerdict } from '../../browser/support/frame-to-verdict.ts';
import type { RunningTongma } from '../../browser/support/running-tongma.ts';
import {
  installed,
  listed,
  openWithLists,
  paperCode,
  SICHUAN,
} from '../../browser/support/verify-page.ts';
import { visit } from '../../browser/support/visit.ts';
import { startTongma } from '../recognize/tongma.ts';
import { npm } from '../support/install.ts';
import { machine } from '../support/machine.ts';
import { median, rounded, rowTable, type Bench, type Row } from '../support/row.ts';

const FRAMES = 25;
const GREEN = '认可 · 绿码';

/** Verdicts on one paper code that the camera sees, with no network and after a reload. */
async function measure(browser: Browser, tongma: RunningTongma): Promise<number[]> {
  const { context, page } = await visit(browser, tongma, { account: SICHUAN, size: 'phone' });
  await openWithLists(page);
  await installed(page);
  await listed(context, page, paperCode(tongma), GREEN);
  await context.setOffline(true);
  await page.reload();
  await page.locator('.without-session .list-ages li').first().waitFor();
  await page.locator('.camera-keys .button.go').click();
  await page.locator('#verdict-word').waitFor();
  await frameToVerdict(page); // the reader is warm from here on
  const figures: number[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) figures.push(await frameToVerdict(page));
  const said = await page.locator('#verdict-word').textContent();
  if (said !== GREEN) throw new Error(`The verdict was ${said ?? 'none'}.`);
  return figures;
}

/** From a frame of the camera to the verdict on the page, with no network. Source: DESIGN.md §6. */
export const offlinePage: Bench = async (say) => {
  const before = machine();
  say('Building.');
  npm(['run', '--silent', 'build']);
  say('Starting Tongma and filling its demo.');
  const tongma = await startTongma(null);
  try {
    const { demo } = tongma;
    const running = { origin: new URL(demo.gatewayUrl).origin, demo };
    say('Waiting until the lists know the code, some two minutes.');
    const chromium = findChromium();
    const figures = await withCamera(chromium, paperCode(running), (browser) =>
      measure(browser, running),
    );
    const ms = (value: number) => value.toFixed(0);
    const rows: Row[] = [
      {
        ...{ row: 'frame-to-verdict-ms', value: rounded(median(figures), 0) },
        ...{ better: 'lower', bar: '≤ 1000' },
      },
    ];
    const how = [
      `- Machine: ${before}; nothing pinned to a processor.`,
      `- ${FRAMES} verdicts in Chromium, no network, after a reload: from taking the first frame (640×480, ` +
        `a paper code of Zhejiang shown in Sichuan) to the verdict that is drawn; the median is the row, ` +
        `the slowest took ${ms(Math.max(...figures))} ms, the fastest ${ms(Math.min(...figures))} ms.`,
    ];
    return { rows, report: [rowTable(rows), how.join('\n')].join('\n\n') };
  } finally {
    await tongma.stop();
  }
};
