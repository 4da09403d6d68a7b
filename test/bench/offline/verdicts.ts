// Verdicts with no network, a process of its own: the portable verifier over lists that it loaded.
// Reads an OfflineTask from standard input.
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVerifier, type ListBundle } from '../../../subgraphs/codes/verify/index.ts';
import { verifyThreads } from '../../../subgraphs/codes/verify-in-node.ts';

/** What is recognized, with what, and how long. Bytes are base64. */
export interface OfflineTask {
  /** JSON list of distinct code texts. */
  readonly textsFile: string;
  readonly roots: readonly { readonly kid: string; readonly spki: string }[];
  readonly bundle: {
    readonly trustList: string;
    readonly terms: readonly string[];
    readonly agreements: readonly string[];
    readonly statements: readonly string[];
    readonly statusLists: readonly string[];
  };
  readonly presentedIn: string;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** Codes under way at a time: as many as a batch has. */
const UNDER_WAY = 1_000;

const bytes = (text: string) => Buffer.from(text, 'base64');
const task = JSON.parse(await readAll(process.stdin)) as OfflineTask;
const texts = JSON.parse(readFileSync(task.textsFile, 'utf8')) as string[];
const { trustList, terms, agreements, statements, statusLists } = task.bundle;
const bundle: ListBundle = {
  trustList: bytes(trustList),
  ...{ terms: terms.map(bytes), agreements: agreements.map(bytes) },
  ...{ statements: statements.map(bytes), statusLists: statusLists.map(bytes) },
};
const threads = verifyThreads();
const verifier = createVerifier({
  roots: task.roots.map(({ kid, spki }) => ({ kid, spki: bytes(spki) })),
  ...{ threshold: 2, environment: 'production', verify: threads.verify },
});
const refused = await verifier.load(bundle);
if (refused.length > 0) throw new Error(`Lists were refused: ${JSON.stringify(refused)}`);

let next = 0;
let done = 0;
let stopped = false;

const checking = Array.from({ length: UNDER_WAY }, async () => {
  while (!stopped) {
    const text = texts[next++ % texts.length] ?? '';
    const { outcome } = await verifier.recognize(text, task.presentedIn);
    if (outcome !== 'RECOGNIZED') throw new Error(`A code is ${outcome}.`);
    done += 1;
  }
});
await sleep(task.warmUpMs);
const [before, begun, cpu] = [done, performance.now(), process.cpuUsage()];
await sleep(task.measureMs);
const perSecond = ((done - before) / (performance.now() - begun)) * 1_000;
const { user, system } = process.cpuUsage(cpu);
const micros = (user + system) / (done - before);
stopped = true;
await Promise.all(checking);
await threads.close();
process.stdout.write(JSON.stringify({ perSecond, micros }));
