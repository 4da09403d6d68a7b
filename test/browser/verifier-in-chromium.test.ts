import { describe, expect } from 'vitest';
import { createVerifier } from '../../subgraphs/codes/verify/index.ts';
import { someSituations } from './support/some-situations.ts';
import { story } from './support/story.ts';
import { builtVerifier, saidHere, saidInChromium } from './support/verifier-in-chromium.ts';

describe('the portable verifier', () => {
  story('says in Chromium, built by a partner, what it says in Node', async ({ open }) => {
    const situations = await someSituations();
    const { page } = await open();
    await page.goto('/');
    const here = await saidHere(createVerifier, situations);
    const there = await saidInChromium(page, await builtVerifier(), situations);
    expect(there).toEqual(here);

    // They are not all alike: every outcome is among them.
    const outcomes = here.flatMap(({ verdicts }) =>
      verdicts.map((verdict) => (verdict as { outcome: string }).outcome),
    );
    expect([...new Set(outcomes)].toSorted()).toEqual([
      ...['CROSS_CHECK', 'NOT_RECOGNIZED', 'RECOGNIZED', 'STALE'],
    ]);
    expect(here.flatMap(({ refused }) => refused)).toContain('statements 0 INVALID_SIGNATURE');
  });
});
