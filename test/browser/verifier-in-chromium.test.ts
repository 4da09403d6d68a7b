import { describe, expect } from 'vitest';
import { createVerifier } from '../../subgraphs/codes/verify/index.ts';
import { someSituations } from './support/some-situations.ts';
import { aWorld } from '../../subgraphs/codes/domain/lists/situation-fakes.ts';
import { ALL, randomOf, SEED } from '../sample.ts';
import { story } from './support/story.ts';
import {
  builtVerifier,
  saidHere,
  saidInChromium,
  type Situation,
} from './support/verifier-in-chromium.ts';

const WORLDS = ALL ? 50 : 10;
const CODES = 20;

/** Worlds as those by which online and offline are compared, by the same seed. */
async function generatedSituations(): Promise<readonly Situation[]> {
  const chance = randomOf(SEED);
  const situations: Situation[] = [];
  for (let n = 0; n < WORLDS; n += 1) {
    const { roots, bundle, situations: drawn } = await aWorld(chance, CODES);
    for (const [region, some] of Map.groupBy(drawn, ({ presentedIn }) => presentedIn)) {
      const [{ now } = { now: new Date() }] = some;
      const texts = some.map(({ text }) => text);
      const rules = { roots, threshold: 2, environment: 'production' } as const;
      situations.push({ ...rules, bundles: [bundle], texts, region, now });
    }
  }
  return situations;
}

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

  story('says the same of generated worlds', async ({ open }) => {
    const situations = await generatedSituations();
    const { page } = await open();
    await page.goto('/');
    const here = await saidHere(createVerifier, situations);
    expect(await saidInChromium(page, await builtVerifier(), situations)).toEqual(here);
  });
});
