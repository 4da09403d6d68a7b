import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const GRAVE = ['serious', 'critical'];

/** What is looked for: everything, or what another theme of the same page can change. */
export type Barriers = 'all' | 'colors';

/**
 * Looks for barriers by WCAG 2.1 A and AA.
 * @returns one line for each place that is serious or critical: rule, target, what to do
 */
export async function barriers(page: Page, which: Barriers = 'all'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const chosen = which === 'all' ? builder.withTags(TAGS) : builder.withRules(['color-contrast']);
  const { violations } = await chosen.analyze();
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const summary = failureSummary.replaceAll(/\s*\n\s*/g, ' ');
        return `${id} (${impact ?? ''}) at ${target.join(' ')}: ${summary}`;
      }),
    );
}

/** @throws {Error} with the list, when something is serious or critical */
export async function axe(page: Page, which: Barriers = 'all'): Promise<void> {
  const list = await barriers(page, which);
  if (list.length > 0) {
    throw new Error(`Barriers on ${page.url()}:\n  ${list.join('\n  ')}`);
  }
}
