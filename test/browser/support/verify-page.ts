import type { BrowserContext, Page } from 'playwright-core';
import type { RunningTongma } from './running-tongma.ts';

/** Where codes are recognized. */
export const VERIFY_PATH = '/console/recognize';
/** Verifier of Sichuan, which has an agreement with Zhejiang. */
export const SICHUAN = 'verifier-510000';

/** Machines that are shared take their time. */
const PATIENT = { timeout: 30_000 };
/** A statement comes each minute, and speaks of what is a minute older: at most two and a little. */
const LISTED_MS = 150_000;

/** A paper code of the demo, which a device recognizes with no network. */
export function paperCode({ demo }: RunningTongma, region = '330000'): string {
  const found = demo.codes.find((one) => one.region === region && one.kind === 'PAPER');
  if (!found) throw new Error(`The demo has no paper code of ${region}.`);
  return found.text;
}

/** Waits for the word of a verdict. */
export async function says(page: Page, expected: string): Promise<void> {
  const word = page.locator('#verdict-word').filter({ hasText: new RegExp(`^${expected}$`) });
  await word.waitFor(PATIENT);
}

/** Has a text judged. */
export async function judge(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.locator('textarea').press('Enter');
}

/** Goes on to the next code. */
export async function goOn(page: Page): Promise<void> {
  await page.locator('.next-code').click();
  await page.locator('#verdict-word').waitFor({ state: 'detached' });
}

/** Opens the page and waits until lists are held. */
export async function openWithLists(page: Page): Promise<void> {
  await page.goto(VERIFY_PATH);
  await page.locator('.list-ages li').first().waitFor(PATIENT);
}

/** Fetches lists again. */
export async function refresh(page: Page): Promise<void> {
  const answer = page.waitForResponse((response) => isListFetch(response.request().postData()));
  await page.locator('.lists header .button').click();
  await answer;
  await page.locator('.lists[aria-busy=false]').waitFor(PATIENT);
}

/** Whether something that was sent asks for lists. */
export function isListFetch(sent: string | null): boolean {
  return sent?.includes('"OfflineLists"') ?? false;
}

/** Asks offline until the verdict on a text is as expected: lists learn of a new code within minutes. */
export async function listed(
  context: BrowserContext,
  page: Page,
  text: string,
  expected: string,
): Promise<void> {
  const end = Date.now() + LISTED_MS;
  for (;;) {
    await context.setOffline(true);
    await judge(page, text);
    await page.locator('#verdict-word').waitFor(PATIENT);
    const said = await page.locator('#verdict-word').textContent();
    await context.setOffline(false);
    if (said === expected) return;
    if (Date.now() > end) throw new Error(`The lists still say ${said ?? 'nothing'}.`);
    await goOn(page);
    await page.waitForTimeout(5_000);
    await refresh(page);
  }
}

/** Waits until the worker of the page answers for it. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve));
  });
}
