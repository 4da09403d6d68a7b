import type { Browser, BrowserContext, Page } from 'playwright-core';
import { passwordOf, type RunningTongma } from './running-tongma.ts';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signs in at the embedded provider and comes back to a path, such as `/console/recognize`. */
export async function signIn(
  page: Page,
  tongma: RunningTongma,
  username: string,
  path: string,
): Promise<void> {
  await page.goto(`${tongma.origin}/sign-in?to=${encodeURIComponent(path)}`);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(passwordOf(tongma, username));
  await page.locator('form button, form input[type=submit]').click();
  // The rest of the address is the page's own: it may lead on to another.
  await page.waitForURL(({ origin, pathname }) => {
    const [area = ''] = path.split('/').slice(1);
    return origin === tongma.origin && pathname.startsWith(`/${area}/`);
  });
}

const sessions = new Map<string, Promise<StorageState>>();

async function newSession(
  browser: Browser,
  tongma: RunningTongma,
  username: string,
): Promise<StorageState> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    const role = tongma.demo.accounts.find((one) => one.username === username)?.role;
    const home = role?.toUpperCase() === 'RESIDENT' ? '/my/' : '/console/';
    await signIn(await context.newPage(), tongma, username, home);
    return await context.storageState();
  } finally {
    await context.close();
  }
}

/**
 * Cookies of an account that has signed in, once for all windows of a test file. A story that signs
 * out signs in by {@link signIn}, so that it ends a session of its own.
 */
export function signedIn(
  browser: Browser,
  tongma: RunningTongma,
  username: string,
): Promise<StorageState> {
  const key = `${tongma.origin} ${username}`;
  const known = sessions.get(key) ?? newSession(browser, tongma, username);
  sessions.set(key, known);
  return known;
}
