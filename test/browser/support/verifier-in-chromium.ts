import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type {
  createVerifier as CreateVerifier,
  ListBundle,
  Verdict,
} from '../../../subgraphs/codes/verify/index.ts';

/** What a verifier is asked: everything that its answer hangs on. */
export interface Situation {
  readonly roots: readonly { readonly kid: string; readonly spki: Uint8Array }[];
  readonly threshold: number;
  readonly environment: 'production' | 'demo';
  /** Loaded one after the other. */
  readonly bundles: readonly ListBundle[];
  /** What is scanned, one after the other, by one verifier. */
  readonly texts: readonly string[];
  /** GB/T 2260 code of the region that gives the verdict. */
  readonly region: string;
  readonly now: Date;
}

/** What a verifier said: verdicts as JSON has them, and lists that it refused. */
export interface Said {
  readonly verdicts: readonly unknown[];
  readonly refused: readonly string[];
}

/** A verdict as it is compared: instants as text. */
export function plain(verdict: Verdict): unknown {
  return JSON.parse(JSON.stringify(verdict));
}

const FACE = fileURLToPath(new URL('../../../subgraphs/codes/verify/index.ts', import.meta.url));

/** The verifier as one script for browsers, as a partner would build it; `Tongma` holds its face. */
export async function builtVerifier(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'tongma-verifier-'));
  try {
    await build({
      ...{
        configFile: false,
        logLevel: 'error',
        root: fileURLToPath(new URL('.', import.meta.url)),
      },
      build: {
        ...{ outDir, emptyOutDir: true, target: 'es2022', minify: true },
        lib: { entry: FACE, formats: ['iife'], name: 'Tongma', fileName: () => 'verifier.js' },
      },
    });
    return readFileSync(join(outDir, 'verifier.js'), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/** Bytes as text that a page is given; everything else stays. */
function packed(value: unknown): string {
  // A Buffer says itself what JSON it is before the replacer sees it: its holder has the bytes.
  return JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
    const bytes = this[key];
    return bytes instanceof Uint8Array ? { base64: Buffer.from(bytes).toString('base64') } : part;
  });
}

/** Lets a verifier in a page answer situations; the page needs a secure context. */
export async function saidInChromium(
  page: Page,
  script: string,
  situations: readonly Situation[],
): Promise<readonly Said[]> {
  await page.evaluate(`${script}; globalThis.Tongma = Tongma;`);
  const answers = await page.evaluate(async (text) => {
    const bytes = (base64: string) =>
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const given = JSON.parse(text, (_key, part: any) =>
      typeof part?.base64 === 'string' ? bytes(part.base64) : part,
    ) as any[];
    const { createVerifier } = (globalThis as any).Tongma;
    const said = [];
    for (const { roots, threshold, environment, bundles, texts, region, now } of given) {
      const at = new Date(now);
      const verifier = createVerifier({ roots, threshold, environment, now: () => at });
      const refused: string[] = [];
      for (const bundle of bundles) {
        for (const { list, at: place, fault } of await verifier.load(bundle)) {
          refused.push([list, place, fault].join(' '));
        }
      }
      const verdicts = [];
      for (const one of texts) verdicts.push(await verifier.recognize(one, region));
      said.push({ verdicts, refused });
    }
    return JSON.stringify(said);
  }, packed(situations));
  return JSON.parse(answers) as Said[];
}

/** The same in this process. */
export async function saidHere(
  createVerifier: typeof CreateVerifier,
  situations: readonly Situation[],
): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const { roots, threshold, environment, bundles, texts, region, now } of situations) {
    const verifier = createVerifier({ roots, threshold, environment, now: () => now });
    const refused: string[] = [];
    for (const bundle of bundles) {
      for (const { list, at, fault } of await verifier.load(bundle)) {
        refused.push(`${list} ${at} ${fault}`);
      }
    }
    const verdicts: unknown[] = [];
    for (const text of texts) verdicts.push(plain(await verifier.recognize(text, region)));
    said.push({ verdicts, refused });
  }
  return said;
}
