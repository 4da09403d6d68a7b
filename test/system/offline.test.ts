import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askAsPartner, demo } from './support/client.ts';
import { runBuilt } from './support/parts.ts';
import { exitCode, temporaryFolder } from './support/process.ts';

const ONLINE =
  'query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { presentedIn { id } } }';
const folder = temporaryFolder();
const listsOf = (region: string) => join(folder, region);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs `tongma` to its end, as the partner of the demo. */
async function tongma(...args: readonly string[]) {
  const { child, output } = runBuilt('cli/main.js', args, { TONGMA_DATA: inject('data') });
  const code = await exitCode(child);
  return { code, said: output().trim() };
}

/** What is said of a code of the demo that is presented somewhere, from the lists of a region. */
function offline(lists: string, region: string) {
  const from = ['--region', region, '--offline', '--lists', listsOf(lists)];
  return tongma('recognize', demo().codes[0]!.text, ...from);
}

async function presentedIn(lists: string, region: string): Promise<string | undefined> {
  const { code, said } = await offline(lists, region);
  expect([0, 3], said).toContain(code);
  const verdict: { presentedIn: { id: string }; basis: { mode: string } } = JSON.parse(said);
  expect(verdict.basis.mode).toBe('OFFLINE');
  return verdict.presentedIn.id;
}

async function presentedOnline(region: string): Promise<string> {
  const input = { text: demo().codes[0]!.text, region, purpose: 'ENTRY' };
  return (await askAsPartner(ONLINE, { input })).recognizeCode.presentedIn.id;
}

describe('tongma recognize --offline', () => {
  beforeAll(async () => {
    for (const region of ['330000', '330106']) {
      const { code, said } = await tongma('lists', listsOf(region), '--region', region);
      expect(code, said).toBe(0);
    }
  });

  // 330106 lies in 330100, which is a region of its own; 330212 in 330200, which is none.
  it.each([
    ['330000', '330000', '330000'],
    ['330000', '330200', '330000'],
    ['330000', '330212', '330000'],
    ['330106', '330106', '330100'],
    ['330106', '330100', '330100'],
  ])('from lists for %s, at %s: it is presented in %s, as online', async (lists, place, region) => {
    expect(await presentedIn(lists, place)).toBe(region);
    expect(await presentedOnline(place)).toBe(region);
  });

  it.each([
    ['330000', '330106'],
    ['330000', '330100'],
    ['330106', '330000'],
    ['330106', '330212'],
    ['330000', '510000'],
    ['330000', '000000'],
    ['330000', '999999'],
  ])('from lists for %s, at %s: no verdict, for that is another region', async (lists, place) => {
    expect(await offline(lists, place)).toEqual({
      ...{ code: 1, said: `tongma: These lists are for ${lists}, not for ${place}.` },
    });
  });
});
