import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { countInteractions } from './interactions.ts';
import { signedIn } from './sign-in.ts';
import type { RunningTongma } from './running-tongma.ts';
import { watch, type Watch } from './watch.ts';

/** Languages of the pages, and the locale of a browser whose owner reads them. */
export const LOCALES = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-US' } as const;
/** A language of the pages. */
export type Language = keyof typeof LOCALES;
/** A look of the pages. */
export type Theme = 'light' | 'dark';

/** Sizes of a window: a desk and a phone. */
export const SIZES = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** Who comes with which browser. */
export interface VisitOptions {
  /** User name of who has signed in; nobody by default. */
  readonly account?: string | undefined;
  /** Default zh-Hans. */
  readonly language?: Language;
  /** Default light. */
  readonly theme?: Theme;
  /** Default desk. */
  readonly size?: keyof typeof SIZES;
  /** Default camera and clipboard. */
  readonly permissions?: readonly string[];
}

/** A watched browser window, cookies and storage of its own. */
export interface Visit extends Watch {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Clicks, keys and fields filled so far. */
  readonly interactions: () => number;
  readonly close: () => Promise<void>;
}

/** Opens a window on a running Tongma; nothing is loaded yet. */
export async function visit(
  browser: Browser,
  tongma: RunningTongma,
  options: VisitOptions = {},
): Promise<Visit> {
  const { account, language = 'zh-Hans', theme = 'light', size = 'desk' } = options;
  const { permissions = ['camera', 'clipboard-read', 'clipboard-write'] } = options;
  const settings: BrowserContextOptions = {
    baseURL: tongma.origin,
    viewport: SIZES[size],
    locale: LOCALES[language],
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: [...permissions],
    ...(size === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  };
  const storageState = account === undefined ? undefined : await signedIn(browser, tongma, account);
  const context = await browser.newContext({ ...settings, ...(storageState && { storageState }) });
  const watched = await watch(context, tongma.origin);
  const page = await context.newPage();
  const interactions = countInteractions(page);
  return { ...watched, context, page, interactions, close: () => context.close() };
}
