import type { Page } from 'playwright-core';

/** What a person does at a page, as Playwright names it; locators go through the frame as well. */
const AT_FRAME = [
  ...['click', 'dblclick', 'tap', 'check', 'uncheck', 'dragAndDrop'],
  ...['fill', 'type', 'press', 'selectOption', 'setInputFiles'],
] as const;
const AT_KEYBOARD = ['press', 'type', 'insertText'] as const;
const AT_MOUSE = ['click', 'dblclick'] as const;

function wrap<K extends string>(
  target: Record<K, (...args: never[]) => unknown>,
  names: readonly K[],
  count: () => void,
): void {
  for (const name of names) {
    const act = target[name];
    target[name] = (...args) => {
      count();
      return act.apply(target, args);
    };
  }
}

/**
 * Counts what a story does at a page: one for each click, key, choice, file and field filled, by
 * the page, a locator, the keyboard or the mouse. Opening an address counts nothing.
 */
export function countInteractions(page: Page): () => number {
  let made = 0;
  const count = () => (made += 1);
  wrap(page.mainFrame(), AT_FRAME, count);
  wrap(page.keyboard, AT_KEYBOARD, count);
  wrap(page.mouse, AT_MOUSE, count);
  return () => made;
}
