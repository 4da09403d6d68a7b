import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askAsPartner, demo } from './support/client.ts';
import { ROOT } from './support/process.ts';
import { recognizedAll } from './support/recognize.ts';

const LISTS = `query($region: ID!) { offlineLists(region: $region) {
  trustRoots { environment threshold keys } trustList { body } } }`;

let folder: string;
let lists: { trustRoots: { keys: string[] }; trustList: { body: string } };
let texts: string[];
let receipts: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongma-receipts-'));
  texts = [...demo().codes.map(({ text }) => text), 'HC1:NOT-OURS'];
  const verdicts = (await recognizedAll(texts, '510000')) as { receipt: string }[];
  receipts = verdicts.map(({ receipt }) => receipt);
  lists = (await askAsPartner(LISTS, { region: '510000' })).offlineLists;
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `tongma receipt check`: what it printed and its exit code. */
function check(receipt: string, text: string, more: readonly string[] = [], input = '') {
  const args = ['dist/cli/main.js', 'receipt', 'check', receipt, text, ...more];
  const { PATH } = process.env;
  const env = { PATH, TONGMA_DATA: inject('data') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    ...{ cwd: ROOT, env, input, encoding: 'utf8' },
  });
  return { code: status, output: stdout + stderr };
}

function written(name: string, content: unknown): string[] {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return ['--lists', file];
}

function changedAt(receipt: string, at: number): string {
  return receipt.slice(0, at) + (receipt[at] === 'A' ? 'B' : 'A') + receipt.slice(at + 1);
}

describe('tongma receipt check', () => {
  it('says what a receipt of a batch proves, by the trust list of a running Tongma', () => {
    const { code, output } = check(receipts[0]!, texts[0]!);
    expect(code).toBe(0);
    expect(output).toContain('This receipt holds.');
    expect(JSON.parse(output.slice(0, output.lastIndexOf('}') + 1))).toMatchObject({
      ...{ client: 'demo-partner', region: '510000' },
    });
  });

  it('reads the text from standard input, and the lists from a file', () => {
    const file = written('lists.json', lists);
    expect(check(receipts.at(-1)!, '-', file, `${texts.at(-1) ?? ''}\n`)).toMatchObject({
      code: 0,
    });
  });

  it.each<[string, () => [string, string]]>([
    ['of another text', () => [receipts[0]!, texts[1]!]],
    ['of the same text and a space', () => [receipts[0]!, `${texts[0]!} `]],
    ['with a changed character', () => [changedAt(receipts[0]!, 90), texts[0]!]],
    ['that is none', () => ['HCR1:AAAA', texts[0]!]],
  ])('%s does not hold: 4', (_title, given) => {
    const { code, output } = check(...given(), written('lists.json', lists));
    expect([code, output]).toEqual([4, expect.stringContaining('does NOT hold')]);
  });

  it.each<[string, () => unknown, string]>([
    ['of roots that are not ours', () => ({ ...lists, trustRoots: { ...lists.trustRoots, keys: [] } }), 'TOO_FEW_SIGNATURES'], // prettier-ignore
    ['that were cut', () => ({ ...lists, trustList: { body: lists.trustList.body.slice(0, -8) } }), 'MALFORMED'], // prettier-ignore
    ['that are no JSON', () => 'lists', 'holds no lists'],
    ['without a trust list', () => ({}), 'no trust list'],
  ])('lists %s prove nothing: 1', (_title, given, why) => {
    const { code, output } = check(receipts[0]!, texts[0]!, written('other.json', given()));
    expect([code, output]).toEqual([1, expect.stringContaining(why)]);
  });
});
